"""What is printed, and on what: plain values that devices, settings and the window share. Pure."""
