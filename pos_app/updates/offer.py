"""What a build knows of its vendor's feed: ``resources/updates.toml``, put there by whoever makes a release.

::

    feed = "https://…/pos-app/feed.json"      # its signature lies beside it: feed.json.sig
    keys = ["<Base64 of a public key>", "<of the next one>"]
    kind = "deb"                              # how this build is installed

A build without the file (a source tree, a distribution's own package) offers no updates and says so.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.updates.feed import Kind, is_secure
from pos_app.updates.seal import KEY_BYTES, decoded

FILE = "updates.toml"
MOST_KEYS = 2
"""The one in use, and the one that follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Where the feed is, by whom it must be signed, and what this installation is replaced by."""

    feed_url: str
    keys: tuple[bytes, ...]
    kind: Kind

    @property
    def seal_url(self) -> str:
        """Where its signature is."""
        return f"{self.feed_url}.sig"


def read_offer(file: Path) -> Offer | None:
    """The offer; None: this build makes none. Raises UpdateTrouble for a file that was made wrong, and where it cannot be read."""
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _wrong(str(error))
    url, kind, keys = said.get("feed"), said.get("kind"), said.get("keys")
    if not isinstance(url, str) or not is_secure(url) or "?" in url:
        _wrong("feed must be an https address")
    if kind not in {each.value for each in Kind}:
        _wrong(f"kind must be one of {', '.join(each.value for each in Kind)}")
    if not isinstance(keys, list) or not 1 <= len(keys) <= MOST_KEYS:
        _wrong(f"keys must be 1 to {MOST_KEYS} public keys")
    read = tuple(key for each in keys if isinstance(each, str) and (key := decoded(each, KEY_BYTES)) is not None)
    if len(read) != len(keys):
        _wrong("a key is not 32 bytes in Base64")
    return Offer(feed_url=url, keys=read, kind=Kind(kind))


def _wrong(why: str) -> NoReturn:
    raise UpdateTrouble(f"This program was built with an {FILE} that makes no sense: {why}.", fault=UpdateFault.UNREADABLE)
