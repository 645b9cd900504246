"""Other rules of the programme on a real till: they count from the next sale on, and nothing is started again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import Programme, RedeemAsk
from pos_app.sandbox.server import Sandbox
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.till.views import CustomerView
from pos_app.ui.app import TillWindow
from pos_app.ui.sale.presenter import SalePresenter
from pos_app.ui.settings.nav import Section
from pos_app.ui.shell import PageKey
from tests.ui.real_window import real_window

SOON_MS = 20_000


def serve(sandbox: Sandbox, till: Till, window: TillWindow, qtbot: QtBot, *, amount: str) -> SalePresenter:
    """Somebody with points is at the till and buys for this much; as many points as may be are used."""
    presenter = window.page.presenter
    somebody = max(sandbox.customers(), key=lambda each: each.standing.balance or 0)
    presenter.finder.read(till.parse(somebody.phone))
    qtbot.waitUntil(lambda: isinstance(presenter.serving.buyer, CustomerView), timeout=SOON_MS)
    presenter.type_amount(amount)
    presenter.ask_points(RedeemAsk.MAX)
    return presenter


def set_share(window: TillWindow, qtbot: QtBot, percent: str) -> None:
    """The share of a purchase that points may pay, by hand in the settings."""
    window.shell.request_page(PageKey.SETTINGS)
    window.settings.choose(Section.PROGRAMME)
    section = window.settings.programme
    section.form.share.edit.selectAll()
    section.form.share.edit.insert(percent)
    with qtbot.waitSignal(section.saved, timeout=SOON_MS):
        section.save.click()
    window.shell.request_page(PageKey.SALE)


def test_a_sale_that_was_begun_keeps_its_rules_and_the_next_one_goes_by_the_new(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path) as (sandbox, till, window):
        presenter = serve(sandbox, till, window, qtbot, amount="10")
        told = presenter.quote
        assert told.redeemed == told.net > 0
        set_share(window, qtbot, "50")
        assert presenter.quote == told
        presenter.confirm_pressed()
        qtbot.waitUntil(lambda: presenter.done is not None, timeout=SOON_MS)
        assert till.recent_sales(1).result(20)[0].sale.quote.redeemed == told.net
        presenter.escape()
        after = serve(sandbox, till, window, qtbot, amount="10").quote
        assert after.redeemed == after.net / 2 > 0


def test_nothing_begun_is_nothing_promised(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path) as (sandbox, till, window):
        set_share(window, qtbot, "20")
        quote = serve(sandbox, till, window, qtbot, amount="10").quote
        assert quote.redeemed == quote.net / 5 > 0


def test_a_sale_that_was_put_aside_keeps_its_rules_too(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path) as (sandbox, till, window):
        presenter = serve(sandbox, till, window, qtbot, amount="10")
        told = presenter.quote.redeemed
        presenter.hold()
        set_share(window, qtbot, "50")
        presenter.take_up(0)
        qtbot.waitUntil(lambda: presenter.quote.redeemed == told > 0, timeout=SOON_MS)


def test_a_command_in_the_window_sells_by_the_rules_in_force(tmp_path: Path) -> None:
    with real_window(tmp_path) as (sandbox, till, _window):
        rules = till.choices.save_programme(replace(Programme(), amount_limit=Decimal(50))).result(20)
        assert rules == till.choices.programme()
        view = till.look_live(till.parse(sandbox.customers()[0].phone)).result(20).customers[0]
        draft = Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(60), redeem=Decimal(0))
        with pytest.raises(BadInput) as refused:
            till.confirm(draft).result(20)
        assert refused.value.problem is Problem.AMOUNT_OVER_LIMIT
        assert till.confirm(replace(draft, programme=Programme())).result(20).sale.quote.gross == 60
