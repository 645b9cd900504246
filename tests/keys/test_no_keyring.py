"""Without a system keyring that is on the list there is none: never a file, whatever the environment suggests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.keys.desktop import Desktop

TRY = """
from pos_app.keys import KeyName, system_keys
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret
try:
    keys = system_keys("till-1")
    keys.put(KeyName.APP_KEY, Secret("s3cr3t"))
    print(keys.place)
except KeyringTrouble as trouble:
    print(trouble)
"""
TEMPTED = "import keyring\nprint(type(keyring.get_keyring()).__name__)\n"
NONE = (
    "This computer has no system keyring that can be used (SecretService: RuntimeError; kwallet: RuntimeError)."
    " Use --session-keys to give the keys at every start instead.\n"
)

# What keyrings.alt brings, as a package of its own that Python finds installed.
PLAIN_TEXT = """
import os, pathlib
from keyring.backend import KeyringBackend

class PlainText(KeyringBackend):
    priority = 99
    file = pathlib.Path(os.environ["HOME"]) / "plain.txt"

    def get_password(self, service, username):
        return self.file.read_text() if self.file.exists() else None

    def set_password(self, service, username, password):
        self.file.write_text(password)
"""


@pytest.fixture
def installed(tmp_path: Path) -> str:
    """A folder of packages with a plain-text back-end that announces itself as keyrings.alt does."""
    packages = tmp_path / "packages"
    (packages / "plain-1.0.dist-info").mkdir(parents=True)
    (packages / "plain.py").write_text(PLAIN_TEXT)
    (packages / "plain-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: plain\nVersion: 1.0\n")
    (packages / "plain-1.0.dist-info" / "entry_points.txt").write_text("[keyring.backends]\nplain = plain\n")
    return str(packages)


def test_without_a_bus_there_is_no_keyring_and_it_says_what_to_do(no_bus: Desktop) -> None:
    assert no_bus.python(TRY) == NONE


def test_with_a_bus_but_nothing_on_it_there_is_none_either(bare_desktop: Desktop) -> None:
    assert bare_desktop.python(TRY) == NONE


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "nonsense", "unix:abstract=", ""])
def test_a_bus_that_is_not_there_is_no_keyring(no_bus: Desktop, address: str) -> None:
    assert no_bus.python(TRY, DBUS_SESSION_BUS_ADDRESS=address).startswith("This computer has no system keyring that can be used")


def test_an_installed_plain_text_back_end_is_not_used(no_bus: Desktop, installed: str) -> None:
    path = f"{installed}:{Path(__file__).parents[2]}"
    assert no_bus.python(TEMPTED, PYTHONPATH=path) == "PlainText\n", "keyring itself would take it"
    assert no_bus.python(TRY, PYTHONPATH=path) == NONE
    assert not (no_bus.home / "plain.txt").exists()


@pytest.mark.parametrize(
    "backend", ["plain.PlainText", "keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "nowhere.X"]
)
def test_the_environment_does_not_choose_the_keyring(no_bus: Desktop, installed: str, backend: str) -> None:
    path = f"{installed}:{Path(__file__).parents[2]}"
    assert no_bus.python(TRY, PYTHONPATH=path, PYTHON_KEYRING_BACKEND=backend) == NONE
    assert not (no_bus.home / "plain.txt").exists()


def test_a_configuration_file_does_not_choose_the_keyring(no_bus: Desktop, installed: str) -> None:
    config = no_bus.home / ".config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring=plain.PlainText\nkeyring-path={installed}\n")
    assert no_bus.python(TEMPTED) == "PlainText\n", "keyring itself would take it"
    assert no_bus.python(TRY) == NONE
    assert not (no_bus.home / "plain.txt").exists()


@pytest.mark.parametrize("backend", ["plain.PlainText", "keyring.backends.null.Keyring"])
def test_where_there_is_a_real_keyring_it_is_used_against_all_suggestions(
    shared_desktop: Desktop, installed: str, backend: str
) -> None:
    path = f"{installed}:{Path(__file__).parents[2]}"
    told = shared_desktop.python(TRY, PYTHONPATH=path, PYTHON_KEYRING_BACKEND=backend)
    assert told == "system keyring (SecretService)\n"
    assert not (shared_desktop.home / "plain.txt").exists()
