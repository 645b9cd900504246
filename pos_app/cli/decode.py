"""``decode``: what a reader typed, one read per line on standard input, told as the till would understand it.

The support desk's tool. A line may be somebody's bank card: it is read into a buffer that is zeroed, it is in no error
message, and of a bank card or a document nothing is answered but what it is.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from typing import Protocol, cast

from pos_app.cli import show
from pos_app.data_dir import data_dir
from pos_app.loyalty.errors import BadInput, NotSetUp, Problem
from pos_app.reader import ReaderProfile, Scan, ScanKind
from pos_app.reader.classify import classify_buffer
from pos_app.reader.payment import wipe
from pos_app.reader.profile import compiled
from pos_app.settings import load
from pos_app.till.reader_profile import profile_of

LONGEST_LINE = 16_384
"""Bytes; far more than any read that is not refused for its length anyway."""
_CHUNK = 65_536
_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|([rnt\\]))")
_SHORT = {b"r": 0x0D, b"n": 0x0A, b"t": 0x09, b"\\": 0x5C}
_TOLD_ONLY_BY_KIND = frozenset({ScanKind.PAYMENT_CARD, ScanKind.ID_DOCUMENT})


class _Source(Protocol):
    """A file that fills a buffer that is given to it: its own would not be zeroed."""

    def readinto(self, buffer: bytearray, /) -> int | None: ...


def decode(arguments: argparse.Namespace) -> int:
    """Answer every line as soon as it is whole. Raises BadInput for a pattern that is none."""
    try:
        patterns = compiled(tuple(arguments.pattern), name="--pattern")
    except ValueError as error:
        raise BadInput(Problem.SETTING, detail=f"{error}.") from None
    profile = _profile(arguments)
    try:
        for line in _lines(cast("_Source", getattr(sys.stdin.buffer, "raw", sys.stdin.buffer))):
            if line is None:
                scan = Scan(ScanKind.REJECTED, note=f"longer than {profile.max_chars} characters")
            else:
                _unescape(line)
                profile.frame.strip(line)
                scan = classify_buffer(line, loyalty_patterns=patterns, profile=profile)
            _tell(scan, as_json=arguments.json)
    except BrokenPipeError:
        # Whoever listened has enough. Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _profile(arguments: argparse.Namespace) -> ReaderProfile:
    """This till's reader; the usual one where no till is set up."""
    try:
        return profile_of(load(data_dir(arguments.data_dir)).reader)
    except NotSetUp:
        return ReaderProfile()


def _lines(source: _Source) -> Iterator[bytearray | None]:
    """Every line without its end; None for one that is too long. Nothing of a line is kept after the next is asked for."""
    chunk, line, filled = bytearray(_CHUNK), bytearray(LONGEST_LINE), 0
    while count := source.readinto(chunk):
        start = 0
        while start < count:
            end = chunk.find(b"\n", start, count)
            stop = count if end < 0 else end
            fits = max(0, min(stop - start, LONGEST_LINE - filled))
            line[filled : filled + fits] = memoryview(chunk)[start : start + fits]
            filled += stop - start
            start = stop + 1
            if end >= 0:
                yield _taken(line, filled)
                filled = 0
        wipe(chunk)
    if filled:
        yield _taken(line, filled)


def _taken(line: bytearray, filled: int) -> bytearray | None:
    """A copy of what is filled, and the line empty again."""
    taken = bytearray(min(filled, LONGEST_LINE))
    taken[:] = memoryview(line)[: len(taken)]
    wipe(line)
    return taken if filled <= LONGEST_LINE else None


def _unescape(line: bytearray) -> None:
    """Put the characters in the place of `\\r`, `\\n`, `\\t`, `\\\\` and `\\xNN`, where they lie. Other backslashes stay."""
    kept = position = 0
    while position < len(line):
        escape = _ESCAPE.match(line, position) if line[position] == 0x5C else None
        if escape is None:
            line[kept] = line[position]
            position += 1
        else:
            line[kept] = int(escape[1], 16) if escape[1] else _SHORT[escape[2]]
            position = escape.end()
        kept += 1
    line[kept:] = bytes(len(line) - kept)
    # A match that is alive holds the buffer at its length.
    escape = None
    del line[kept:]


def _tell(scan: Scan, *, as_json: bool) -> None:
    answer: dict[str, object] = {"kind": scan.kind.value}
    if scan.kind not in _TOLD_ONLY_BY_KIND:
        answer |= {"value": scan.value, "candidates": list(scan.candidates), "tracks": list(scan.tracks)}
    answer["note"] = scan.note
    if as_json:
        print(json.dumps(answer))
    else:
        others = ", ".join(each for each in scan.candidates if each != scan.value)
        parts = (scan.kind.value.replace("_", " "), scan.value, others and f"or {others}", scan.note and f"({scan.note})")
        show.line("  ".join(part for part in parts if part), sys.stdout)
    sys.stdout.flush()
