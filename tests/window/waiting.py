"""Waiting for something in another process: ask until the answer is yes, with an end to patience."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


def wait_until(check: Callable[[], Answer], *, what: str, timeout_s: float = 10, every_s: float = 0.02) -> Answer:
    """Calls ``check`` until its answer is true and returns it. Raises TimeoutError naming ``what`` and the last answer."""
    pause = threading.Event()
    end = time.monotonic() + timeout_s
    answer = check()
    while not answer:
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come within {timeout_s:g} s; the last answer was {answer!r}")
        pause.wait(every_s)
        answer = check()
    return answer
