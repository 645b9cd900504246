"""Slips of sales, from the till's own records to a printer on a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from pos_app.data_dir import DataDir
from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import BadInput, NotPrinted, PrinterProblem
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Buyer, Sale, new_sale_ids, postings_of
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.paper.slip import Row, Slip, Title
from pos_app.settings import Settings
from pos_app.settings_change import change
from pos_app.store.records import SaleRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.printing import Printing
from pos_app.till.settings_keeper import SettingsKeeper
from tests.devices.slips import drawn
from tests.devices.stand_in import NetworkPrinter

WAIT_S = 20.0


@dataclass
class Desk:
    printing: Printing
    keeper: SettingsKeeper
    sale_id: str

    def use(self, printer: Printer) -> None:
        self.keeper.change(lambda settings: Settings(till_id=settings.till_id, printer=printer))


def compose(record: SaleRecord, link: str) -> Slip:
    return Slip(name="", parts=(Title("Kavárna"), Row(record.sale.receipt, str(record.sale.quote.to_pay)), Row(link)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    place = DataDir(tmp_path)
    keeper = SettingsKeeper(Settings(till_id="test"), partial(change, place))
    store = DatabaseThread(lambda: TillStore.open(place.till), name="store")
    ids = new_sale_ids()
    quote = price(Decimal("64.90"), standing=Standing(Decimal(10), Decimal(5), Decimal(0)), programme=Programme())
    buyer = Buyer(phone="+420777123482", card="200044717712")
    sale = Sale(sale_id=ids.sale_id, made_at=datetime(2026, 3, 14, tzinfo=UTC), buyer=buyer, quote=quote, receipt="20418")
    store.call(lambda it: it.save_sale(sale, postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None)))
    with ThreadPoolExecutor(1) as pool:
        printing = Printing(keeper=keeper, store=store, pool=pool)
        yield Desk(printing, keeper, ids.sale_id)
        printing.close()
    store.close()


def test_the_slip_of_a_sale_comes_out_as_it_was_composed_from_its_record(desk: Desk) -> None:
    with NetworkPrinter() as there:
        desk.use(Printer(kind=PrinterKind.NETWORK, address=there.address))
        desk.printing.print_sale(desk.sale_id, compose).result(WAIT_S)
        there.wait_for_jobs(1)
        slip = desk.printing.slip(desk.sale_id, compose).result(WAIT_S)
        assert slip.parts[1] == Row("20418", "64.90")
        assert there.roll.paper().tobytes() == drawn(slip=slip).tobytes()


def test_the_picture_that_is_looked_at_is_the_one_that_is_printed(desk: Desk) -> None:
    slip = desk.printing.slip(desk.sale_id, compose).result(WAIT_S)
    picture = desk.printing.picture(slip, 384).result(WAIT_S)
    assert (picture.width, len(picture.rows)) == (384, picture.height * 48)
    assert bytes(255 ^ byte for byte in picture.rows) == drawn(384, slip).tobytes()


def test_the_same_call_again_is_not_printed_again(desk: Desk) -> None:
    with NetworkPrinter() as there:
        desk.use(Printer(kind=PrinterKind.NETWORK, address=there.address))
        for job_id in ("a", "a", "b"):
            desk.printing.print_sale(desk.sale_id, compose, job_id=job_id).result(WAIT_S)
        there.wait_for_jobs(2)
        assert len(there.roll.cuts) == 2


def test_a_till_without_a_printer_says_so_and_a_printer_of_the_computer_is_for_the_window(desk: Desk) -> None:
    for kind, why in ((PrinterKind.NONE, PrinterProblem.NOT_SET_UP), (PrinterKind.SYSTEM, PrinterProblem.NOT_HERE)):
        desk.use(Printer(kind=kind))
        with pytest.raises(NotPrinted) as caught:
            desk.printing.print_sale(desk.sale_id, compose).result(WAIT_S)
        assert caught.value.why is why
    printed: list[Slip] = []
    desk.printing.add_way(PrinterKind.SYSTEM, lambda slip, _printer: printed.append(slip))
    desk.printing.print_sale(desk.sale_id, compose).result(WAIT_S)
    assert [slip.parts[1] for slip in printed] == [Row("20418", "64.90")]


def test_a_sale_that_is_not_there_has_no_slip(desk: Desk) -> None:
    for future in (desk.printing.print_sale("nobody", compose), desk.printing.slip("nobody", compose)):
        with pytest.raises(BadInput, match="no sale"):
            future.result(WAIT_S)


def test_a_printer_that_kept_half_a_picture_in_its_memory_prints_the_next_slip_right(desk: Desk) -> None:
    with NetworkPrinter(dies_after=6_000) as there:
        desk.use(Printer(kind=PrinterKind.NETWORK, address=there.address))
        with pytest.raises(NotPrinted, match="in part"):
            desk.printing.print_sale(desk.sale_id, compose).result(WAIT_S)
        assert there.roll.unfinished, "it waits for the rest of a picture"
        desk.printing.print_sale(desk.sale_id, compose).result(WAIT_S)
        there.wait_for_jobs(2)
        slip = drawn(slip=desk.printing.slip(desk.sale_id, compose).result(WAIT_S))
        paper = there.roll.paper()
        last = paper.crop((0, paper.height - slip.height, paper.width, paper.height))
        assert last.tobytes() == slip.tobytes()
        assert there.roll.cuts == [b"\0"]
