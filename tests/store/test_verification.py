"""Whatever bit of the database flips: it is found, or nothing depends on it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.sale import PostingState, new_sale_ids
from pos_app.store.journal import KEYS
from pos_app.store.recovery import recover
from pos_app.store.till_store import TillStore
from tests.store.shop import JANA, KNOWN, NOON, PETR, compared, minutes, one_posting, sale

FLIPS = 300


def busy_day(path: Path) -> None:
    """Entries in every state, a reversal, a balance, a fact."""
    store = TillStore.open(path)
    ids = []
    for number in range(12):
        made, postings = one_posting((JANA, PETR, "+420603000111")[number % 3])
        store.save_sale(made, postings)
        ids.append((made.sale_id, postings[0].transaction_id))
    store.begin_sending(ids[0][1], at=minutes(1))
    store.finish(ids[0][1], state=PostingState.APPLIED, answer="Done.", at=minutes(2))
    store.begin_sending(ids[1][1], at=minutes(3))
    store.finish(ids[1][1], state=PostingState.UNKNOWN, answer="No answer.", at=minutes(4))
    store.refund_sale(ids[0][0], ids=new_sale_ids(), at=minutes(5))
    store.refund_sale(ids[4][0], ids=new_sale_ids(), at=minutes(6))
    store.save_sale(*sale(redeem="10", standing=KNOWN, at=NOON))
    store.know(JANA, KNOWN.balance, at=minutes(7), written=True)  # type: ignore[arg-type]
    store.state_fact("what", "ever")
    store.close()


def content(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as plain:
        return [plain.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in KEYS]  # noqa: S608


def findings(path: Path) -> tuple[str, ...]:
    """What is found at the start or by looking; none: it is said to be whole."""
    try:
        store = TillStore.open(path)
    except DiskTrouble as error:
        return (str(error),)
    try:
        return compared(store).findings
    finally:
        store.close()


def test_a_busy_day_agrees_with_its_roll(till_db: Path) -> None:
    busy_day(till_db)
    store = TillStore.open(till_db)
    try:
        found = compared(store)
    finally:
        store.close()
    assert found.findings == ()
    assert (found.sales, found.rows > 30, found.lines > 15) == (15, True, True)


def test_sales_go_on_while_everything_is_compared(store: TillStore) -> None:
    with store.together():
        for number in range(1_000):
            store.save_sale(*one_posting(f"+4206030{number:05}"))
    steps: list[str] = []

    def between() -> None:
        if len(steps) < 3:
            steps.append(store.save_sale(*one_posting(PETR)).sale.sale_id)

    snapshot = store.snapshot(between=between)
    store.save_sale(*one_posting(JANA))
    found = snapshot.verify()
    assert (found.sales, found.findings, len(steps)) == (1_003, (), 3)
    assert compared(store).sales == 1_004


def test_every_flipped_bit_is_found_or_changes_nothing(till_db: Path, tmp_path: Path) -> None:
    busy_day(till_db)
    whole, roll = till_db.read_bytes(), till_db.with_name("roll.jsonl").read_bytes()
    wanted = content(till_db)
    random = Random(20261126)
    found = 0
    for number in range(FLIPS):
        folder = tmp_path / str(number)
        folder.mkdir()
        bit = random.randrange(len(whole) * 8)
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        path = folder / "till.db"
        path.write_bytes(flipped)
        path.with_name("roll.jsonl").write_bytes(roll)
        if findings(path):
            found += 1
        else:
            assert content(path) == wanted, f"bit {bit}"
        shutil.rmtree(folder)
    assert found > FLIPS // 20


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("UPDATE posting SET sum_cents = sum_cents + 1 WHERE seq = 2", "posting 2 is not what was written"),
        ("UPDATE posting SET attempts = 7 WHERE seq = 2", "posting 2 is not as the roll has it"),
        ("DELETE FROM fact", "fact what is on the roll and not in the database"),
        ("UPDATE sale SET receipt = 'x' WHERE seq = 3", "sale 3 is not what was written"),
        ("UPDATE posting SET first_in_line = 0 WHERE seq = 3", "1 customers' lines do not begin"),
        ("INSERT INTO fact VALUES ('new', '1')", "fact new is not on the roll"),
        ("UPDATE standing SET balance_cents = 1", "a row of standing is not as the roll has it"),
    ],
)
def test_what_somebody_edited_is_named(till_db: Path, harm: str, said: str) -> None:
    busy_day(till_db)
    with closing(sqlite3.connect(till_db, isolation_level=None)) as plain:
        assert plain.execute(harm).rowcount
    assert any(said in each for each in findings(till_db))


def changed(text: str) -> str:
    return text.replace("No answer.", "No answer!", 1)


def without_a_line(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[:3] + lines[4:])


@pytest.mark.parametrize(("harm", "said"), [(changed, "does not hold"), (without_a_line, "does not follow")])
def test_a_roll_that_was_changed_is_found_and_a_recovery_makes_it_whole(
    till_db: Path, harm: Callable[[str], str], said: str
) -> None:
    busy_day(till_db)
    roll = till_db.with_name("roll.jsonl")
    roll.write_text(harm(roll.read_text(encoding="utf-8")), encoding="utf-8")
    assert any(said in each for each in findings(till_db))
    recover(till_db)
    assert findings(till_db) == ()


@pytest.mark.parametrize("lost", ["till.db", "roll.jsonl"])
def test_after_a_recovery_everything_agrees(till_db: Path, lost: str) -> None:
    busy_day(till_db)
    till_db.with_name(lost).unlink()
    assert recover(till_db).sales == 15
    assert findings(till_db) == ()
