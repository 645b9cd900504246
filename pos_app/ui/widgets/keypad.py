"""``Keypad``: twelve keys that mirror the keyboard. It never takes the focus from the field that it types into."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from pos_app.appearance import KeypadOrder
from pos_app.ui.theme import Metrics, Type, TypeStyle, draw_icon, theme

from .fading import Run, between
from .paint import box, painting, soft_box
from .text import plain, put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["BACKSPACE_REPEAT_AFTER_MS", "LONG_PRESS_MS", "PRESSED_AT_LEAST_MS", "REPEAT_EVERY_MS", "Key", "Keypad", "KeypadWords"]

PRESSED_AT_LEAST_MS = 80
BACKSPACE_REPEAT_AFTER_MS = 400
REPEAT_EVERY_MS = 70
LONG_PRESS_MS = 1200
_RADIUS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class KeypadWords:
    """What a screen reader says: ten digit names from "zero" to "nine", then the three others."""

    digits: tuple[str, str, str, str, str, str, str, str, str, str]
    separator: str
    backspace: str


class Key(QPushButton):
    """One key. ``long_pressed`` after ``hold_ms``; the pressed fill stays for at least 80 ms so that a quick tap is seen.

    ``inset`` px around what is drawn can be touched too.
    """

    long_pressed = Signal()

    def __init__(
        self,
        face: str,
        name: str,
        *,
        icon: str | None = None,
        style: TypeStyle = Type.KEY,
        inset: int = 0,
        hold_ms: int = LONG_PRESS_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(face, parent)
        self._icon_name, self._style, self._inset = icon, style, inset
        self._lit = False
        self._since = QElapsedTimer()
        self._fade = Run(self, self.update)
        self._dim = QTimer(self, singleShot=True)
        self._dim.timeout.connect(self._unlight)
        self._long = QTimer(self, singleShot=True, interval=hold_ms)
        self._long.timeout.connect(self.long_pressed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.pressed.connect(self._light)
        self.released.connect(self._let_go)

    @property
    def lit(self) -> bool:
        """Whether it looks pressed."""
        return self._lit

    def set_face(self, face: str) -> None:
        """Change the sign on it."""
        self.setText(face)

    def _light(self) -> None:
        self._lit = True
        self._dim.stop()
        # An auto-repeating key says "pressed" on every turn: only the first one counts.
        if not self._long.isActive():
            self._since.start()
            self._long.start()
        self.update()

    def _let_go(self) -> None:
        if self.isDown():
            return  # auto-repeat says "released" between two turns
        self._long.stop()
        left = PRESSED_AT_LEAST_MS - self._since.elapsed()
        if left > 0:
            self._dim.start(left)
        else:
            self._unlight()

    def let_go(self) -> None:
        """End a press before the finger does; a repeat ends too."""
        self.setDown(False)
        self._long.stop()
        self._unlight()

    def _unlight(self) -> None:
        if self._lit:
            self._fade.begin()
        self._lit = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A flat key and its sign."""
        tokens, painter = theme().tokens, painting(self)
        inset = self._inset
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        lit = self._lit
        ink = tokens.onaccent if lit and tokens.high_contrast else tokens.text
        if lit and tokens.high_contrast:
            box(painter, rect, _RADIUS, fill=tokens.keyp)
        else:
            level = 1.0 if lit else 0.0 if tokens.high_contrast else self._fade.left
            soft_box(painter, rect, _RADIUS, between(tokens.key, tokens.keyp, level), tokens)
        if self._icon_name is not None:
            size = 28
            x, y = round((self.width() - size) / 2), round((self.height() - size) / 2)
            draw_icon(painter, self._icon_name, x, y, size, ink)
        else:
            put_in(painter, rect, self.text(), self._style, ink)


class Keypad(QWidget):
    """7-8-9 on top, the decimal sign and ⌫ beside the 0.

    Signals: ``digit("7")``; ``separator()``; ``backspace()``, again and again while ⌫ is held longer than 400 ms;
    ``clear()`` when it is held for 1.2 s (the repeat then ends).
    """

    digit = Signal(str)
    separator = Signal()
    backspace = Signal()
    clear = Signal()

    def __init__(self, words: KeypadWords, *, separator: str = ".", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._keys: dict[str, Key] = {}
        for sign in "789456123":
            self._add_digit(sign, words)
        self.set_order(KeypadOrder.SEVEN_ON_TOP)
        self.separator_key = Key(separator, words.separator, style=Type.KEY_SEPARATOR)
        self.separator_key.clicked.connect(self.separator)
        self._grid.addWidget(self.separator_key, 3, 0)
        self._add_digit("0", words)
        self._grid.addWidget(self.key("0"), 3, 1)
        self.backspace_key = Key("", words.backspace, icon="delete")
        self.backspace_key.setAutoRepeat(True)
        self.backspace_key.setAutoRepeatDelay(BACKSPACE_REPEAT_AFTER_MS)
        self.backspace_key.setAutoRepeatInterval(REPEAT_EVERY_MS)
        # On press, not on click: the first one comes at once, the next ones from the repeat.
        self.backspace_key.pressed.connect(self.backspace)
        self.backspace_key.long_pressed.connect(self._clear_all)
        self._grid.addWidget(self.backspace_key, 3, 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def set_order(self, order: KeypadOrder) -> None:
        """Which digits are on top; the 0 stays at the bottom."""
        lines = ("789", "456", "123")
        for row, line in enumerate(lines if order is KeypadOrder.SEVEN_ON_TOP else reversed(lines)):
            for column, sign in enumerate(line):
                self._grid.addWidget(self.key(sign), row, column)

    def _add_digit(self, sign: str, words: KeypadWords) -> None:
        key = Key(sign, words.digits[int(sign)])
        # On press: a finger that slides off while typing fast must not lose the digit.
        key.pressed.connect(partial(self.digit.emit, sign))
        self._keys[sign] = key

    def key(self, sign: str) -> Key:
        """The key of a digit, e.g. ``key("7")``."""
        return self._keys[sign]

    def set_separator(self, separator: str) -> None:
        """Change the decimal sign."""
        self.separator_key.set_face(separator)

    def _clear_all(self) -> None:
        self.backspace_key.let_go()
        self.clear.emit()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        self._grid.setSpacing(metrics.key_gap)
        for key in (*self._keys.values(), self.separator_key, self.backspace_key):
            key.setFixedSize(QSize(metrics.key_width, metrics.key_height))
        self.setFixedSize(metrics.keypad_width, metrics.keypad_height)

    def set_key_height(self, height: int, metrics: Metrics) -> None:
        """Lower keys, where there is less room than on the Sale screen."""
        for key in (*self._keys.values(), self.separator_key, self.backspace_key):
            key.setFixedHeight(height)
        self.setFixedHeight(4 * height + 3 * metrics.key_gap)
