"""A PassQuare and a merchant's CRM that can be unplugged: for the demo, for training and for the tests."""
