"""The Sync centre: what needs a person, what waits, and how the line and this computer are."""
