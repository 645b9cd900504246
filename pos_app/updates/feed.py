"""What the feed says: releases, each with a file for every kind of computer. Read strictly, for a vendor errs too.

::

    {"schema": 1, "sequence": 7, "published": "2026-11-27T10:00:00Z", "expires": "2027-01-31T10:00:00Z",
     "releases": [{"version": "0.2.0", "published": "2026-11-27T09:00:00Z", "data": 7,
                   "notes": {"en": "…", "cs": "…"},
                   "artefacts": [{"kind": "deb", "arch": "x86_64", "url": "https://…", "size": 54321000, "sha256": "…"}]}]}

``sequence`` grows with every feed; ``data`` is the version of ``till.db`` that the release writes. What is not named here, kinds of
artefacts included, is passed over: a later vendor may say more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, NoReturn
from urllib.parse import urlsplit

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.passquare.wire.strict_json import Malformed, loads
from pos_app.updates.version import Version, version

SCHEMA = 1
FEED_CAP_BYTES = 256 * 1024
MOST_RELEASES = 200
LARGEST_BYTES = 2 * 1024**3
LONGEST_NOTE = 2_000
LONGEST_URL = 1_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ARCH = re.compile(r"[a-z0-9_]{1,20}", re.ASCII)


class Kind(Enum):
    """How a program was installed, and so what replaces it."""

    DEB = "deb"
    RUN = "run"
    EXE = "exe"
    MSI = "msi"
    DMG = "dmg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """One file that installs a release."""

    kind: Kind
    arch: str
    """Of processors, in small letters: ``x86_64``, ``aarch64``."""
    url: str
    """https."""
    size: int
    """Bytes."""
    sha256: str
    """64 hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One version of this program."""

    version: Version
    published: datetime
    data: int
    """The version of the data that it writes. Older data it takes over, newer it does not touch."""
    notes: Mapping[str, str]
    """Language → what is new, as plain text."""
    artefacts: tuple[Artefact, ...]

    def artefact(self, kind: Kind, arch: str) -> Artefact | None:
        """The file for this kind of installation."""
        return next((each for each in self.artefacts if (each.kind, each.arch) == (kind, arch)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """All of it."""

    sequence: int
    published: datetime
    expires: datetime
    releases: tuple[Release, ...]
    """The newest version first."""


def read_feed(data: bytes) -> Feed:
    """The feed in ``data``, whoever signed it. Raises UpdateTrouble (UNREADABLE) that names what is wrong."""
    if len(data) > FEED_CAP_BYTES:
        _refuse("it is too long")
    try:
        document = loads(data)
    except Malformed as error:
        _refuse(str(error))
    if document.get("schema") != SCHEMA:
        _refuse(f"its form (schema) is not {SCHEMA}: this program is too old for it")
    feed = Feed(
        sequence=_whole(document, "sequence", most=10**12),
        published=_moment(document, "published"),
        expires=_moment(document, "expires"),
        releases=tuple(sorted(_releases(document), key=lambda each: each.version, reverse=True)),
    )
    if feed.expires <= feed.published:
        _refuse("it expires before it was published")
    if len({each.version for each in feed.releases}) != len(feed.releases):
        _refuse("it names a version twice")
    return feed


def _refuse(why: str) -> NoReturn:
    raise UpdateTrouble(f"The release feed cannot be used: {why}.", fault=UpdateFault.UNREADABLE)


def _releases(document: Mapping[str, Any]) -> list[Release]:
    found = _list(document, "releases")
    if len(found) > MOST_RELEASES:
        _refuse("it names too many releases")
    return [_release(each) for each in found]


def _release(said: Mapping[str, Any]) -> Release:
    artefacts = tuple(_artefact(each) for each in _list(said, "artefacts") if each.get("kind") in {kind.value for kind in Kind})
    if len({(each.kind, each.arch) for each in artefacts}) != len(artefacts):
        _refuse("it names two files for one kind of computer")
    try:
        number = version(_text(said, "version", longest=20))
    except ValueError as error:
        _refuse(str(error))
    return Release(
        version=number,
        published=_moment(said, "published"),
        data=_whole(said, "data", most=100_000),
        notes=_notes(said.get("notes")),
        artefacts=artefacts,
    )


def _artefact(said: Mapping[str, Any]) -> Artefact:
    arch, sha256 = _text(said, "arch", longest=20), _text(said, "sha256", longest=64)
    if not _ARCH.fullmatch(arch):
        _refuse("arch is not a kind of processor")
    if not _HASH.fullmatch(sha256):
        _refuse("sha256 is not 64 hexadecimal digits in small letters")
    url = _text(said, "url", longest=LONGEST_URL)
    if not is_secure(url):
        _refuse("the address of a file does not begin with https://, or is not an address")
    return Artefact(kind=Kind(said["kind"]), arch=arch, url=url, size=_whole(said, "size", most=LARGEST_BYTES), sha256=sha256)


def is_secure(url: str) -> bool:
    """Whether this is an https address of a host, without a user, a password or a fragment."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    plain = url.isascii() and url.isprintable() and " " not in url
    return plain and parts.scheme == "https" and bool(host) and "@" not in parts.netloc and "#" not in url


def _notes(said: object) -> dict[str, str]:
    if not isinstance(said, dict) or not all(isinstance(each, str) and len(each) <= LONGEST_NOTE for each in said.values()):
        _refuse("notes are not texts by language")
    return dict(said)


def _list(said: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = said.get(name)
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        _refuse(f"{name} is not a list")
    return found


def _text(said: Mapping[str, Any], name: str, *, longest: int) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not 0 < len(found) <= longest:
        _refuse(f"{name} is not a text")
    return found


def _whole(said: Mapping[str, Any], name: str, *, most: int) -> int:
    found = said.get(name)
    if type(found) is not int or not 1 <= found <= most:
        _refuse(f"{name} is not a whole number from 1 to {most}")
    return found


def _moment(said: Mapping[str, Any], name: str) -> datetime:
    text = _text(said, name, longest=20)
    try:
        # strptime takes a month of one digit too.
        text = text if _MOMENT.fullmatch(text) else ""
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        _refuse(f"{name} is not a moment such as 2026-01-31T12:00:00Z")
