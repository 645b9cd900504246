"""The installers for Windows, built on Linux from CPython's embeddable package, Windows wheels and a small launcher."""
