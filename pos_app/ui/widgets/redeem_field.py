"""``RedeemField``: how many points the customer uses, or why none can be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible

from pos_app.ui.theme import Ink, Type, draw_icon, theme

from .amount_field import CAP_RIGHT, PAD, paint_label
from .button import Button, ButtonKind
from .field_base import FieldBase
from .line_edit import SIDE, BareEdit
from .text import advance, elided, plain, put, put_in, wrapped_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["QuickAmount", "RedeemField"]

_NUMBER, _NUMBER_NARROW, _WIDE = Type.NUMBER_M.sized(30), Type.NUMBER_M.sized(28), 320
_MONEY = Type.LEAD
_QUICK_HEIGHT, _QUICK_GAP = 48, 6
_MAX_SHARE = 1.9
_REASON_WIDTH = 320
"""A reason in two lines of like length reads better than one and a last word below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickAmount:
    """One button under the number: its words, and whether it is the wide one (Max)."""

    words: str
    main: bool = False
    chosen: bool = False
    keep: bool = False
    """Whether it is among the last to go where there is no room for all."""
    spoken: str = ""
    """For a screen reader; empty: the words themselves."""


class RedeemField(FieldBase):
    """Number, its worth in money, a hint about the limit, quick buttons. ``lock`` shows a lock and the reason instead.

    ``quick_chosen`` gives the index of the quick button that was pressed.
    """

    accessible_role = QAccessible.Role.Grouping
    quick_chosen = Signal(int)

    def __init__(self, label: str, *, key: str = "F4", name: str | None = None, parent: QWidget | None = None) -> None:
        edit = BareEdit(_NUMBER, caret_px=3, placeholder_ink=Ink.DISABLED, limit=16)
        super().__init__(edit, name=name or label, parent=parent)
        self._label, self._key = plain(label, 60), key
        self._money = self._hint = self._reason = ""
        self._quick: list[Button] = []
        self._amounts: tuple[QuickAmount, ...] = ()
        edit.setPlaceholderText("0")
        edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label = plain(label, 60)
        self.update()

    def set_money(self, words: str) -> None:
        """What the points are worth, e.g. "−€4.80"."""
        self._money = plain(words, 40)
        self._arrange()

    def set_hint(self, words: str) -> None:
        """Which limit binds. Not shown where the field is too low for it."""
        self._hint = plain(words, 120)
        self.update()

    def set_quick(self, amounts: Sequence[QuickAmount]) -> None:
        """The quick buttons; they are rebuilt only when their number changes."""
        if tuple(amounts) == self._amounts:
            return
        self._amounts = tuple(amounts)
        while len(self._quick) > len(amounts):
            gone = self._quick.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._quick) < len(amounts):
            button = Button("", ButtonKind.KEY, height=_QUICK_HEIGHT, parent=self)
            button.clicked.connect(partial(self._choose, len(self._quick)))
            self._quick.append(button)
        for button, amount in zip(self._quick, amounts, strict=True):
            button.setText(amount.words)
            button.set_kind(ButtonKind.TINT if amount.main else ButtonKind.KEY)
            button.set_chosen(amount.chosen)
            button.setAccessibleName(amount.spoken)
        self._arrange()

    def _choose(self, index: int) -> None:
        self.quick_chosen.emit(index)

    @property
    def quick_buttons(self) -> tuple[Button, ...]:
        """For the focus order."""
        return tuple(self._quick)

    def lock(self, reason: str) -> None:
        """Nothing can be typed; the reason stands in the field and is its description for a screen reader."""
        self._reason = plain(reason, 200)
        self.setAccessibleName(self._label)
        self.setAccessibleDescription(self._reason)
        self._set_locked(locked=True)

    def unlock(self) -> None:
        """Points can be typed again."""
        self._reason = ""
        self.setAccessibleDescription("")
        self._set_locked(locked=False)

    def _set_locked(self, *, locked: bool) -> None:
        super()._set_locked(locked=locked)
        if self._quick:
            self._arrange_quick()

    def sizeHint(self) -> QSize:
        """It takes the height that the keypad leaves; 208 at 1280×800."""
        return QSize(280, 208)

    def minimumSizeHint(self) -> QSize:
        """Label, number and quick buttons."""
        return QSize(200, 148)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place edit and buttons."""
        super().resizeEvent(event)
        self._arrange()

    def _number_middle(self) -> int:
        """Where the number's middle is: between the label and what is below."""
        return 73 + max(0, self.height() - 208) // 3

    def _arrange(self) -> None:
        money = advance(self._money, _MONEY) + 12 if self._money else 0
        style = _NUMBER if self.width() >= _WIDE else _NUMBER_NARROW
        self.edit.set_type(style)
        line = style.line_px
        self.edit.setGeometry(PAD - SIDE, self._number_middle() - line // 2, round(self.width() - 2 * PAD + SIDE - money), line)
        if self._quick:
            self._arrange_quick()
        self.update()

    def _arrange_quick(self) -> None:
        """Equal ones, and the last (Max) 1.9 times as wide: 64, 64, 64 and 122 px at 1280×800.

        No number is ever cut: where that is too narrow for one, each gets what it wants, and where that is too much, the last
        one that need not be kept goes.
        """
        left, right = PAD, self.width() - CAP_RIGHT
        shown = list(self._quick)
        keeps = {button: amount.keep for button, amount in zip(self._quick, self._amounts, strict=True)}
        while (widths := _shared(shown, right - left - _QUICK_GAP * (len(shown) - 1))) is None:
            gone = next((each for each in reversed(shown[:-1]) if not keeps[each]), shown[-2])
            shown.remove(gone)
        top = self.height() - CAP_RIGHT - _QUICK_HEIGHT
        for button in self._quick:
            button.setVisible(not self._locked and button in shown)
        x = left
        for button, width in zip(shown, widths, strict=True):
            button.setGeometry(x, top, width, _QUICK_HEIGHT)
            x += width + _QUICK_GAP

    def _paint_inside(self, painter: QPainter) -> None:
        tokens = theme().tokens
        if self._locked:
            paint_label(painter, self, self._label, "")
            lines = wrapped_lines(self._reason, Type.SMALL, min(self.width() - 40, _REASON_WIDTH))
            top = (self.height() + 16) // 2 - 10
            draw_icon(painter, "lock", (self.width() - 24) / 2, top - 34, 24, tokens.text3)
            for index, line in enumerate(lines):
                rect = QRectF(12, top + 22 * index, self.width() - 24, 22)
                put_in(painter, rect, line, Type.SMALL, tokens.text2)
            return
        paint_label(painter, self, self._label, self._key)
        middle = self._number_middle()
        if self._money:
            x = self.width() - 13 - advance(self._money, _MONEY)
            put(painter, x, middle - 12, self._money, _MONEY, tokens.text2)
        hint_top = (middle + 20 + self.height() - (60 if self._quick else 12)) // 2 - 10
        if self._hint and self.height() >= 180:
            shown = elided(self._hint, Type.HINT, self.width() - 2 * PAD)
            put(painter, PAD, hint_top, shown, Type.HINT, tokens.text3)


def _shared(buttons: Sequence[Button], free: int) -> list[int] | None:
    """Widths that fill ``free`` px; None where the words want more and there is one to leave out."""
    needed = [button.needed_width() for button in buttons]
    small = int(free / (len(buttons) - 1 + _MAX_SHARE))
    small = min(small, (free - needed[-1]) // max(1, len(buttons) - 1))
    if small >= max(needed[:-1], default=0):
        return [*(small for _ in needed[:-1]), free - small * (len(needed) - 1)]
    if len(buttons) > 2 and sum(needed) > free:
        return None
    rest, extra = divmod(max(0, free - sum(needed)), len(needed))
    return [each + rest + (extra if index == len(needed) - 1 else 0) for index, each in enumerate(needed)]
