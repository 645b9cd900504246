"""What is plugged into this computer beside screen and keyboard. No Qt."""
