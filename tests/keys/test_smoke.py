"""``--smoke`` says whether an installation is complete: on a desktop with a keyring, without one, on a shop's own data."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from tests.keys.desktop import Desktop

PATIENCE_S = 60
KEYRING_IS_EMPTY = """
import contextlib, secretstorage
with contextlib.closing(secretstorage.dbus_init()) as bus:
    found = [item.get_attributes() for item in secretstorage.search_items(bus, {"service": "pos-app"})]
    print([each for each in found if each["username"].startswith("smoke-")])
"""
KEEPS_NOTHING = """
import sys
from keyring.backends import SecretService
SecretService.Keyring.set_password = lambda self, service, username, password: None
from pos_app.cli import main
sys.exit(main())
"""


def try_it(desktop: Desktop, *arguments: str, start: tuple[str, ...] = ("-m", "pos_app")) -> tuple[int, dict[str, str]]:
    """The exit code, and what was told of each step."""
    environment = desktop.environment | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.text.font.db=false"}
    done = subprocess.run(
        [sys.executable, *start, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, dict(line.split(": ", 1) for line in done.stdout.splitlines())


def drawn(picture: Path) -> bool:
    image = QImage(str(picture))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    return image.width() >= 1024 and len(colours) > 9


def test_a_complete_installation_is_found_well_step_by_step(shared_desktop: Desktop, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    code, steps = try_it(shared_desktop, "--smoke", str(picture))
    assert (code, list(steps)) == (0, ["program", "certificates", "keyring", "store", "window", "result"]), steps
    assert steps["keyring"] == "system keyring (SecretService): written, read back, deleted"
    assert "wal, synchronous full" in steps["store"]
    assert "in en, cs, de, ru" in steps["window"]
    assert drawn(picture)


def test_nothing_is_left_of_it_but_the_picture(new_desktop: Callable[..., Desktop], tmp_path: Path) -> None:
    desktop, picture = new_desktop(), tmp_path / "window.png"
    assert try_it(desktop, "--smoke", str(picture))[0] == 0
    assert desktop.python(KEYRING_IS_EMPTY) == "[]\n"
    assert [str(path) for path in desktop.home.rglob("*") if "pos-app" in str(path.relative_to(desktop.home))] == []
    assert list(tmp_path.iterdir()) == [picture]


def test_a_desktop_without_a_keyring_is_told_and_fails_unless_none_is_wanted(no_bus: Desktop, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    code, steps = try_it(no_bus, "--smoke", str(picture))
    assert code == 1
    assert steps["keyring"].startswith("FAILED: This computer has no system keyring that can be used")
    assert steps["result"] == "NOT WELL: see above"
    assert drawn(picture), "the other steps are tried all the same"
    code, steps = try_it(no_bus, "--session-keys", "--smoke", str(picture))
    assert (code, steps["keyring"]) == (0, "not tried (--session-keys)")


def test_a_keyring_that_keeps_nothing_is_found_out(shared_desktop: Desktop, tmp_path: Path) -> None:
    code, steps = try_it(shared_desktop, "--smoke", str(tmp_path / "window.png"), start=("-c", KEEPS_NOTHING))
    assert (code, steps["keyring"]) == (1, "FAILED: The system keyring did not keep the key it was given.")


def test_the_data_that_is_named_is_opened_and_kept(shared_desktop: Desktop, tmp_path: Path) -> None:
    data, picture = tmp_path / "till", tmp_path / "window.png"
    for _ in range(2):
        assert try_it(shared_desktop, "--data-dir", str(data), "--smoke", str(picture))[0] == 0
    assert (data / "till.db").stat().st_size > 0
    (data / "till.db").write_bytes(b"")
    code, steps = try_it(shared_desktop, "--data-dir", str(data), "--smoke", str(picture))
    assert (code, steps["store"].partition(":")[0]) == (1, "FAILED")
    assert "result" not in steps


def test_a_computer_that_trusts_nobody_is_found_out(shared_desktop: Desktop, tmp_path: Path) -> None:
    nowhere = "import os\nos.environ |= {'SSL_CERT_FILE': '/nowhere', 'SSL_CERT_DIR': '/nowhere'}\n"
    start = ("-c", f"{nowhere}import sys\nfrom pos_app.cli import main\nsys.exit(main())")
    code, steps = try_it(shared_desktop, "--smoke", str(tmp_path / "window.png"), start=start)
    assert code == 1
    assert steps["certificates"].startswith("FAILED: This computer trusts no authority")


def test_a_picture_that_cannot_be_written_is_told(shared_desktop: Desktop, tmp_path: Path) -> None:
    code, steps = try_it(shared_desktop, "--smoke", str(tmp_path / "nowhere" / "window.png"))
    assert code == 1
    assert steps["window"].startswith("FAILED: The picture cannot be written")
