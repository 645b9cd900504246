"""The counter: sales that were begun, on a real disk."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.sale import Buyer, FoundBy, new_sale_ids
from pos_app.loyalty.unfinished import Shelf, Unfinished
from pos_app.store.unfinished import MOST_HELD, read_shelf, write_shelf
from pos_app.till.counter import FRESH, Counter

NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
BUYER = Buyer(phone="+420777123482", card="200044717712", name='Jana "Ž" Nováková', found_by=FoundBy.CARD_READ)


def begun(amount: str = "64,90", *, at: datetime = NOW, redeem: Decimal | RedeemAsk = RedeemAsk.MAX) -> Unfinished:
    return Unfinished(ids=new_sale_ids(), begun_at=at, buyer=BUYER, amount=amount, redeem=redeem, receipt="20418", phone="777")


def counter(file: Path, *, sold: tuple[str, ...] = (), now: datetime = NOW) -> Counter:
    return Counter(file, sold=lambda sale_id: sale_id in sold, now=lambda: now, pause_s=0)


def kept(file: Path, shelf: Shelf) -> None:
    one = counter(file)
    one.keep(shelf)
    one.close()


def test_what_was_begun_is_found_by_the_next_run_of_the_program(tmp_path: Path) -> None:
    file = tmp_path / "unfinished.json"
    shelf = Shelf(begun(), (begun("1"), begun(redeem=Decimal("12.50"))))
    kept(file, shelf)
    assert counter(file).found() == shelf
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_the_last_of_many_changes_is_the_one_that_counts(tmp_path: Path) -> None:
    file = tmp_path / "unfinished.json"
    one = counter(file)
    for amount in range(200):
        one.keep(Shelf(begun(str(amount))))
    one.close()
    found = counter(file).found().current
    assert found is not None
    assert found.amount == "199"


def test_a_sale_that_was_confirmed_after_all_is_not_offered_again(tmp_path: Path) -> None:
    file = tmp_path / "unfinished.json"
    current, held, other = begun(), begun(), begun()
    kept(file, Shelf(current, (held, other)))
    assert counter(file, sold=(current.ids.sale_id, held.ids.sale_id)).found() == Shelf(None, (other,))


@pytest.mark.parametrize("away", [FRESH, -FRESH, timedelta(days=3)])
def test_a_sale_of_long_ago_lies_among_those_put_aside(tmp_path: Path, away: timedelta) -> None:
    file = tmp_path / "unfinished.json"
    kept(file, Shelf(begun(), (begun("1"),)))
    found = counter(file, now=NOW + away).found()
    assert found.current is None
    assert [sale.amount for sale in found.held] == ["64,90", "1"]


def test_an_empty_counter_takes_the_old_sale_off_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "unfinished.json"
    kept(file, Shelf(begun()))
    kept(file, Shelf())
    assert counter(file).found() == Shelf()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "\x00\xff",
        '{"current": null}',
        '{"current": 5, "held": []}',
        "[" * 9_999,
        '{"current": null, "held": [1]}',
    ],
)
def test_a_file_that_makes_no_sense_is_an_empty_counter(tmp_path: Path, text: str) -> None:
    file = tmp_path / "unfinished.json"
    file.write_text(text, encoding="utf-8")
    assert read_shelf(file) == Shelf()


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("redeem", "-5"), ("redeem", "NaN"), ("redeem", 7), ("at", "2026-11-26T18:00:00"), ("at", "yesterday"), ("amount", 5),
        ("buyer", ["", "", "", "typed"]), ("buyer", ["1", "", "", "smelled"]), ("ids", ["a"]), ("phone", None),
    ],
)  # fmt: skip
def test_one_field_of_no_sense_spoils_it(tmp_path: Path, what: str, value: object) -> None:
    file = tmp_path / "unfinished.json"
    write_shelf(file, Shelf(begun()))
    said = json.loads(file.read_text(encoding="utf-8"))
    said["current"][what] = value
    file.write_text(json.dumps(said), encoding="utf-8")
    assert read_shelf(file) == Shelf()


def test_a_file_of_endless_length_is_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "unfinished.json"
    write_shelf(file, Shelf(begun(amount="9" * 300_000)))
    assert read_shelf(file) == Shelf()


def test_no_more_are_kept_than_anybody_puts_aside(tmp_path: Path) -> None:
    file = tmp_path / "unfinished.json"
    write_shelf(file, Shelf(None, tuple(begun(str(number)) for number in range(MOST_HELD + 5))))
    assert len(read_shelf(file).held) == MOST_HELD


def test_a_disk_that_takes_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        write_shelf(tmp_path / "nowhere" / "unfinished.json", Shelf())


def test_a_disk_that_takes_nothing_stops_neither_the_counter_nor_its_end(tmp_path: Path) -> None:
    one = counter(tmp_path / "nowhere" / "unfinished.json")
    one.keep(Shelf(begun()))
    one.close()
    one.keep(Shelf(begun()))
