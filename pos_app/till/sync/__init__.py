"""The messenger: takes postings from the disk to the server until it has proved that each arrived exactly once."""
