"""kill -9, again and again: nothing that the till promised is lost, and nothing happens twice.

    .venv/bin/python -m tests.faults.kills --trials 10000 --seed 1
    .venv/bin/python -m tests.faults.kills --trials 200 --window

Each trial is a real command on one data folder (a sale, a refund, a decision, a debt forgiven, a copy…), against a server that
loses 30 % of its answers, and ends in SIGKILL (those that end before are not counted). Exit 1, with the sentences that say why, if
a single sale or refund is lost, doubled, torn or of a wrong sum, or if ``verify`` finds something that does not agree.
With ``--window`` it is the till's window that is killed, on a screen of its own (Xvfb), while somebody confirms or undoes a sale.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.faults.acts import Broken
from tests.faults.kill_loop import KillLoop, Tally
from tests.faults.moments import Sign
from tests.faults.window_kills import WindowKills
from tests.window.screen import running_screen


def environment(home: Path) -> dict[str, str]:
    """Nothing of the person who runs this but the path: no keyring, no data, no screen."""
    home.mkdir(exist_ok=True)
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "PYTHONFAULTHANDLER": "1"}


def table(tally: Tally) -> str:
    """The figures, for people."""
    killed = tally.kills.total()
    lines = [f"{'killed':<64}{killed:>7}", *(f"  {sign.value:<62}{tally.kills[sign]:>7}" for sign in Sign)]
    lines += [
        f"{'ended before their kill came':<64}{tally.survived:>7}",
        f"{'of all commands, started afresh and not forked':<64}{tally.fresh:>7}",
        f"{'server killed and started again on its ledger':<64}{tally.blackouts:>7}",
        f"{'times all was delivered and compared':<64}{tally.checks:>7}",
        *(f"  {f'commands: {name}':<62}{count:>7}" for name, count in sorted(tally.commands.items())),
        *(f"  {f'sales {name}':<62}{count:>7}" for name, count in tally.sales.items()),
        f"{'lost':<64}{len(tally.verdict.lost):>7}",
        f"{'doubled':<64}{len(tally.verdict.doubled):>7}",
        f"{'torn, or wrong in another way':<64}{len(tally.verdict.wrong):>7}",
        f"{tally.took_s / 60:.1f} minutes, {killed / max(tally.took_s, 1) * 60:.0f} kills a minute",
    ]
    return "\n".join(lines)


def main() -> int:
    """Run the long form."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kills", description="kill -9 of the till, again and again")
    parser.add_argument("--trials", type=int, default=10_000, metavar="KILLS")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check-each", type=int, default=250, metavar="KILLS")
    parser.add_argument("--blackout-each", type=int, default=150, metavar="KILLS")
    parser.add_argument("--window", action="store_true", help="kill the window, not commands")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="pos-app-kills-"))
        home, each = environment(folder / "home"), arguments.check_each
        loop: KillLoop | WindowKills
        if arguments.window:
            screen = stack.enter_context(running_screen((1280, 800), folder))
            loop = WindowKills(screen, folder, seed=arguments.seed, say=_say)
            work = loop.run(kills=arguments.trials, check_each=min(each, 10))
        else:
            loop = KillLoop(folder, seed=arguments.seed, environment=home, say=_say)
            work = loop.run(kills=arguments.trials, check_each=each, blackout_each=arguments.blackout_each)
        try:
            asyncio.run(work)
        except Broken as broken:
            print(f"{table(loop.tally)}\n\n{broken}\n\nThe till's data and the server's are kept in {folder}")
            return 1
    shutil.rmtree(folder, ignore_errors=True)
    print(table(loop.tally))
    return 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
