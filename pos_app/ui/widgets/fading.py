"""What changes fades in instead of jumping: a stack of faces, a button that was let go. See ``theme.motion``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos_app.ui.theme import moves, theme

from .paint import faded

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QPushButton

__all__ = ["FADE_MS", "AfterPress", "FadingStack", "Run", "between"]

FADE_MS = 120
_VEIL = 0.7
"""How much of the new face is covered at first: it can be read at once."""


class Run(QVariantAnimation):
    """From 1 to 0 in ``duration_ms``; ``left`` is 0 while nothing runs. ``step`` is called for each frame."""

    def __init__(self, parent: QObject, step: Callable[[], None], *, duration_ms: int = FADE_MS, linear: bool = False) -> None:
        super().__init__(parent)
        self._step, self.left = step, 0.0
        self.setStartValue(1.0)
        self.setEndValue(0.0)
        self.setDuration(duration_ms)
        self.setEasingCurve(QEasingCurve.Type.Linear if linear else QEasingCurve.Type.OutQuad)
        self.valueChanged.connect(self._turn)

    def begin(self) -> None:
        """From the start, unless nothing is to move."""
        self.stop()
        self.left = 0.0
        if moves():
            self.left = 1.0
            self.start()

    def _turn(self, left: float) -> None:
        self.left = left
        self._step()


class FadingStack(QStackedWidget):
    """A stack in a panel, whose new face comes out of the panel's colour in 120 ms. It takes keys and clicks, and can be read, at
    once: only a veil goes."""

    def __init__(self) -> None:
        super().__init__()
        self._veil: _Veil | None = None
        self.currentChanged.connect(self._changed)

    def _changed(self, _index: int) -> None:
        if moves() and self.isVisible():
            self._veil = self._veil or _Veil(self)
            self._veil.cover()


class _Veil(QWidget):
    """Lies over the new face and lets everything through but light."""

    def __init__(self, stack: QWidget) -> None:
        super().__init__(stack)
        self._run = Run(self, self._step)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stack.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        self._run.begin()
        stack = self.parentWidget()
        if stack is not None:
            self.setGeometry(stack.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the stack."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            stack = self.parentWidget()
            if stack is not None:
                self.setGeometry(stack.rect())
        return super().eventFilter(watched, event)

    def _step(self) -> None:
        if self._run.left > 0:
            self.update()
        else:
            self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The panel's colour, less and less of it."""
        QPainter(self).fillRect(self.rect(), faded(theme().tokens.surface, _VEIL * self._run.left))


class AfterPress:
    """How much of a press is still seen after a button was let go: in at once, out in 120 ms."""

    def __init__(self, button: QPushButton) -> None:
        self._button = button
        self._run: Run | None = None
        button.released.connect(self._let_go)

    @property
    def level(self) -> float:
        """1 while it is down, then down to 0; in high contrast, where ink and fill change places, there is nothing between."""
        if self._button.isDown():
            return 1.0
        return self._run.left if self._run is not None and not theme().tokens.high_contrast else 0.0

    def _let_go(self) -> None:
        if moves() and not self._button.isDown():
            self._run = self._run or Run(self._button, self._button.update)
            self._run.begin()


def between(rest: QColor, pressed: QColor, level: float) -> QColor:
    """The colour at ``level`` on the way from ``rest`` (0) to ``pressed`` (1)."""
    if level <= 0 or level >= 1:
        return pressed if level >= 1 else rest
    red, green, blue, alpha = (
        a + (b - a) * level
        for a, b in (
            (rest.redF(), pressed.redF()),
            (rest.greenF(), pressed.greenF()),
            (rest.blueF(), pressed.blueF()),
            (rest.alphaF(), pressed.alphaF()),
        )
    )
    return QColor.fromRgbF(red, green, blue, alpha)
