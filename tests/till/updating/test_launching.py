"""How an installer of each kind is run."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pytest

from pos_app.cli.update import run_installer
from pos_app.till.updating.installing import Launch, launch
from pos_app.updates.feed import Kind


def stand_in(folder: Path, *, waits: bool) -> Launch:
    """An installer that ends once its pipe is written to, which stands for the end of the program."""
    code = f"open({str(folder / 'pipe')!r}).read(); open({str(folder / 'done')!r}, 'w').close()"
    return Launch(words=(sys.executable, "-c", code), log=folder / "installer.log", waits=waits)


@pytest.mark.parametrize("kind", list(Kind))
def test_only_what_windows_installs_waits_for_the_program_to_end(kind: Kind, tmp_path: Path) -> None:
    assert launch(kind, tmp_path / "file").waits is (kind in (Kind.EXE, Kind.MSI))


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe of the file system")
def test_an_installer_that_waits_for_the_program_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:

    os.mkfifo(tmp_path / "pipe")
    begun = stand_in(tmp_path, waits=True)
    assert run_installer(begun, argparse.Namespace(json=False)) == 0
    assert "goes on by itself" in capsys.readouterr().out
    # It is still there, and ends now.
    assert not (tmp_path / "done").exists()
    with (tmp_path / "pipe").open("w"):
        pass
