"""The Journal: the sales of a day, one sale's story, and what can be done with it afterwards."""
