"""New versions of the program: looked for, told, downloaded, proved, and installed when the shift is closed."""
