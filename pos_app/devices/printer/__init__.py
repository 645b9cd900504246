"""The receipt printer: a slip becomes a picture, the picture the bytes of ESC/POS, and they go out on a wire, with deadlines."""
