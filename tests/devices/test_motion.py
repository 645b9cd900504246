"""Whether the desktop was asked to move less, as far as it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pos_app.devices.motion import asks_for_less_motion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there Windows itself is asked, by no program")


def desktop(folder: Path, *, says: str, code: int = 0) -> dict[str, tuple[tuple[str, ...], str]]:
    """A program like gsettings."""
    program = folder / "desktop-settings"
    program.write_text(f"#!/bin/sh\n[ \"$2\" = motion ] || exit 9\necho '{says}'\nexit {code}\n")
    program.chmod(0o755)
    return {"linux": ((str(program), "get", "motion"), "false")}


@pytest.mark.parametrize(("says", "code", "less"), [("false", 0, True), ("true", 0, False), ("", 0, False), ("false", 1, False)])
def test_a_desktop_that_animates_nothing_wants_less_and_any_other_does_not(
    tmp_path: Path, says: str, code: int, less: bool
) -> None:
    assert asks_for_less_motion(desktop(tmp_path, says=says, code=code), platform="linux") is less


def test_a_desktop_that_cannot_be_asked_wants_nothing(tmp_path: Path) -> None:
    assert not asks_for_less_motion({"linux": ((str(tmp_path / "nothing"),), "false")}, platform="linux")
    assert not asks_for_less_motion({}, platform="linux")
