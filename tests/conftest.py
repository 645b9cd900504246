"""What every test starts from: no screen, a home of its own, nobody's session bus; and how hard hypothesis tries.

A test run must neither read nor write anything of the person who runs it: their till's data, their keyring, their settings.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest

# A desktop that sets QT_QPA_PLATFORM itself, a scale factor or a style would otherwise change what is tested.
UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "POS_APP_DATA_DIR", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME")
PRIVATE_FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
}
OWN_BUS = "POS_APP_TEST_BUS"
"""A test that starts a D-Bus session of its own puts that session's address here, for pytest runs inside of it."""

hypothesis.settings.register_profile("dev", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, max_examples=300, print_blob=True, database=None)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=5_000, print_blob=True)
hypothesis.settings.register_profile("mutants", deadline=None, max_examples=20, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_configure(config: pytest.Config) -> None:
    """Sets the environment before any test module is imported."""
    private = Path(tempfile.mkdtemp(prefix="pos-app-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(private, ignore_errors=True))
    for variable, folder in PRIVATE_FOLDERS.items():
        path = private / folder
        path.mkdir(parents=True, exist_ok=True)
        os.environ[variable] = str(path)
    for variable in UNWANTED:
        os.environ.pop(variable, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false"
    bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if bus is not None and bus != os.environ.get(OWN_BUS):
        del os.environ["DBUS_SESSION_BUS_ADDRESS"]
