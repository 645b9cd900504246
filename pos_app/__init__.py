"""pos-app: the loyalty till a shop puts at its checkout. The map of the house is in CONTRIBUTING.md."""

__version__ = "0.1.0"
