"""When the letters on the screen are opened: at a tap on a field, as a rule where no keyboard was used for ten minutes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from pos_app.appearance import ScreenLetters
from pos_app.ui.widgets.field_base import FieldBase

WITHOUT_KEYBOARD_S = 600.0


class LettersDoor(QObject):
    """``changed`` is called when ``is_open`` is another one. ``clock`` counts seconds and never goes back. GUI thread."""

    def __init__(self, owner: QObject, clock: Callable[[], float], changed: Callable[[], None]) -> None:
        """``owner``: if it is a field, its taps count; more by :meth:`watch`."""
        super().__init__(owner)
        self._clock, self._changed = clock, changed
        self._typed_at: float | None = None
        self._when = ScreenLetters.AUTO
        self.is_open = False
        if isinstance(owner, FieldBase):
            self.watch(owner)

    def watch(self, field: FieldBase) -> None:
        """Open at a tap on this field, too."""
        field.installEventFilter(self)
        field.edit.installEventFilter(self)

    def choose(self, when: ScreenLetters) -> None:
        """The shop's choice."""
        self._when = when
        if when is ScreenLetters.NEVER:
            self.close()

    def keyboard_used(self) -> None:
        """Somebody types on a real keyboard."""
        self._typed_at = self._clock()
        self.close()

    def tapped(self) -> None:
        """A finger asked for the field."""
        if self._when is ScreenLetters.ALWAYS or (self._when is ScreenLetters.AUTO and self._without_keyboard()):
            self._set(is_open=True)

    def close(self) -> None:
        """Put the letters away."""
        self._set(is_open=False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Watches only."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.tapped()
        return False

    def _without_keyboard(self) -> bool:
        return self._typed_at is None or self._clock() - self._typed_at >= WITHOUT_KEYBOARD_S

    def _set(self, *, is_open: bool) -> None:
        if is_open is not self.is_open:
            self.is_open = is_open
            self._changed()
