"""Where on the paper everything of a slip goes: worked out once, drawn by whoever has a pencil.

Measures are dots, 8 to a millimetre, as a thermal head of 203 dpi has them; a page or a PDF scales them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from pos_app.paper.slip import Code, Rank, Row, Rule, Slip, Stamp, Title

__all__ = ["DOTS_PER_MM", "Bar", "Face", "Font", "Laid", "Mark", "Square", "Text", "lay_out"]

DOTS_PER_MM = 8
_WIDE = 500
"""From this width on letters have their full size."""
_SIDE = 6
_GAP = 14
_LINE, _ASCENT, _CAP = 1.32, 1.02, 0.73
"""Of a letter's size: from line to line, from the line's top to its foot, how high a capital is."""


class Font(Enum):
    """The file in ``resources/fonts``."""

    TEXT = "Inter-Medium"
    BOLD = "Inter-Bold"
    DISPLAY = "InterDisplay-SemiBold"


@dataclass(frozen=True, slots=True)
class Face:
    """Letters of this font, so many dots high."""

    font: Font
    size: int


@dataclass(frozen=True, slots=True)
class Text:
    """Letters that stand on ``foot`` and begin at ``x``."""

    x: int
    foot: int
    text: str
    face: Face
    white: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """Black."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Square:
    """A QR code of ``text`` with its quiet zone."""

    x: int
    y: int
    side: int
    text: str


Mark = Text | Bar | Square
Measure = Callable[[str, Face], float]
"""How wide a text is, in dots."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A slip that only has to be drawn, in this order."""

    width: int
    height: int
    marks: tuple[Mark, ...]


_FACES = {
    Rank.SMALL: (Font.TEXT, 22, 20),
    Rank.NORMAL: (Font.TEXT, 26, 23),
    Rank.STRONG: (Font.BOLD, 28, 25),
    Rank.LARGE: (Font.DISPLAY, 44, 36),
}
"""Font, size on wide paper, size on narrow paper."""
_SMALLEST = 14


def lay_out(slip: Slip, width: int, measure: Measure) -> Laid:
    """Place everything on paper of ``width`` dots; it is as long as it takes. Nothing is left off: what is too long wraps."""
    sheet = _Sheet(width, measure)
    sheet.y = 10
    for part in slip.parts:
        match part:
            case Title(text, rank):
                sheet.title(text, sheet.face(rank))
            case Row(left, right, rank):
                sheet.row(left, right, rank)
            case Rule():
                sheet.rule()
            case Stamp(text):
                sheet.stamp(text)
            case Code(text, caption):
                sheet.code(text, caption)
    return Laid(width, sheet.y + 16, tuple(sheet.marks))


@dataclass(slots=True)
class _Sheet:
    width: int
    measure: Measure
    y: int = 0
    marks: list[Mark] = field(default_factory=list)

    @property
    def room(self) -> int:
        return self.width - 2 * _SIDE

    def face(self, rank: Rank) -> Face:
        font, wide, narrow = _FACES[rank]
        return Face(font, wide if self.width >= _WIDE else narrow)

    def title(self, text: str, face: Face) -> None:
        for line in self._wrapped(text, face):
            self._put((self.width - self.measure(line, face)) / 2, line, face)
            self._next(face)

    def row(self, left: str, right: str, rank: Rank) -> None:
        label = self.face(Rank.STRONG if rank is Rank.LARGE else rank)
        value = self._fitting(right, self.face(rank))
        foot = self._foot(value) if right else self._foot(label)
        beside = self.measure(left, label) + _GAP + self.measure(right, value) <= self.room
        if left and not (right and beside):
            for line in self._wrapped(left, label):
                self._put(_SIDE, line, label)
                self._next(label)
        elif left:
            self._put(_SIDE, left, label, foot)
        for line in self._wrapped(right, value) if right else ():
            self._put(self.width - _SIDE - self.measure(line, value), line, value)
            self._next(value)

    def rule(self) -> None:
        self.y += 9
        self.marks.append(Bar(_SIDE, self.y, self.room, 2))
        self.y += 11

    def stamp(self, text: str) -> None:
        face = self.face(Rank.STRONG)
        lines = self._wrapped(text, face, self.room - 2 * _GAP)
        inside = max(self.measure(line, face) for line in lines)
        width, height = round(inside) + 2 * _GAP, round(face.size * _LINE) * len(lines) + 8
        self.y += 6
        self.marks.append(Bar((self.width - width) // 2, self.y, width, height))
        top = self.y
        self.y += 4
        for line in lines:
            # Capitals in the middle of their line, whatever hangs below it.
            foot = self.y + round((face.size * _LINE + face.size * _CAP) / 2)
            self._put((self.width - self.measure(line, face)) / 2, line, face, foot, white=True)
            self._next(face)
        self.y = top + height + 8

    def code(self, text: str, caption: str) -> None:
        side = min(self.width * 3 // 5, 264)
        self.marks.append(Square((self.width - side) // 2, self.y, side, text))
        self.y += side
        if caption:
            self.title(caption, self.face(Rank.SMALL))

    def _put(self, x: float, text: str, face: Face, foot: int | None = None, *, white: bool = False) -> None:
        self.marks.append(Text(round(x), self._foot(face) if foot is None else foot, text, face, white))

    def _foot(self, face: Face) -> int:
        return self.y + round(face.size * _ASCENT)

    def _next(self, face: Face) -> None:
        self.y += round(face.size * _LINE)

    def _fitting(self, text: str, face: Face) -> Face:
        """A number gets smaller before it is broken."""
        while face.size > _SMALLEST and self.measure(text, face) > self.room:
            face = Face(face.font, face.size - 1)
        return face

    def _wrapped(self, text: str, face: Face, room: int | None = None) -> list[str]:
        room = self.room if room is None else room
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.measure(longer, face) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while self.measure(line, face) > room and len(line) > 1:
                cut = next(end for end in range(len(line) - 1, 0, -1) if end == 1 or self.measure(line[:end], face) <= room)
                lines.append(line[:cut])
                line = line[cut:]
        return [*lines, line]
