"""``pos-app update`` in processes of its own: a program built with a feed, its vendor's server, and a stand-in installer."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pos_app import __version__
from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import SessionKeys
from pos_app.settings import load
from pos_app.store.till_store import TillStore
from tests.cli.conftest import TIMEOUT_S, PosApp
from tests.store.shop import one_posting
from tests.till.updating.stand import CONTENT, FEED, Stand
from tests.updates.shelf import Shelf

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "installer" / "feed.py"


@dataclass
class Built:
    """A copy of this program as a vendor builds it, and where its till's data is."""

    folder: Path
    data: Path
    env: dict[str, str]

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-P", "-m", "pos_app", "--data-dir", str(self.data), "--wait", "0", "update", *words]
        done = subprocess.run(
            command, cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def json(self, *words: str) -> Any:
        done = self(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


@pytest.fixture
def stand(tmp_path: Path, till: PosApp) -> Iterator[Stand]:
    with Shelf().open() as shelf:
        yield Stand(till.data_dir / "updates", shelf)


@pytest.fixture
def built(stand: Stand, till: PosApp, tmp_path: Path) -> Built:
    """The vendor's own tool makes the file that a build carries."""
    folder, ca = tmp_path / "program", tmp_path / "ca.pem"
    shutil.copytree(ROOT / "pos_app", folder / "pos_app", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "resources").mkdir()
    for each in (ROOT / "resources").iterdir():
        (folder / "resources" / each.name).symlink_to(each)
    stand.shelf.authority.cert_pem.write_to_path(str(ca))
    keys = [f"--public={_text(each)}" for each in stand.vendor.offer().keys]
    offer = ["offer", "--feed", stand.shelf.url(FEED), *keys, "--kind", "run", "--out", str(folder / "resources" / "updates.toml")]
    subprocess.run([sys.executable, TOOL, *offer], check=True)
    return Built(folder, till.data_dir, {**os.environ, "PYTHONPATH": str(folder), "SSL_CERT_FILE": str(ca)})


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def test_a_new_version_goes_all_the_way_from_the_feed_to_its_installer(stand: Stand, built: Built) -> None:
    newer = "99.0.0"
    stand.publish(newer, now=_today())
    assert built.json()["newer"] is None
    assert stand.shelf.asked == []
    said = built.json("--check")
    assert (said["version"], said["offered"], said["on"], said["newer"]["version"]) == (__version__, True, False, newer)
    assert not said["newer"]["downloaded"]
    file = Path(built.json("--download")["file"])
    assert file.read_bytes() == CONTENT
    done = built("--install")
    assert (done.returncode, done.stdout) == (0, "Installed.\n")
    # What the stand-in installer left behind: it was run.
    assert (stand.folder / "ran").read_text() == "installed\n"
    copies = sorted(each.name for each in (built.data / "backups").iterdir())
    assert copies == ["before-99.0.0-settings.toml", "before-99.0.0-till.db"]
    with closing(TillStore.open(built.data / "backups" / "before-99.0.0-till.db")) as copy:
        assert copy.counts().waiting == 0


def test_nothing_is_installed_while_a_sale_waits(stand: Stand, built: Built) -> None:
    stand.publish("99.0.0", now=_today())
    built.json("--download")
    with closing(TillStore.open(built.data / "till.db")) as store:
        store.save_sale(*one_posting())
    done = built("--install")
    assert done.returncode == 1
    assert "Not now" in done.stderr
    assert "1 waiting to be sent" in done.stderr
    assert not (stand.folder / "ran").exists()


def test_nothing_is_installed_while_the_till_is_open(stand: Stand, built: Built) -> None:
    stand.publish("99.0.0", now=_today())
    built.json("--download")
    place = DataDir(built.data)
    with open_till(load(place), place, SessionKeys()):
        done = built("--install")
    assert (done.returncode, done.stdout) == (1, "")
    assert "close its window first" in done.stderr


def test_an_installer_that_fails_is_told_with_its_log(stand: Stand, built: Built) -> None:
    stand.publish("99.0.0", content=b"echo no room here; exit 7\n", now=_today())
    built.json("--download")
    done = built("--install")
    assert done.returncode == 1
    assert "ended with 7" in done.stdout
    assert (stand.folder / "installer.log").read_text() == "no room here\n"


def test_a_forged_feed_ends_with_a_sentence(stand: Stand, built: Built) -> None:
    stand.publish("99.0.0", now=_today(), seal=b"AAAA\n")
    done = built("--download")
    assert (done.returncode, done.stdout) == (1, "")
    assert "not signed by the vendor" in done.stderr
    assert not stand.folder.exists()


def test_one_can_go_back_a_version(stand: Stand, built: Built) -> None:
    stand.publish("99.0.0", "0.0.1", now=_today())
    assert built.json("--check")["previous"] == "0.0.1"
    assert Path(built.json("--download", "--back")["file"]).name == "pos-app-0.0.1.run"
    assert built("--install", "--back").returncode == 0
    assert (stand.folder / "ran").exists()


def test_the_daily_look_is_off_until_somebody_switches_it_on(built: Built, till: PosApp) -> None:
    assert [built.json(*words)["on"] for words in ((), ("--on",), (), ("--off",), ())] == [False, True, True, False, False]


def test_a_build_without_a_feed_says_so(till: PosApp) -> None:
    said = till.json("update")
    assert (said["offered"], said["newer"]) == (False, None)
    assert "offers no updates" in till("update").stdout
    for word in ("--check", "--download", "--install"):
        done = till("update", word)
        assert (done.returncode, done.stdout) == (1, "")
        assert "offers no updates" in done.stderr


def test_back_alone_is_refused(till: PosApp) -> None:
    assert till("update", "--back").returncode == 2


def _today() -> datetime:
    return datetime.now(UTC)
