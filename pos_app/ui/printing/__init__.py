"""Slips: what stands on them in the till's language, and the window's own ways to paper (a system printer, a PDF)."""
