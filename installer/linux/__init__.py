"""The ``.deb`` for Debian and Ubuntu, and the ``.run`` for any other Linux."""
