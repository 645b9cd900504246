"""A cashier at the real window: swipes, keys and taps, each followed by a look at what it did.

What lies on the counter is read from the till's own file of unfinished sales, what is shown from the picture of the screen.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, TypeVar

from pos_app.data_dir import DataDir
from pos_app.store.unfinished import read_shelf
from pos_app.ui.theme.tokens import LIGHT
from tests.window.looks import can_confirm, says_recorded
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from pos_app.loyalty.sale import Buyer
    from pos_app.loyalty.unfinished import Unfinished
    from tests.window.program import Launcher
    from tests.window.screen import Screen

Answer = TypeVar("Answer")
SOON_S = 30
_FINGERS_MS = 80
_GRID = 6
_RAIL = 88
_MAIN, _TINTED = (LIGHT.accentfill.rgb(), LIGHT.bandbtn.rgb()), (LIGHT.accent_t.rgb(),)


class Cashier:
    """Somebody at the till on ``screen`` whose data is the program's."""

    def __init__(self, screen: Screen, program: Launcher) -> None:
        self._screen = screen
        self._unfinished = DataDir(program.data_dir).unfinished

    @property
    def counter(self) -> Unfinished | None:
        """The sale in front of the cashier."""
        return read_shelf(self._unfinished).current

    def wait(self, check: Callable[[], Answer], what: str, *, timeout_s: float = SOON_S, every_s: float = 0.02) -> Answer:
        """Until ``check`` answers; where it does not, ``artefacts/cashier-stopped.png`` tells what the cashier saw."""
        try:
            return wait_until(check, timeout_s=timeout_s, every_s=every_s, what=what)
        except TimeoutError as late:
            picture = self._screen.screenshot("cashier-stopped")
            raise TimeoutError(f"{late}\nOn the counter: {self.counter}. The screen: {picture}") from late

    def serve(self, track: str, whose: str) -> None:
        """Swipe a card and wait until its customer is served: a phone, or the card where it is nobody's."""
        self._screen.swipe(track)
        self.wait_for_buyer(whose)

    def serve_nobody(self, digits: str, whose: str) -> None:
        """Type a number that nobody has, and sell on it all the same (F7)."""
        self.type_slowly(digits)

        def taken() -> bool:
            self._screen.key("F7")
            return self._served(whose)

        self.wait(taken, f"a sale on {whose}", every_s=0.2)

    def type_slowly(self, text: str) -> None:
        """As fingers do: so many characters as fast as a scanner types are a scanned code."""
        self._screen.type_text(text, gap_ms=_FINGERS_MS)

    def wait_for_buyer(self, whose: str) -> None:
        """Until the customer is on the counter."""
        self.wait(lambda: self._served(whose), f"the sale of {whose}")

    def type_amount(self, amount: str) -> None:
        """Type it and wait until it can be confirmed."""
        self._screen.type_text(amount)

        def ready() -> bool:
            sale = self.counter
            return sale is not None and sale.amount == amount and can_confirm(self._screen.picture())

        self.wait(ready, f"a sale of {amount}")

    def wait_to_confirm(self) -> None:
        """Until a customer and an amount are shown."""
        self.wait(lambda: can_confirm(self._screen.picture()), "a sale to confirm")

    def confirm(self) -> None:
        """Enter, and the tick of a recorded sale."""
        self._screen.key("Return")
        self.wait(lambda: says_recorded(self._screen.picture()), "the tick of a recorded sale")

    def sell(self, amount: str) -> None:
        """The amount, Enter."""
        self.type_amount(amount)
        self.confirm()

    def tap_main_button(self) -> None:
        """Tap the one button that is filled with the accent colour, once it is there."""
        self._tap(_MAIN, _RAIL)

    def tap_tinted_button(self, *, right_of: int) -> None:
        """Tap the one button with the accent's tint in this part of the screen, once it is there."""
        self._tap(_TINTED, right_of)

    def press_until(self, *keys: str, done: Callable[[], bool], what: str) -> None:
        """Keys that lead somewhere, pressed again if nothing came of it: a new window may be seen before it has the keyboard."""

        def pressed() -> bool:
            self._screen.key(*keys)
            self._screen.wait_until_still(timeout_s=2)
            return done()

        self.wait(pressed, what)

    def _served(self, whose: str) -> bool:
        sale = self.counter
        buyer: Buyer | None = sale.buyer if sale is not None else None
        return buyer is not None and whose in (buyer.phone, buyer.card)

    def _tap(self, colours: tuple[int, ...], left: int) -> None:
        filled = self.wait(lambda: self._filled(colours, left), "a button")
        self._screen.click(round(median(x for x, _ in filled)), round(median(y for _, y in filled)))

    def _filled(self, colours: tuple[int, ...], left: int) -> list[tuple[int, int]]:
        picture = self._screen.picture()
        return [
            (x, y)
            for y in range(_GRID, picture.height() - _GRID, _GRID)
            for x in range(left, picture.width() - _GRID, _GRID)
            if all(
                picture.pixel(x + right, y + down) in colours
                for right, down in ((0, 0), (_GRID, 0), (-_GRID, 0), (0, _GRID), (0, -_GRID))
            )
        ]
