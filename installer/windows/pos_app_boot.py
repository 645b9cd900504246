"""What the launcher on Windows runs."""

import sys

from pos_app.cli import main

# The launcher is the program: starting it once more takes no other words.
sys.frozen = "launcher"  # type: ignore[attr-defined]

if __name__ == "__main__":
    sys.exit(main())
