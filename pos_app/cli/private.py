"""What this process keeps to itself, whatever becomes of it."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource


def keep_memory_private() -> None:
    """Write no core dump, of this process or of any that it starts: the keys are in its memory. For good; ask for it at once.

    Windows has no such limit. The size allowed is 1 byte and not 0, because Linux takes 0 for files only and would still hand the
    whole memory to a program that collects crashes; 1 means "none" for both.
    """
    if sys.platform != "win32":
        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        most = min(hard, 1) if hard != resource.RLIM_INFINITY else 1
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))
