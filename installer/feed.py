"""The vendor's end of the updates: makes the release feed, renews it, and signs it.

    python3 installer/feed.py new-key KEY_FILE                     a private key; prints the public one
    python3 installer/feed.py add FEED --version 0.2.0 --note en=… --file deb:x86_64:dist/pos-app.deb:https://…
    python3 installer/feed.py renew FEED [--days 60]               the same releases for another while
    python3 installer/feed.py sign FEED --key KEY_FILE …           writes FEED.sig
    python3 installer/feed.py offer --feed https://… --public KEY … --kind deb > resources/updates.toml

A private key is read from KEY_FILE, or from the environment (POS_APP_FEED_KEY, several with blanks between them); it is in no other
place, and never in this repository. While a key is exchanged, sign with both, the builds' ``updates.toml`` naming both.
Run it with the project's own Python (``.venv/bin/python``), which has the library for it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pos_app.files import write_whole
from pos_app.loyalty.errors import UpdateTrouble
from pos_app.store.schema import TILL
from pos_app.updates.feed import SCHEMA, Kind, read_feed
from pos_app.updates.offer import read_offer
from pos_app.updates.seal import KEY_BYTES, decoded, new_key, public_key, sealed
from pos_app.updates.version import version

KEY_VARIABLE = "POS_APP_FEED_KEY"
DAYS = 60
"""A feed is good for so long: whoever holds an old one back keeps a security fix from a till for that long at most."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    given = _parser().parse_args(arguments)
    try:
        given.command(given)
    except (OSError, ValueError, UpdateTrouble) as error:
        print(f"feed.py: {error}", file=sys.stderr)
        return 1
    return 0


def _new_key(given: argparse.Namespace) -> None:
    key = new_key()
    with os.fdopen(os.open(given.key, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(base64.b64encode(key) + b"\n")
    print(base64.b64encode(public_key(key)).decode())


def _add(given: argparse.Namespace) -> None:
    document = _read(given.feed)
    notes = dict(each.split("=", 1) for each in given.note)
    release = {
        "version": str(version(given.version)),
        "published": _stamp(datetime.now(UTC)),
        "data": TILL.version,
        "notes": notes,
        "artefacts": [_artefact(each) for each in given.file],
    }
    others = [each for each in document["releases"] if each["version"] != release["version"]]
    _write(given.feed, {**document, "releases": [release, *others]}, given.days)


def _artefact(said: str) -> dict[str, object]:
    kind, arch, rest = said.split(":", 2)
    path, _, url = rest.partition(":https://")
    content = Path(path).read_bytes()
    return {
        "kind": Kind(kind).value,
        "arch": arch,
        "url": f"https://{url}",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _renew(given: argparse.Namespace) -> None:
    _write(given.feed, _read(given.feed), given.days)


def _sign(given: argparse.Namespace) -> None:
    data = given.feed.read_bytes()
    # What no till would take is not signed.
    feed = read_feed(data)
    write_whole(given.feed.with_name(given.feed.name + ".sig"), sealed(data, _private_keys(given.key)))
    print(f"Feed {feed.sequence}, good until {feed.expires:%Y-%m-%d}: {', '.join(str(each.version) for each in feed.releases)}.")


def _offer(given: argparse.Namespace) -> None:
    text = f'feed = "{given.feed}"\nkeys = {json.dumps(given.public)}\nkind = "{given.kind}"\n'
    if given.out is None:
        print(text, end="")
        return
    given.out.write_text(text, encoding="utf-8")
    read_offer(given.out)


def _private_keys(files: Sequence[Path]) -> list[bytes]:
    texts = [each.read_text(encoding="ascii") for each in files] or os.environ.get(KEY_VARIABLE, "").split()
    keys = [decoded(each.strip(), KEY_BYTES) for each in texts]
    if not keys or None in keys:
        raise ValueError(f"give a private key: --key KEY_FILE, or {KEY_VARIABLE} in the environment")
    return [each for each in keys if each is not None]


def _read(feed: Path) -> dict[str, Any]:
    if not feed.exists():
        return {"sequence": 0, "releases": []}
    read_feed(feed.read_bytes())
    document: dict[str, Any] = json.loads(feed.read_bytes())
    return document


def _write(feed: Path, document: Mapping[str, Any], days: int) -> None:
    now = datetime.now(UTC)
    fresh = {
        **document,
        "schema": SCHEMA,
        "sequence": document["sequence"] + 1,
        "published": _stamp(now),
        "expires": _stamp(now + timedelta(days=days)),
    }
    data = json.dumps(fresh, ensure_ascii=False, indent=1).encode()
    read_feed(data)
    write_whole(feed, data)


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="feed.py", description="The vendor's end of the updates.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    key = commands.add_parser("new-key", help="make a private key in KEY_FILE; prints the public one")
    key.add_argument("key", type=Path, metavar="KEY_FILE")
    key.set_defaults(command=_new_key)
    add = commands.add_parser("add", help="put a release into FEED, which is made if need be")
    add.add_argument("--version", required=True)
    add.add_argument("--note", action="append", default=[], metavar="LANGUAGE=TEXT")
    add.add_argument("--file", action="append", default=[], metavar="KIND:ARCH:PATH:URL")
    add.set_defaults(command=_add)
    renew = commands.add_parser("renew", help="the same releases, with a later end")
    renew.set_defaults(command=_renew)
    for command in (add, renew):
        command.add_argument("feed", type=Path, metavar="FEED")
        command.add_argument("--days", type=int, default=DAYS)
    sign = commands.add_parser("sign", help="write FEED.sig")
    sign.add_argument("feed", type=Path, metavar="FEED")
    sign.add_argument("--key", type=Path, action="append", default=[], metavar="KEY_FILE")
    sign.set_defaults(command=_sign)
    offer = commands.add_parser("offer", help="what a build needs to know: resources/updates.toml")
    offer.add_argument("--feed", required=True, metavar="URL")
    offer.add_argument("--public", action="append", required=True, metavar="KEY")
    offer.add_argument("--kind", choices=[each.value for each in Kind], required=True)
    offer.add_argument("--out", type=Path, metavar="FILE")
    offer.set_defaults(command=_offer)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
