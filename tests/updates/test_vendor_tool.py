"""What the vendor's tool makes is what a till takes, and nothing else leaves it signed."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.store.schema import TILL
from pos_app.updates.feed import Kind
from pos_app.updates.offer import read_offer
from pos_app.updates.trust import genuine, newer
from pos_app.updates.version import Version

TOOL = Path(__file__).parents[2] / "installer" / "feed.py"


def tool(*words: object, key: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "POS_APP_FEED_KEY": key}
    return subprocess.run([sys.executable, TOOL, *map(str, words)], capture_output=True, text=True, check=False, env=env)


def done(*words: object, key: str = "") -> str:
    ran = tool(*words, key=key)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_a_release_goes_the_whole_way_from_the_vendor_to_the_till(tmp_path: Path) -> None:
    key, feed, installer = tmp_path / "key", tmp_path / "feed.json", tmp_path / "pos-app.deb"
    installer.write_bytes(b"a package")
    public = done("new-key", key).strip()
    assert key.stat().st_mode & 0o077 == 0
    done("add", feed, "--version", "0.2.0", "--note", "en=Quicker.", "--file", f"deb:x86_64:{installer}:https://v.example/p.deb")
    done("renew", feed)
    # Signed from a file and from the environment: the same.
    done("sign", feed, "--key", key)
    seal = feed.with_name("feed.json.sig").read_bytes()
    done("sign", feed, key=key.read_text())
    assert feed.with_name("feed.json.sig").read_bytes() == seal
    toml = tmp_path / "updates.toml"
    done("offer", "--feed", "https://v.example/feed.json", "--public", public, "--kind", "deb", "--out", toml)
    offer = read_offer(toml)
    assert offer is not None
    read = genuine(feed.read_bytes(), seal, offer)
    found = newer(read, offer, arch="x86_64", than=Version(0, 1, 0), data=TILL.version)
    assert found is not None
    assert (read.sequence, found[0].data, found[1].size, found[1].kind) == (2, TILL.version, 9, Kind.DEB)
    assert base64.b64encode(offer.keys[0]).decode() == public


def test_what_no_till_would_take_is_not_signed(tmp_path: Path) -> None:
    key, feed = tmp_path / "key", tmp_path / "feed.json"
    done("new-key", key)
    feed.write_text('{"schema": 1}')
    ran = tool("sign", feed, "--key", key)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "cannot be used" in ran.stderr
    assert not feed.with_name("feed.json.sig").exists()


def test_a_key_is_never_overwritten_and_nothing_is_signed_without_one(tmp_path: Path) -> None:
    key, feed = tmp_path / "key", tmp_path / "feed.json"
    done("new-key", key)
    before = key.read_bytes()
    assert tool("new-key", key).returncode == 1
    assert key.read_bytes() == before
    done("add", feed, "--version", "0.2.0")
    ran = tool("sign", feed)
    assert ran.returncode == 1
    assert "private key" in ran.stderr


def test_a_build_without_a_feed_offers_none(tmp_path: Path) -> None:
    assert read_offer(tmp_path / "updates.toml") is None


@pytest.mark.parametrize(
    "text",
    [
        "feed = 1",
        'feed = "http://v.example/f"\nkeys = ["{k}"]\nkind = "deb"',
        'feed = "https://v.example/f?x"\nkeys = ["{k}"]\nkind = "deb"',
        'feed = "https://v.example/f"\nkeys = []\nkind = "deb"',
        'feed = "https://v.example/f"\nkeys = ["{k}", "{k}", "{k}"]\nkind = "deb"',
        'feed = "https://v.example/f"\nkeys = ["abcd"]\nkind = "deb"',
        'feed = "https://v.example/f"\nkeys = ["{k}"]\nkind = "rpm"',
        "feed =",
    ],
)
def test_an_offer_that_makes_no_sense_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "updates.toml"
    file.write_text(text.replace("{k}", base64.b64encode(bytes(32)).decode()))
    with pytest.raises(UpdateTrouble) as caught:
        read_offer(file)
    assert caught.value.fault is UpdateFault.UNREADABLE
