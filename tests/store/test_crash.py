"""kill -9 of a real process, at any moment: what it said it had saved is there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pos_app.loyalty.sale import PostingState
from pos_app.store.till_store import TillStore
from tests.store.shop import ALL

SELLS_FOR_EVER = """
import sys
from pathlib import Path
from pos_app.store.till_store import TillStore
from tests.store.shop import sale

store = TillStore.open(Path(sys.argv[1]))
while True:
    made, postings = sale(redeem="10")
    store.save_sale(made, postings)
    print("Saved", made.sale_id, flush=True)
"""
SENDS_AND_WAITS = """
import sys
from pathlib import Path
from pos_app.store.till_store import TillStore
from tests.store.shop import NOON, one_posting

store = TillStore.open(Path(sys.argv[1]))
made, postings = one_posting()
store.save_sale(made, postings)
store.begin_sending(postings[0].transaction_id, at=NOON)
print("Sending", postings[0].transaction_id, flush=True)
sys.stdin.read()
"""
SENDS_FOR_EVER = """
import sys
from pathlib import Path
from pos_app.loyalty.sale import PostingState
from pos_app.store.till_store import TillStore
from tests.store.shop import NOON, one_posting

store = TillStore.open(Path(sys.argv[1]))
while True:
    made, postings = one_posting()
    store.save_sale(made, postings)
    for posting in store.due(limit=1, excluding=set()):
        store.begin_sending(posting.transaction_id, at=NOON)
        print("Sending", posting.transaction_id, flush=True)
        store.finish(posting.transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
        print("Applied", posting.transaction_id, flush=True)
"""


@contextmanager
def till(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """A till in a process of its own, killed at the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str], lines: int) -> list[tuple[str, str]]:
    """Reads ``lines`` lines, kills the till, and reads what else it had said by then."""
    assert process.stdout is not None
    first = [process.stdout.readline() for _each in range(lines)]
    process.kill()
    whole = [line.split() for line in (*first, *process.stdout) if line.endswith("\n")]
    return [(word, its_id) for word, its_id in whole]


@pytest.mark.parametrize("lines", [1, 2, 7, 40, 300])
def test_every_sale_that_was_called_saved_survives_a_kill(till_db: Path, lines: int) -> None:
    with till(SELLS_FOR_EVER, till_db) as process:
        saved = [sale_id for _word, sale_id in said(process, lines)]
    assert len(saved) >= lines
    store = TillStore.open(till_db)
    there = store.recent_sales(10 * ALL)[::-1]
    # One more may have reached the disk without being told any more.
    assert [record.sale.sale_id for record in there][: len(saved)] == saved
    assert len(there) <= len(saved) + 1
    assert all(len(record.postings) == 2 for record in there)
    assert store.counts().waiting == 2 * len(there)
    store.close()


def test_what_was_being_sent_at_a_kill_is_unknown_afterwards(till_db: Path) -> None:
    with till(SENDS_AND_WAITS, till_db) as process:
        ((_word, transaction_id),) = said(process, 1)
    store = TillStore.open(till_db)
    posting = store.posting(transaction_id)
    assert (posting.state, posting.attempts) == (PostingState.UNKNOWN, 1)
    assert [each.transaction_id for each in store.due(limit=9, excluding=set())] == [transaction_id]
    store.close()


@pytest.mark.parametrize("lines", [1, 2, 33, 200])
def test_an_answer_that_was_noted_survives_a_kill_and_only_the_last_can_be_in_doubt(till_db: Path, lines: int) -> None:
    with till(SENDS_FOR_EVER, till_db) as process:
        told = said(process, lines)
    store = TillStore.open(till_db)
    applied = [its_id for word, its_id in told if word == "Applied"]
    assert {store.posting(its_id).state for its_id in applied} <= {PostingState.APPLIED}
    doubtful = [posting for posting in store.open_postings() if posting.state is PostingState.UNKNOWN]
    assert len(doubtful) <= 1
    word, last = told[-1]
    if word == "Sending":
        assert store.posting(last).state in (PostingState.UNKNOWN, PostingState.APPLIED)
    store.close()
