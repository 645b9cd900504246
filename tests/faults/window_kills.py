"""kill -9 of the till's window while a cashier confirms a sale or takes it back (F9), on a real screen, against a lossy server.

A sale counts as promised when the screen shows the green tick of a recorded sale, and as undone when the tick has gone: the window
is stopped (SIGSTOP), the picture is taken from the X server, and only then is it killed. So nothing that a cashier could have seen
is missed, and the till is not asked.

The sale that was being typed comes back in the next window, unless it is on the disk: the cashier finishes it, and it counts once,
or empties the form, and it must never arrive. Whether it has to come back is read from the files that the kill left.
"""

from __future__ import annotations

import json
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from pos_app.data_dir import DataDir
from pos_app.loyalty.unfinished import Unfinished
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.store.unfinished import read_shelf
from tests.faults.acts import Broken
from tests.faults.interrupted import interrupted_sale
from tests.faults.kill_books import Books
from tests.faults.kill_loop import SETTLE_S, SYNCS, TEST_CUSTOMER, Tally
from tests.faults.lossy_server import KEYS, LossyServer
from tests.faults.moments import Sign
from tests.faults.relay import HOST
from tests.faults.shopping import SHOPPERS, Order, Shopping
from tests.window.looks import can_confirm, is_amount_active, is_form, says_recorded
from tests.window.program import Launcher, Program
from tests.window.screen import ARTEFACTS, Screen
from tests.window.waiting import wait_until

SOON_S = 90
"""Patience with a busy computer."""
AGAIN_S = 8
"""After so long without a sign a cashier does it again."""
_MOST_TIMES = 6
_SWIPES = {each.phone: f"{each.swipe}\n" for each in DEMO_CARDS}
_MOST_SALES = 3
"""Of one window, the last of which is cut."""
_CLEAR = ("F3", "KP_Subtract")


