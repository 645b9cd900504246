"""Builds what a shop installs: ``python3 -m installer --help``. Only the standard library, and the tools that each build names."""
