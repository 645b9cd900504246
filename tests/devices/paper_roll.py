"""What a receipt printer does with the bytes it gets: a small reader of ESC/POS that keeps the paper as a picture.

It knows the commands that a till sends and no others: anything else is a bug of the till and raises.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

COVER_OPEN, NO_PAPER = 0x04, 0x20
READY = 0x12
ASK = b"\x10\x04\x02"
LINE = 30
"""Dots of an empty line."""


@dataclass
class PaperRoll:
    """``state``: bits of the answer to DLE EOT 2. ``bands_left``: for how many pictures there is paper; a printer without any does
    nothing but answer DLE EOT. What it says back is kept in ``said`` until it is taken.
    """

    width: int = 576
    state: int = 0
    bands_left: int = 1_000
    bands: list[Image.Image] = field(default_factory=list)
    cuts: list[bytes] = field(default_factory=list)
    resets: int = 0
    fed: int = 0
    said: bytes = b""
    _rest: bytes = b""
    _spacing: int = LINE

    def feed(self, data: bytes) -> None:
        """Bytes arrive; commands that are not whole yet are waited for."""
        self._rest += data
        if len(self.bands) >= self.bands_left:
            self.state |= NO_PAPER
            # What has come stays in its memory; this question is answered past everything that waits there.
            if self._rest.endswith(ASK):
                self._say(READY | self.state)
            return
        while self._rest and (used := self._command(self._rest)):
            self._rest = self._rest[used:]

    @property
    def unfinished(self) -> int:
        """Bytes of a command that never was whole."""
        return len(self._rest)

    def paper(self) -> Image.Image:
        """Everything that was printed, without the paper fed behind it: 0 is black."""
        sheet = Image.new("1", (self.width, sum(band.height for band in self.bands)), 1)
        top = 0
        for band in self.bands:
            sheet.paste(band, (0, top))
            top += band.height
        return sheet

    def _command(self, data: bytes) -> int:
        """Bytes that were used up; 0: more are needed."""
        for start, needs, act in (
            (b"\x1b@", 2, self._reset),
            (b"\x1bd", 3, lambda got: self._feed(got[2])),
            (b"\x1b3", 3, lambda got: self._space(got[2])),
            (b"\x1b2", 2, lambda _got: self._space(LINE)),
            (b"\x1dV", 3, lambda got: self.cuts.append(got[2:])),
            (ASK, 3, lambda _got: self._say(READY | self.state)),
            (b"\x1dr\x01", 3, lambda _got: self._say(0)),
        ):
            if data.startswith(start):
                if len(data) < needs:
                    return 0
                act(data[:needs])
                return needs
        if data.startswith(b"\0"):
            return len(data) - len(data.lstrip(b"\0"))
        if data.startswith(b"\x1dv0\0"):
            return self._raster(data)
        if data.startswith(b"\x1b*\x21"):
            return self._columns(data)
        if len(data) < 4:
            return 0
        raise AssertionError(f"a printer would print rubbish for {data[:8]!r}")

    def _raster(self, data: bytes) -> int:
        if len(data) < 8:
            return 0
        across, down = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
        end = 8 + across * down
        if len(data) < end:
            return 0
        band = Image.frombytes("1", (across * 8, down), data[8:end])
        self.bands.append(band.point(lambda dot: 0 if dot else 255))
        return end

    def _columns(self, data: bytes) -> int:
        if len(data) < 5:
            return 0
        across = int.from_bytes(data[3:5], "little")
        end = 5 + 3 * across
        if len(data) < end + 1:
            return 0
        assert data[end : end + 1] == b"\n", "a line of dots is printed by a line feed"
        assert self._spacing <= 24, "there would be white between the lines"
        band = Image.new("1", (across, 24), 1)
        for x in range(across):
            bits = int.from_bytes(data[5 + 3 * x : 8 + 3 * x], "big")
            for y in range(24):
                if bits >> (23 - y) & 1:
                    band.putpixel((x, y), 0)
        self.bands.append(band)
        return end + 1

    def _reset(self, _got: bytes) -> None:
        self.resets += 1
        self._spacing = LINE

    def _feed(self, lines: int) -> None:
        self.fed += lines

    def _space(self, dots: int) -> None:
        self._spacing = dots

    def _say(self, byte: int) -> None:
        self.said += bytes((byte,))
