"""The loop: start a command, kill it, keep the books; now and then let everything settle and compare."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.acts import BY_ITSELF, Acts, Broken
from tests.faults.commands import Commands, Running
from tests.faults.disk_watch import DiskWatch
from tests.faults.kill_books import Books, Verdict
from tests.faults.lossy_server import KEYS, LossyServer
from tests.faults.moments import STEPS, Moment, Moments, Sign, Trigger
from tests.faults.relay import HOST, Relay, Step
from tests.faults.shopping import Order

FRESH_EACH = 20
"""One command of so many is not forked but started as a person starts it."""
SETTLE_S = 30
SYNCS = 8
"""So often at most, and once more for each posting that waited, until nothing waits on a server that behaves: of one customer's
postings only the first is asked about, so each may need a person in its turn."""
TEST_CUSTOMER = "+420720483469"
"""Whose points the probe of the set-up changes."""


@dataclass
class Tally:
    """What the loop did."""

    kills: Counter[Sign] = field(default_factory=Counter)
    commands: Counter[str] = field(default_factory=Counter)
    survived: int = 0
    fresh: int = 0
    blackouts: int = 0
    checks: int = 0
    took_s: float = 0.0
    sales: dict[str, int] = field(default_factory=dict)
    verdict: Verdict = field(default_factory=Verdict)


class KillLoop:
    """One till, one lossy server, one seed."""

    def __init__(self, folder: Path, *, seed: int, environment: dict[str, str], say: Callable[[str], None]) -> None:
        self._rng = random.Random(seed)
        self._data_dir = folder / "till"
        self._environment = environment
        self._server = LossyServer(
            folder / "ledger.jsonl", rng=random.Random(f"{seed} faults"), environment=environment, refuses=True
        )
        self._copies = folder / "copies"
        self._acts = Acts(seed, self._copies)
        self._moments = Moments(random.Random(f"{seed} moments"))
        self._relay = Relay()
        self._say = say
        self._blackout: asyncio.Task[None] | None = None
        self.tally = Tally()

    async def run(self, *, kills: int, check_each: int, blackout_each: int) -> Tally:
        """Kill ``kills`` commands; settle and compare after each ``check_each``. Raises Broken."""
        await self._server.start()
        self._relay.server_port = self._server.port
        await self._relay.listen()
        try:
            with Commands(self._data_dir, keys=KEYS, environment=self._environment) as self._commands:
                self._data_dir.mkdir()
                self._copies.mkdir()
                self._disk = DiskWatch(self._data_dir)
                try:
                    await self._set_up()
                    await self._loop(kills, check_each, blackout_each)
                finally:
                    self._disk.close()
        finally:
            if self._blackout is not None:
                await asyncio.gather(self._blackout, return_exceptions=True)
            await self._relay.close()
            await self._server.kill()
        return self.tally

    async def _set_up(self) -> None:
        """The till as the README sets it up, what the server does with a repeated id learned from it, and the books opened."""
        url = f"http://{HOST}:{self._relay.port}"
        servers = ("--core-url", f"{url}/api/v2", "--crm-url", f"{url}/crm")
        names = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Kavárna Letná", "--till", "Pokladna 2")
        await self._done("setup", *servers, *names, "--session-keys")
        await self._done("setup", "--session-keys", "--probe", TEST_CUSTOMER)
        self._books = Books(entries=self._server.entries(), balances=self._server.balances())
        self._make_debts()

    async def _loop(self, kills: int, check_each: int, blackout_each: int) -> None:
        began_s, checked, darkened = time.monotonic(), 0, 0
        self._server.lose()
        while (killed := self.tally.kills.total()) < kills:
            if killed >= checked + check_each:
                checked = killed
                await self._check(began_s)
            if killed >= darkened + blackout_each and self._blackout is None:
                darkened = killed
                self.tally.blackouts += 1
                self._blackout = asyncio.create_task(self._restart(self._rng.uniform(0, 1)))
            await self._trial(self._acts.next())
        await self._check(began_s)

    async def _trial(self, order: Order) -> None:
        """Run one command to the end that the moment has for it."""
        if order.forget_customers:
            self._forget_customers()
        fresh = self._rng.randrange(FRESH_EACH) == 0
        kind = f"{order.kind}{' fresh' if fresh else ''}"
        moment = self._moments.next(kind)
        running = self._commands.start(*order.words, fresh=fresh)
        self._arm(running, moment)
        code = await self._end(running)
        self.tally.commands[order.words[0]] += 1
        self.tally.fresh += fresh
        if running.killed:
            self.tally.kills[moment.sign] += 1
        else:
            self.tally.survived += 1
            self._moments.lived(kind, running.took_s)
            _ended_by_itself(running, code)
        self._note(order, running, code)

    def _note(self, order: Order, running: Running, code: int) -> None:
        self._acts.heard(order, _whole(running.output), code, running.errors, self._books, self._in_ledger)

    def _in_ledger(self) -> set[str] | None:
        return None if self._blackout is not None else {each.transaction_id for each in self._server.entries()}

    def _arm(self, running: Running, moment: Moment) -> None:
        """Let the kill come when the moment says."""
        loop, trigger = asyncio.get_running_loop(), Trigger(moment)

        def saw(sign: Sign) -> None:
            if trigger.sees(sign):
                if moment.after_s:
                    loop.call_later(moment.after_s, running.kill)
                else:
                    running.kill()

        def saw_step(step: Step, _method: str) -> None:
            saw(STEPS[step])

        def saw_write(name: str) -> None:
            if name.startswith("till.db"):
                saw(Sign.DISK)
            elif name.startswith("roll"):
                saw(Sign.ROLL)

        self._relay.watcher, self._disk.watcher = saw_step, saw_write
        running.first_output = lambda: saw(Sign.OUTPUT)
        saw(Sign.TIME)

    async def _end(self, running: Running) -> int:
        try:
            code = await running.end()
        finally:
            self._relay.watcher = self._disk.watcher = None
        if "Traceback" in running.errors:
            raise Broken(f"{' '.join(running.words)} wrote:\n{running.errors}")
        return code

    async def _done(self, *words: str) -> Running:
        """A command that nobody kills."""
        running = self._commands.start(*words)
        code = await self._end(running)
        if code not in (0, 3):
            raise Broken(f"{' '.join(words)} ended with {code}: {running.errors}\n{running.output.decode()}")
        return running

    def _forget_customers(self) -> None:
        for path in self._data_dir.glob("customers.db*"):
            path.unlink()
        if self._blackout is None:
            self._relay.refuse()
            self._blackout = asyncio.create_task(self._reconnect(self._rng.uniform(0, 0.2)))

    async def _reconnect(self, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        await self._relay.listen()
        self._blackout = None

    async def _restart(self, wait_s: float) -> None:
        """kill -9 of the server while commands run: refused or just cut off, then all of it again from its state file."""
        if self._rng.random() < 0.5:
            self._relay.refuse()
        await asyncio.sleep(wait_s)
        await self._server.kill()
        await asyncio.sleep(wait_s)
        await self._server.start()
        self._relay.server_port = self._server.port
        await self._relay.listen()
        self._blackout = None

    async def _check(self, began_s: float) -> None:
        """What was promised is kept now, and all is right once a server that behaves has got everything. Raises Broken."""
        if self._blackout is not None:
            await self._blackout
        queue = (_whole((await self._done("queue", "--json")).output) or {})["waiting"]
        self._judge(self._books.kept(self._server.entries(), queue, self._acts.unheard()))
        self._server.behave()
        waiting, asked = None, ""
        for _ in range(SYNCS + len(queue)):
            asked = await self._order_again()
            sync = Order(("sync", "--timeout", str(SETTLE_S), "--json"))
            waiting = (_whole((await self._order(sync)).output) or {})["waiting"]
            if not (waiting or self._acts.has_unanswered):
                break
        else:
            raise Broken(f"not delivered to a server that behaves: {waiting}; asked again at last:\n{asked}")
        self._judge(self._books.settled(self._server.entries(), self._server.balances()))
        await self._order(Order(("verify", "--json")))
        self._make_debts()
        self._server.lose()
        tally = self.tally
        tally.checks += 1
        tally.took_s = time.monotonic() - began_s
        tally.sales = self._books.counts()
        killed = tally.kills.total()
        self._say(f"{killed} killed, {killed / tally.took_s * 60:.0f} a minute, nothing lost, nothing doubled")

    async def _order_again(self) -> str:
        """What was killed before it answered is asked again, and nobody kills it; a line for each says how it ended."""
        lines = []
        for order in self._acts.unanswered():
            running = await self._order(order)
            lines.append(f"{' '.join(order.words)}: {running.output.decode()} {running.errors}")
        return "\n".join(lines)

    async def _order(self, order: Order) -> Running:
        """To its end, and heard."""
        running = self._commands.start(*order.words)
        code = await self._end(running)
        _ended_by_itself(running, code)
        self._note(order, running, code)
        return running

    def _make_debts(self) -> None:
        """Somebody else takes points until the debtors owe what they are to owe."""
        balances = self._server.balances()
        for phone, owed in self._acts.debts().items():
            transaction_id = f"by hand, {phone} is to owe {owed}"
            points = -owed - balances[phone]
            self._server.add_by_hand(phone, points, transaction_id)
            self._books.by_hand(phone, points, transaction_id)

    def _judge(self, verdict: Verdict) -> None:
        self.tally.verdict = verdict
        if verdict.sentences:
            self.tally.sales = self._books.counts()
            raise Broken("\n".join(verdict.sentences))


def _ended_by_itself(running: Running, code: int) -> None:
    if code not in BY_ITSELF[running.words[0]]:
        raise Broken(f"{' '.join(running.words)} ended with {code}: {running.errors}\n{running.output.decode()}")


def _whole(output: bytes) -> dict[str, Any] | None:
    """The answer, if all of it is there."""
    with suppress(ValueError):
        answer = json.loads(output)
        if isinstance(answer, dict):
            return answer
    return None
