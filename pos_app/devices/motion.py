"""Whether the computer's owner asked its desktop to move less."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping

__all__ = ["asks_for_less_motion"]

_PATIENCE_S = 3.0
_ASKED = {
    "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
    "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
}
"""By system: what tells it, and the answer of who wants less. GNOME's setting is also what most other desktops keep in step."""
_SPI_GETCLIENTAREAANIMATION = 0x1042


def asks_for_less_motion(asked: Mapping[str, tuple[tuple[str, ...], str]] = _ASKED, *, platform: str = sys.platform) -> bool:
    """True where it says so; a desktop that says nothing wants nothing. Blocks for up to 3 s: not in the GUI thread."""
    if platform == "win32":
        return not _windows_animates()
    if platform not in asked:
        return False
    words, less = asked[platform]
    try:
        told = subprocess.run(  # noqa: S603 - words of our own
            words, capture_output=True, text=True, timeout=_PATIENCE_S, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return False
    return told.returncode == 0 and told.stdout.strip() == less


def _windows_animates() -> bool:
    """Source: SystemParametersInfoW, SPI_GETCLIENTAREAANIMATION."""
    import ctypes  # noqa: PLC0415 - on Windows alone

    answer = ctypes.c_int(1)
    ask: Callable[..., int] = ctypes.windll.user32.SystemParametersInfoW  # type: ignore[attr-defined,unused-ignore]
    return not ask(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(answer), 0) or bool(answer.value)
