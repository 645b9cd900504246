"""The installers for Windows under wine: installed, started, used and removed. See ``wine.py`` for what that proves."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.installer import wine as wines
from tests.installer.conftest import built
from tests.installer.using import sandbox_of, steps, use
from tests.installer.wine import Wine
from tests.window.waiting import wait_until


@pytest.fixture
def wine() -> Iterator[Wine]:
    if reason := wines.why_not():
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="pos-app-wine-") as folder:
        made = Wine(Path(folder) / "prefix")
        made.run("wineboot", "--init")
        try:
            yield made
        finally:
            made.stop()


@pytest.mark.timeout(1_800)
def test_it_is_installed_without_a_word_used_and_removed_and_the_data_stays(wine: Wine, tmp_path: Path) -> None:
    setup = built("pos-app-*.exe")
    for _again in range(2):
        wine.run(setup, "/S", "/AUTOSTART")
    assert (wine.program / "pos-app.exe").exists()
    assert (wine.program / "licences" / "Python-packages.txt").exists()
    assert "pos-app.exe" in wine.run("reg", "query", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run")
    wine.mend()
    _is_used(wine, wine.program / "pos-app-cli.exe", tmp_path)
    wine.run(wine.program / "pos-app.exe", "--smoke", tmp_path / "windowed.png")
    assert QImage(str(tmp_path / "windowed.png")).width() >= 1024, "the program without a console does the same"
    data = wine.local / "pos-app"
    assert (data / "till.db").exists()
    wine.run(wine.program / "uninstall.exe", "/S")
    wait_until(lambda: not wine.program.exists(), timeout_s=60, what="the program to be gone")
    assert (data / "till.db").exists()
    assert [each for each in wine.user.rglob("*.lnk") if "Startup" not in each.parts] == []
    wine.run("reg", "query", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run", "/v", "pos-app", code=1)


@pytest.mark.timeout(1_800)
def test_the_data_goes_only_where_that_was_asked_for(wine: Wine, tmp_path: Path) -> None:
    wine.run(built("pos-app-*.exe"), "/S")
    wine.mend()
    data = wine.local / "pos-app"
    wine.run(wine.program / "pos-app-cli.exe", "--data-dir", data, "--session-keys", "--smoke", tmp_path / "window.png")
    assert (data / "till.db").exists()
    wine.run(wine.program / "uninstall.exe", "/S", "/DATA")
    wait_until(lambda: not wine.program.exists() and not data.exists(), timeout_s=60, what="program and data to be gone")


@pytest.mark.timeout(1_800)
def test_a_till_that_is_open_is_waited_for_and_not_replaced_by_half(wine: Wine) -> None:
    setup = built("pos-app-*.exe")
    wine.run(setup, "/S")
    wine.mend()
    mended = (wine.program / "lib" / "pos_app_boot.py").read_bytes()
    demo = wine.start(wine.program / "pos-app.exe", "--data-dir", wine.local / "tried", "demo")
    try:
        wait_until(lambda: (wine.local / "tried" / "demo" / "till.db").exists(), timeout_s=120, what="the till to open")
        wine.run(setup, "/S", code=2)
        assert (wine.program / "lib" / "pos_app_boot.py").read_bytes() == mended, "nothing was replaced"
    finally:
        wine.stop()
        demo.communicate(timeout=60)
    wine.run(setup, "/S")
    assert (wine.program / "lib" / "pos_app_boot.py").read_bytes() != mended


@pytest.mark.timeout(1_800)
def test_managed_shops_install_it_for_the_whole_computer(wine: Wine, tmp_path: Path) -> None:
    package = built("pos-app-*.msi")
    wine.run("msiexec", "/i", package, "/qn")
    program = wine.prefix / "drive_c" / "Program Files" / "pos-app"
    assert (program / "pos-app.exe").exists()
    assert "pos-app" in wine.run(program / "pos-app-cli.exe", "--version")
    wine.run("msiexec", "/x", package, "/qn")
    assert not (program / "pos-app.exe").exists()


def _is_used(wine: Wine, command: Path, tmp_path: Path) -> None:
    def pos_app(*arguments: str, stdin: str = "") -> str:
        return wine.run(command, *arguments, stdin=stdin)

    told = steps(pos_app("--smoke", str(tmp_path / "window.png")))
    assert (told["keyring"], told["result"]) == ("system keyring (Windows): written, read back, deleted", "all is well")
    assert "packed" in told["program"]
    assert QImage(str(tmp_path / "window.png")).width() >= 1024
    with sandbox_of(lambda *words: wine.start(command, *words)) as (address, control):
        use(pos_app, address, control, tmp_path, shown=str(tmp_path))