class WindowKills:
    """One till, one screen, one seed."""

    def __init__(self, screen: Screen, folder: Path, *, seed: int, say: Callable[[str], None]) -> None:
        self._rng = random.Random(f"{seed} window")
        self._screen = screen
        home = folder / "home"
        home.mkdir(exist_ok=True)
        self._launch = Launcher(screen, home)
        self._place = DataDir(self._launch.data_dir)
        environment = self._launch.environment()
        self._server = LossyServer(folder / "ledger.jsonl", rng=random.Random(f"{seed} faults"), environment=environment)
        buyers = [each for each in SHOPPERS if each.phone in _SWIPES]
        self._shopping = Shopping(random.Random(f"{seed} sales"), shoppers=buyers)
        self._say = say
        self._last: Order | None = None
        """The sale that the last window was killed in."""
        self.tally = Tally()

    async def run(self, *, kills: int, check_each: int) -> Tally:
        """Kill ``kills`` windows; settle and compare after each ``check_each``. Raises Broken."""
        await self._server.start()
        began_s = time.monotonic()
        try:
            self._set_up()
            self._server.lose()
            for done in range(1, kills + 1):
                self._seen(self._trial)
                if done % check_each == 0 or done == kills:
                    self._check()
                    self.tally.took_s = time.monotonic() - began_s
                    self._say(f"{done} windows killed, nothing lost, nothing doubled")
        finally:
            self._launch.stop_all()
            await self._server.kill()
        return self.tally

    def _set_up(self) -> None:
        url = f"http://{HOST}:{self._server.port}"
        servers = ("--core-url", f"{url}/api/v2", "--crm-url", f"{url}/crm")
        names = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Kavárna Letná", "--till", "Pokladna 2")
        self._command("setup", *servers, *names, "--session-keys")
        self._command("setup", "--session-keys", "--probe", TEST_CUSTOMER)
        self._books = Books(entries=self._server.entries(), balances=self._server.balances())

    def _seen(self, work: Callable[[], None]) -> None:
        """Do it; a picture tells what the cashier saw where it did not go on."""
        try:
            work()
        except (TimeoutError, AssertionError, Broken) as problem:
            picture = ARTEFACTS / "window-kills-stopped.png"
            picture.parent.mkdir(exist_ok=True)
            self._screen.picture().save(str(picture))
            raise Broken(f"{problem}\nThe screen is in {picture}.") from problem

    def _trial(self) -> None:
        """Open the window, sell once or more, and kill it in the middle of the last sale, or of taking it back."""
        left = interrupted_sale(self._place)
        window = self._launch(window=False, stdin=KEYS)
        window.wait_for_window(self._screen, title="pos-app", timeout_s=SOON_S)
        back = self._came_back(left) if left else None
        self._last = None
        for _ in range(self._rng.randrange(_MOST_SALES)):
            undo = self._sell(back or self._find_somebody())
            back = None
            if undo and self._rng.random() < 0.4:
                self._screen.key("F9")
                self._wait(lambda picture: not says_recorded(picture), "a sale that is undone")
                self._books.undone(undo, shown=True)
                self.tally.commands["undone before"] += 1
        killer = _Killer(window, self._screen)
        undo = self._sell(back or self._find_somebody()) if self._rng.random() < 0.35 else None
        if undo:
            killer.strike_in(self._rng.uniform(0, 0.15))
            self._screen.key("F9")
            self._books.undone(undo, shown=not killer.recorded_was_shown())
        else:
            self._sell_and_strike(killer, back or self._find_somebody())
        self.tally.kills[Sign.TIME] += 1
        if "Traceback" in window.output():
            raise Broken(window.output())

    def _sell(self, order: Order) -> Order | None:
        """To the tick; what would take it back, if no other order has the same points."""
        self._type(order)
        self._screen.key("Return")
        self._wait(says_recorded, "the tick of a recorded sale")
        self._books.shown(order)
        self.tally.commands["sale before"] += 1
        back = tuple(-each for each in order.sums)
        return Order(("F9",), order.phone, back) if self._shopping.take(order.phone, back) else None

    def _sell_and_strike(self, killer: _Killer, order: Order) -> None:
        self._last = order
        if not can_confirm(self._screen.picture()) and self._rng.random() < 0.5:
            killer.strike_in(self._rng.uniform(0, 0.25))
            self._screen.type_text(_amount(order))
        else:
            self._type(order)
            if self._rng.random() < 0.5:
                # Then it lies on the disk as unfinished too, whether it is recorded or not.
                wait_until(lambda: self._written_down(order), timeout_s=SOON_S, what="the unfinished sale on the disk")
            killer.strike_in(self._rng.uniform(0, 0.08))
        self._screen.key("Return")
        (self._books.shown if killer.recorded_was_shown() else self._books.maybe)(order)

    def _written_down(self, order: Order) -> bool:
        left = read_shelf(self._place.unfinished).current
        return left is not None and _is_of(left, order) and left.amount == _amount(order)

    def _came_back(self, left: Unfinished) -> Order | None:
        """Wait for the sale that was interrupted: what is to be done with it; None: the form was emptied."""
        self._wait(is_amount_active, "the sale that was interrupted")
        # The field has its frame before the window has the keyboard: only a key tells.
        self._insist(lambda: self._screen.key("F6"), lambda picture: not is_amount_active(picture), "the receipt's field")
        self._insist(lambda: self._screen.key("F3"), is_amount_active, "the amount's field")
        order = self._last
        if order is not None and not _is_of(left, order):
            order = None
        if order is not None and self._rng.random() < 0.7:
            self.tally.commands["came back, finished"] += 1
            if left.amount != _amount(order):
                # Killed while it was typed.
                self._screen.key(*_CLEAR)
                self._wait(is_form, "a form without an amount")
            return order
        self._insist(lambda: self._screen.key(*_CLEAR, "Escape"), lambda picture: not is_amount_active(picture), "an empty form")
        self.tally.commands["came back, given up"] += 1
        if order is not None:
            self._books.given_up(order)
        return None

    def _find_somebody(self) -> Order:
        order = self._shopping.sale(plain=True)
        # The customer is shown from this computer's copy: on this network the servers may not answer for a while.
        self._insist(lambda: self._screen.swipe(_SWIPES[order.phone]), is_form, "the form of the card's customer")
        self._screen.wait_until_still(still_s=0.4)
        return order

    def _type(self, order: Order) -> None:
        """Type the amount, unless it is there, and wait until the sale can be confirmed."""
        if not can_confirm(self._screen.picture()):
            self._screen.type_text(_amount(order))
        self._wait(can_confirm, "a sale to confirm")

    def _wait(self, sign: Callable[[QImage], bool], what: str, *, timeout_s: float = SOON_S) -> None:
        wait_until(lambda: sign(self._screen.picture()), timeout_s=timeout_s, what=what)

    def _insist(self, act: Callable[[], None], sign: Callable[[QImage], bool], what: str) -> None:
        """Act until the sign is there: a new window may be seen before it has the keyboard."""
        for left in reversed(range(_MOST_TIMES)):
            act()
            try:
                self._wait(sign, what, timeout_s=AGAIN_S)
                break
            except TimeoutError:
                if not left:
                    raise
                self.tally.commands["did something again"] += 1

    def _check(self) -> None:
        self._server.behave()
        waiting: object = None
        for _ in range(SYNCS):
            waiting = json.loads(self._command("sync", "--timeout", str(SETTLE_S), "--json"))["waiting"]
            if not waiting:
                break
        else:
            raise Broken(f"not delivered to a server that behaves: {waiting}")
        self.tally.verdict = self._books.settled(self._server.entries(), self._server.balances())
        self.tally.sales = self._books.counts()
        self.tally.checks += 1
        if self.tally.verdict.sentences:
            raise Broken("\n".join(self.tally.verdict.sentences))
        self._server.lose()

    def _command(self, *words: str) -> str:
        done = self._launch(*words, window=False, stdin=KEYS)
        code = done.wait_for_end(timeout_s=2 * SETTLE_S)
        if code not in (0, 3):
            raise Broken(f"{' '.join(words)} ended with {code}: {done.output()}")
        return done.output()


class _Killer:
    """Strikes once, from a thread of its own: stop, look, kill."""

    def __init__(self, window: Program, screen: Screen) -> None:
        self._window, self._screen = window, screen
        self._timer: threading.Timer | None = None
        self._picture: QImage | None = None

    def strike_in(self, wait_s: float) -> None:
        self._timer = threading.Timer(wait_s, self._strike)
        self._timer.start()

    def recorded_was_shown(self) -> bool:
        """Once it has struck: whether the last that the window showed was a recorded sale."""
        assert self._timer is not None
        self._timer.join()
        assert self._picture is not None
        return says_recorded(self._picture)

    def _strike(self) -> None:
        os.killpg(self._window.process.pid, signal.SIGSTOP)
        self._picture = self._screen.picture()
        self._window.kill()


def _amount(order: Order) -> str:
    return order.words[order.words.index("--amount") + 1]


def _is_of(left: Unfinished, order: Order) -> bool:
    """Whether this is what was typed of the order."""
    return left.buyer is not None and left.buyer.phone == order.phone and _amount(order).startswith(left.amount)
