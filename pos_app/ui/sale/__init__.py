"""The Sale screen: a presenter that knows nothing of Qt, and panels that show what it says."""
