"""What is done with reads that are understood: the same card twice in a moment is one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.reader.classify import Scan, ScanKind, classify_buffer
from pos_app.reader.profile import ReaderProfile
from pos_app.reader.verdict import RawRead, ReadEnd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

_ONCE = frozenset({ScanKind.CARD, ScanKind.PAYMENT_CARD, ScanKind.ID_DOCUMENT, ScanKind.URL})


class ReadPolicy:
    """From raw reads to scans. Holds the last card to know it again, no longer than its window matters."""

    def __init__(self, *, loyalty_patterns: Sequence[Pattern[str]] = (), profile: ReaderProfile | None = None) -> None:
        self._patterns = tuple(loyalty_patterns)
        self._profile = profile or ReaderProfile()
        self._last: Scan | None = None
        self._last_ms = 0

    def understand(self, read: RawRead) -> Scan | None:
        """The scan, or None when it is the card of a moment ago again. Two products of a kind are two products.

        Zeroes the buffer of the read.
        """
        scan = self._scan(read)
        again = (
            self._last is not None
            and scan.kind in _ONCE
            and (scan.kind, scan.value) == (self._last.kind, self._last.value)
            and 0 <= read.t_ms - self._last_ms < self._profile.dedupe_ms
        )
        if again:
            return None
        self._last, self._last_ms = scan, read.t_ms
        return scan

    def _scan(self, read: RawRead) -> Scan:
        match read.end:
            case ReadEnd.TOO_LONG:
                return Scan(ScanKind.REJECTED, note=f"longer than {self._profile.max_chars} characters")
            case ReadEnd.STUCK:
                return Scan(ScanKind.INCOMPLETE, note="a key of the reader hung, or something was typed meanwhile")
            case ReadEnd.CUT:
                return Scan(ScanKind.INCOMPLETE, note="the end is missing")
            case ReadEnd.WHOLE:
                return classify_buffer(read.buffer, loyalty_patterns=self._patterns, profile=self._profile)
