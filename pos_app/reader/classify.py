"""What one read is: a card, somebody's bank card, a product, a web address — or a reason to swipe again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from pos_app.reader.codes import GS, is_gs1_symbol, is_gtin, is_retail_symbol, parse_gs1, strip_aim
from pos_app.reader.payment import bank_brand, is_id_document, matches_own, squeeze, wipe
from pos_app.reader.profile import ReaderProfile, Sends
from pos_app.reader.tracks import Track, TrackState, is_tail, looks_like_tracks, split_bare_tracks, split_tracks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

MAX_CARD_CHARS = 64
_USUAL = ReaderProfile()

_ENDS = "\r\n\t"
_ALLOWED_CONTROLS = frozenset(f"{GS}\x1e\x04")
_END_BYTES = _ENDS.encode()
_OTHER_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in {*_ALLOWED_CONTROLS, *_ENDS})
_AIM = re.compile(rb"\][A-Za-z]\d")
_BARE_CARD = re.compile(r"[+]?[A-Za-z0-9](?:[A-Za-z0-9 ._:/*+@#$=-]*[A-Za-z0-9])?")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,15}://\S+|(?:tel|mailto|sms|geo|data|javascript|WIFI|MATMSG):\S*")


class ScanKind(Enum):
    """The values are what `pos-app decode` prints."""

    CARD = "card"
    PAYMENT_CARD = "payment_card"
    ID_DOCUMENT = "id_document"
    READ_ERROR = "read_error"
    INCOMPLETE = "incomplete"
    EAN = "ean"
    GS1 = "gs1"
    URL = "url"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Scan:
    """One read, understood. The repr says only what kind it is.

    `candidates` are the names under which a customer may be known, in the order to try them: track 2 before `=`,
    track 2 whole, track 1 account, track 1 whole, the bare payload. `value` is the one to show. Bank cards, documents,
    failed, incomplete and rejected reads carry nothing but their kind and a note.
    """

    kind: ScanKind
    value: str = field(default="", repr=False)
    candidates: tuple[str, ...] = field(default=(), repr=False)
    tracks: tuple[str, ...] = field(default=(), repr=False)
    note: str = ""


def classify(raw: str, *, loyalty_patterns: Sequence[Pattern[str]] = (), profile: ReaderProfile = _USUAL) -> Scan:
    """Say what a read is. Never raises, whatever the text.

    `raw` is what the reader typed, with or without its final Enter; tracks may be parted by CR, LF or Tab. `profile` is
    the reader. The shop's own numbers are the profile's and `loyalty_patterns`: what matches is never a bank card, and
    where there are any nothing else is a card, so that the tail of a swipe cannot pass for a shorter number. A pattern
    of plain letters and digits is a beginning, any other one must match the whole number.
    """
    return classify_buffer(bytearray(raw.encode(errors="surrogatepass")), loyalty_patterns=loyalty_patterns, profile=profile)


def classify_buffer(raw: bytearray, *, loyalty_patterns: Sequence[Pattern[str]] = (), profile: ReaderProfile = _USUAL) -> Scan:
    """The same of a buffer of UTF-8, without the reader's prefix and suffix. Zeroes the buffer before it returns.

    No text is made of it before it is known to be neither a bank card nor a document.
    """
    own = (*profile.own_numbers, *loyalty_patterns)
    try:
        return _guard(raw, own, profile) or _classify(_text_of(raw).strip(_ENDS), own, profile)
    finally:
        wipe(raw)


def _text_of(raw: bytearray) -> str:
    try:
        return raw.decode(errors="surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _guard(raw: bytearray, own: Sequence[Pattern[str]], profile: ReaderProfile) -> Scan | None:
    """What must not be looked at any closer."""
    if profile.allow_control:
        squeeze(raw, _OTHER_CONTROLS)
    start, end = 0, len(raw)
    while end and raw[end - 1] in _END_BYTES:
        end -= 1
    while start < end and raw[start] in _END_BYTES:
        start += 1
    # Counted without making a text of it; the bytes after the first of a character begin with 10.
    if sum(byte & 0xC0 != 0x80 for byte in memoryview(raw)[start:end]) > profile.max_chars:
        return Scan(ScanKind.REJECTED, note=f"longer than {profile.max_chars} characters")
    is_retail = False
    if profile.aim_ids is not Sends.NEVER and _AIM.match(raw, start, end):
        is_retail = raw[start + 1] in b"EI"
        start += 3
    payload = bytearray(end - start)
    # A plain slice would be a copy that nobody wipes.
    payload[:] = memoryview(raw)[start:end]
    try:
        brand = None if is_retail else bank_brand(payload, own)
        if brand is not None:
            return Scan(ScanKind.PAYMENT_CARD, note=brand or "unknown issuer")
        if is_id_document(payload):
            return Scan(ScanKind.ID_DOCUMENT, note="driving licence, passport or identity card")
    finally:
        wipe(payload)
    return None


def _classify(text: str, own: Sequence[Pattern[str]], profile: ReaderProfile) -> Scan:
    aim, payload = ("", text) if profile.aim_ids is Sends.NEVER else strip_aim(text)
    if not payload:
        return Scan(ScanKind.UNKNOWN, note="empty")
    if not aim and profile.sentinels is not Sends.NEVER and looks_like_tracks(payload):
        return _swipe(split_tracks(_without_separators(payload, profile), profile), own)
    if not aim and any(error.fullmatch(payload) for error in profile.errors):
        return Scan(ScanKind.READ_ERROR, note="no track could be read")
    if not aim and profile.sentinels is Sends.NEVER and _has_track_fields(payload, profile):
        return _swipe(split_bare_tracks(payload, profile), own)
    if any(not (char.isprintable() or char in _ALLOWED_CONTROLS) for char in payload):
        return _whole_track_of(payload, own, profile) or Scan(ScanKind.REJECTED, note="control characters")
    if _URL.fullmatch(payload):
        return Scan(ScanKind.URL, payload, (payload,), note="not opened")
    if not aim and is_tail(payload):
        return _whole_track_of(payload, own, profile) or Scan(ScanKind.INCOMPLETE, note="the beginning is missing")
    if not aim and profile.aim_ids is Sends.ALWAYS and not matches_own(payload, own):
        return Scan(ScanKind.INCOMPLETE, note="the beginning is missing")
    return _code(aim, payload, own)


def _without_separators(text: str, profile: ReaderProfile) -> str:
    separator = profile.track_separator
    return text.replace(f"?{separator}", "?\r") if separator else text


def _has_track_fields(text: str, profile: ReaderProfile) -> bool:
    """Whether this has what only tracks have: a `=` between digits, `^`, or two tracks one after another."""
    separator = profile.track_separator
    return re.search(r"\d=\d|\^", text) is not None or bool(separator and separator in text)


def _swipe(tracks: tuple[Track, ...], loyalty_patterns: Sequence[Pattern[str]]) -> Scan:
    read = {track.number: track for track in reversed(tracks) if track.state is TrackState.READ}
    lost = [track for track in tracks if track.state is not TrackState.READ]
    if not read:
        if any(track.state is TrackState.CUT for track in lost):
            return Scan(ScanKind.INCOMPLETE, note="the end is missing")
        return Scan(ScanKind.READ_ERROR, note="no track could be read")
    # Track 3 often belongs to somebody else (a hotel, a bank), so it names the customer only when it stands alone.
    naming = [read[number] for number in (2, 1) if number in read] or list(read.values())
    candidates = tuple(dict.fromkeys(name for track in naming for name in (track.account, track.body) if name))
    if not candidates:
        return Scan(ScanKind.READ_ERROR, note="no track could be read")
    bodies = tuple(read[number].body for number in sorted(read))
    note = ", ".join(f"track {track.number} not read" for track in lost if track.number not in read)
    if not loyalty_patterns:
        return Scan(ScanKind.CARD, candidates[0], candidates, bodies, note)
    own = next((name for name in candidates if matches_own(name, loyalty_patterns)), None)
    if own is None:
        return Scan(ScanKind.UNKNOWN, candidates[0], (), bodies, "not one of the shop's cards")
    return Scan(ScanKind.CARD, own, candidates, bodies, note)


def _whole_track_of(text: str, loyalty_patterns: Sequence[Pattern[str]], profile: ReaderProfile) -> Scan | None:
    """The card of a swipe whose first track lost its beginning, when a later track is whole; the third one names nobody."""
    _, _, rest = text.partition("?")
    if not looks_like_tracks(rest.lstrip(_ENDS)):
        return None
    tracks = split_tracks(rest, profile)
    if not any(track.number < 3 and track.state is TrackState.READ for track in tracks):
        return None
    scan = _swipe(tracks, loyalty_patterns)
    return scan if scan.kind is ScanKind.CARD else None


def _code(aim: str, payload: str, loyalty_patterns: Sequence[Pattern[str]]) -> Scan:
    own = matches_own(payload, loyalty_patterns)
    if own:
        return Scan(ScanKind.CARD, payload, (payload,))
    if is_gs1_symbol(aim) or GS in payload:
        return _gs1(payload)
    if is_gtin(payload) and (not aim or is_retail_symbol(aim)):
        return Scan(ScanKind.EAN, payload, (payload,), note=f"EAN-{len(payload)}")
    if not all(char.isprintable() for char in payload):
        return Scan(ScanKind.REJECTED, note="control characters")
    if loyalty_patterns:
        return Scan(ScanKind.UNKNOWN, payload, note="not one of the shop's cards")
    if len(payload) > MAX_CARD_CHARS or not _BARE_CARD.fullmatch(payload):
        return Scan(ScanKind.UNKNOWN, payload, note="not a card number")
    return Scan(ScanKind.CARD, payload, (payload,))


def _gs1(payload: str) -> Scan:
    elements = parse_gs1(payload)
    if elements is None:
        return Scan(ScanKind.UNKNOWN, payload.replace(GS, " "), note="not GS1")
    note = "".join(f"({ai}){value}" for ai, value in elements.items())
    customer = elements.get("8018")
    if customer is not None:
        return Scan(ScanKind.GS1, customer, (customer,), note="GSRN")
    value = elements.get("01") or elements.get("02") or next(iter(elements.values()))
    return Scan(ScanKind.GS1, value, note=note)
