"""The section "Data" on a real till: a customer is erased from it, a copy of it is made, and sales stay."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from pytestqt.qtbot import QtBot

from pos_app.till.selling import Draft
from pos_app.ui.settings.nav import Section
from pos_app.ui.shell import PageKey
from pos_app.ui.widgets.banner import BannerTone
from tests.ui.real_window import real_window

SOON_MS = 20_000


def test_a_customer_is_erased_from_this_till_and_the_sale_stays(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path, PageKey.SETTINGS) as (sandbox, till, window):
        somebody = sandbox.customers()[0]
        view = till.look_live(till.parse(somebody.phone)).result(20).customers[0]
        sale = till.confirm(Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))).result(20)
        qtbot.waitUntil(lambda: not till.queue(), timeout=SOON_MS)
        sandbox.unplug()
        section = window.settings.data
        window.settings.choose(Section.DATA)
        section.phone.edit.insert(somebody.phone)
        section.erase.click()
        qtbot.waitUntil(lambda: section.banner.tone is BannerTone.GOOD and not section.banner.isHidden(), timeout=SOON_MS)
        assert section.phone.text() == ""
        assert all(each.customer.name != somebody.name for each in till.look_here(till.parse(somebody.phone)).result(20).customers)
        assert till.sale(sale.sale.sale_id) is not None
        section.phone.edit.insert(somebody.phone)
        section.erase.click()
        qtbot.waitUntil(lambda: section.banner.title == "This till remembers nobody with this phone", timeout=SOON_MS)


def test_what_is_no_phone_is_said_at_the_field(tmp_path: Path) -> None:
    with real_window(tmp_path, PageKey.SETTINGS) as (_sandbox, _till, window):
        section = window.settings.data
        window.settings.choose(Section.DATA)
        section.phone.edit.insert("12")
        section.erase.click()
        assert section.phone.error
        assert section.banner.isHidden()


def test_a_copy_is_written_where_it_is_wanted(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "copy.db"
    with real_window(tmp_path / "data", PageKey.SETTINGS) as (_sandbox, till, window):
        section = window.settings.data
        window.settings.choose(Section.DATA)
        qtbot.waitUntil(lambda: section.room.words.endswith(" MB"), timeout=SOON_MS)
        assert section.folder.words == str(till.data.folder)
        section.save_to(file)
        qtbot.waitUntil(lambda: section.banner.tone is BannerTone.GOOD, timeout=SOON_MS)
        assert file.stat().st_size > 0


def test_how_long_customers_are_remembered_is_kept_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path, PageKey.SETTINGS) as (_sandbox, till, window):
        window.settings.choose(Section.DATA)
        row = window.settings.data.forgetting
        assert row.buttons[0].isChecked()
        row.buttons[2].click()
        qtbot.waitUntil(lambda: till.choices.customer_days() == 90, timeout=SOON_MS)
        qtbot.waitUntil(lambda: [button.isChecked() for button in row.buttons] == [False, False, True, False], timeout=SOON_MS)
