"""A next version of this very program updates the data and sells; this one takes over what it left, once a person says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app import __version__
from pos_app.store.schema import TILL
from tests.cli.conftest import JANA, TIMEOUT_S, PosApp

ROOT = Path(__file__).parents[2]
STEP = """

def shifts(database: sqlite_utils.Database) -> None:
    database.execute("ALTER TABLE sale ADD COLUMN shift INTEGER")


TILL = Layout(name=TILL.name, application_id=TILL.application_id, precious=True, steps=(*TILL.steps, shifts))
"""
SETTING = '''

@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Settings):  # type: ignore[no-redef]
    """With what the next version adds."""

    shifts_a_day: int = 2
'''


@pytest.fixture
def next_version(till: PosApp, tmp_path: Path) -> PosApp:
    """A copy of this program, one version on: a column more in its data, a setting more in its settings."""
    folder = tmp_path / "next"
    shutil.copytree(ROOT / "pos_app", folder / "pos_app", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "resources").symlink_to(ROOT / "resources")
    for name, change in (("store/schema.py", lambda text: text + STEP), ("settings.py", _with_a_setting)):
        file = folder / "pos_app" / name
        file.write_text(change(file.read_text()))
    version = folder / "pos_app" / "__init__.py"
    version.write_text(version.read_text().replace(__version__, "99.0.0"))
    return _Elsewhere(till.data_dir, till.keys, folder=folder)


class _Elsewhere(PosApp):
    def __init__(self, data_dir: Path, keys: str, *, folder: Path) -> None:
        super().__init__(data_dir, keys)
        self.folder = folder

    def __call__(self, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "pos_app", "--data-dir", str(self.data_dir), *arguments]
        env = {**os.environ, "PYTHONPATH": str(self.folder)}
        given = self.keys if stdin is None else stdin
        done = subprocess.run(command, env=env, input=given, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        return done


def _with_a_setting(text: str) -> str:
    at = text.index("\n\ndef _check_texts(")
    return text[:at] + SETTING + text[at:]


def test_one_goes_back_a_version_with_everything_that_the_newer_one_did(till: PosApp, next_version: PosApp) -> None:
    sold = till.json("sell", JANA, "--amount", "100", "--session-keys")["sale_id"]
    assert next_version("--version").stdout.strip() == "pos-app 99.0.0"
    # Changes its settings and its data.
    assert next_version("printer", "file:/dev/null").returncode == 0
    newer = next_version.json("sell", JANA, "--amount", "200", "--session-keys")["sale_id"]
    assert "shifts_a_day = 2" in (till.data_dir / "settings.toml").read_text()
    assert (till.data_dir / f"till-v{TILL.version}.db").exists()

    refused = till("sell", JANA, "--amount", "1", "--session-keys")
    assert refused.returncode == 1
    assert f"data version {TILL.version + 1}, this one knows {TILL.version}" in refused.stderr
    assert till("recover").returncode == 1
    assert till("recover", "--go-back").returncode == 2

    done = till.json("recover", "--go-back", "--who", "Eva", "--reason", "It does not print.")
    assert (done["sales"], done["open"], done["orphans"]) == (2, 0, 0)
    assert till.json("verify")["ok"]
    third = till.json("sell", JANA, "--amount", "300", "--session-keys")
    assert third["state"] == "applied"
    for sale in (sold, newer):
        assert till.json("refund", sale, "--session-keys")["sale_id"] == sale

    # And forward again, with what was sold meanwhile.
    assert next_version.json("verify")["ok"]
    assert next_version.json("refund", third["sale_id"], "--session-keys")["sale_id"] == third["sale_id"]
