"""The set-up on the screen, before the till's own window: a page a step, and it can be left and taken up again."""
