"""The vendor's language: what goes over the wire (``wire``), how one request is sent (``transport``), and the two clients."""
