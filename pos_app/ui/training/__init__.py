"""Training: cards to swipe, a plug to pull and the server's own ledger beside the till: each sale is seen to arrive once."""
