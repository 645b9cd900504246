"""When the till cannot be opened: a small window that says why in plain words, and what can be done about it."""
