"""Which sound goes with what just happened at the sale. Nothing sounds for what is sent in the background. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.appearance import Sound
from pos_app.ui.sale.states import Face

if TYPE_CHECKING:
    from pos_app.ui.sale.screen_state import ScreenState


class Sounds:
    """Compares what is with what was; ``play`` gets each sound."""

    def __init__(self, play: Callable[[Sound], None]) -> None:
        self._play = play
        self._done: object = None
        self._lost: object = None

    def read(self) -> None:
        """A loyalty card or code was read."""
        self._play(Sound.READ)

    def tell(self, state: ScreenState) -> None:
        """Sound for what is new."""
        done = None if state.done is None else state.done.sale.sale_id
        if done is not None and done != self._done:
            self._play(Sound.SAVED)
        self._done = done
        # A number that is still being typed is no failure: only what was read, or refused.
        lost = state.refusal if state.face is Face.REFUSED else state.not_found
        if lost is not None and lost != self._lost:
            self._play(Sound.REFUSED)
        self._lost = lost
