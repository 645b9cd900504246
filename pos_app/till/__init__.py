"""What a cashier does: look up, sell, take back; and the messenger that makes the servers agree (``sync``)."""
