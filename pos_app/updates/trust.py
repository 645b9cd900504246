"""Whether a feed is believed, and which of its releases is for this till.

A feed that is genuine may still be an old one, held up or put back by whoever stands in between: so it expires, and none is taken
whose number is lower than that of one seen before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.updates.feed import Artefact, Feed, Release, read_feed
from pos_app.updates.offer import Offer
from pos_app.updates.seal import is_sealed
from pos_app.updates.version import Version


def genuine(data: bytes, seal: bytes, offer: Offer) -> Feed:
    """The feed in ``data``, if its vendor signed it. Raises UpdateTrouble (FORGED, UNREADABLE)."""
    if not is_sealed(data, seal, offer.keys):
        sentence = "The release feed is not signed by the vendor of this program: it was not used."
        raise UpdateTrouble(sentence, fault=UpdateFault.FORGED)
    return read_feed(data)


def refuse_stale(feed: Feed, *, now: datetime, seen: int) -> None:
    """Raise UpdateTrouble (OLDER, EXPIRED) for a feed that is not to be acted on. ``seen``: the highest number ever seen here."""
    if feed.sequence < seen:
        sentence = f"The release feed is an older one ({feed.sequence}) than this till has seen before ({seen}): it was not used."
        raise UpdateTrouble(sentence, fault=UpdateFault.OLDER)
    if now >= feed.expires:
        sentence = (
            f"The release feed has expired ({feed.expires:%Y-%m-%d}): it may be held up on its way. "
            "If it lasts, check this PC's date, and ask the vendor."
        )
        raise UpdateTrouble(sentence, fault=UpdateFault.EXPIRED)


def newer(feed: Feed, offer: Offer, *, arch: str, than: Version, data: int) -> tuple[Release, Artefact] | None:
    """The newest release that is newer and knows this till's data (version ``data``), and its file for this computer."""
    return _first(feed, offer, arch, lambda each: each.version > than and each.data >= data)


def before(feed: Feed, offer: Offer, *, arch: str, version: Version) -> tuple[Release, Artefact] | None:
    """The release that came before ``version``: what one goes back to."""
    return _first(feed, offer, arch, lambda each: each.version < version)


def _first(feed: Feed, offer: Offer, arch: str, fits: Callable[[Release], bool]) -> tuple[Release, Artefact] | None:
    for release in feed.releases:
        artefact = release.artefact(offer.kind, arch)
        if artefact is not None and fits(release):
            return release, artefact
    return None
