"""Running the tools of a build. Whatever fails stops it with the tool's own words."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import dev


def say(sentence: str) -> None:
    """Tell whoever waits what is done now."""
    print(f"installer: {sentence}", file=sys.stderr, flush=True)


def need(programs: Mapping[str, str]) -> None:
    """Programs → their Debian packages: install what is missing, as root. Raises dev.Stop with the line to type otherwise."""
    dev.require(dev.missing_programs(programs), purpose="for this build")


def run(*command: str | Path, folder: Path | None = None, environment: Mapping[str, str] | None = None) -> str:
    """What the command printed. Raises dev.Stop, with all it said, if it fails."""
    words = [str(word) for word in command]
    whole = {**os.environ, **(environment or {})}
    done = subprocess.run(
        words, cwd=folder, env=whole, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise dev.Stop(f"{Path(words[0]).name} failed with {done.returncode}:\n{done.stdout.strip()}")
    return done.stdout
