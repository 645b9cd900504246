"""The Sync centre on a real till against a real sandbox: what is stuck is settled on the screen and delivered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.loyalty.decision import Action
from pos_app.sandbox.server import Sandbox
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow
from pos_app.ui.register.states import Field
from pos_app.ui.shell import PageKey
from pos_app.ui.sync.issue_card import IssueCard
from pos_app.ui.sync.issues import Way
from tests.ui.real_window import real_window

JANA = "+420603551482"
PETR = "+420605318019"
NOBODYS_CARD = "200044718820"
NOBODYS_PHONE = "+420777123482"
SOON_S = 20.0


@dataclass
class Office:
    """A window on a till on a sandbox, with the Sync centre on it."""

    sandbox: Sandbox
    till: Till
    window: TillWindow
    qtbot: QtBot

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=15_000)

    def sell(self, text: str, amount: str, redeem: str = "0") -> None:
        answer = self.till.look_live(self.till.parse(text)).result(SOON_S)
        buyer = answer.customers[0] if answer.customers else answer.nobody
        assert buyer is not None
        draft = Draft(ids=self.till.new_sale_ids(), buyer=buyer, gross=Decimal(amount), redeem=Decimal(redeem))
        self.till.confirm(draft).result(SOON_S)

    def card(self) -> IssueCard:
        self.until(lambda: len(self.window.sync.issues.cards) == 1)
        (card,) = self.window.sync.issues.cards.values()
        return card

    def settle(self, way: Way, why: str = "") -> None:
        """Choose a way on the only card, say who and why, and do it."""
        card = self.card()
        self.until(lambda: way in card.offered)
        card.button(way).click()
        card.form.who.insert("Eva")
        if why:
            card.form.why.insert(why)
        card.form.confirm.click()

    def sums(self) -> list[tuple[str, Decimal]]:
        return [(entry.phone, entry.sum) for entry in self.sandbox.ledger()]


@pytest.fixture
def office(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    with real_window(tmp_path, PageKey.SYNC) as (sandbox, till, window):
        yield Office(sandbox, till, window, qtbot)


def test_a_refused_sale_is_tried_again_on_the_screen_and_delivered(office: Office) -> None:
    office.sandbox.add_fault(method="addBalance", kind="error200", count=1)
    office.sell(JANA, "200")
    card = office.card()
    assert office.window.shell.rail.tile(PageKey.SYNC).count == 1
    assert card.facts.text().startswith("Jana Nováková · ")
    key = card.key
    office.settle(Way.RETRY)
    office.until(lambda: office.sums() == [(JANA, Decimal("9.5"))])
    office.until(lambda: not office.window.sync.issues.all_sent.isHidden())
    office.until(lambda: office.window.shell.rail.tile(PageKey.SYNC).count == 0)
    (kept,) = office.till.matter(key).result(SOON_S).decisions
    assert (kept.decision.action, kept.decision.who) == (Action.RETRY, "Eva")


def test_a_nobody_s_card_goes_to_the_customer_who_is_chosen(office: Office) -> None:
    office.sell(PETR, "10")
    office.until(lambda: len(office.sums()) == 1)
    office.sell(NOBODYS_CARD, "200")
    card = office.card()
    assert card.title.text() == "This card belongs to nobody yet"
    card.button(Way.CHOOSE).click()
    card.form.search.insert("novot")
    office.until(lambda: len(card.form.list.rows) == 1)
    card.form.list.rows[0].click()
    card.form.who.insert("Eva")
    card.form.confirm.click()
    office.until(lambda: [phone for phone, _sum in office.sums()] == [PETR, PETR])
    office.until(lambda: not office.window.sync.issues.all_sent.isHidden())


def test_a_sale_on_nobodys_phone_goes_out_once_somebody_is_registered_there(office: Office) -> None:
    office.sell(NOBODYS_PHONE, "200")
    card = office.card()
    office.until(lambda: Way.REGISTER in card.offered)
    card.button(Way.REGISTER).click()
    assert office.window.shell.shown is PageKey.REGISTER
    form = office.window.register.form
    office.until(lambda: form.rows[Field.PHONE].field.text() != "")
    form.rows[Field.NAME].field.insert("Barbora")
    form.agrees.click()
    QTest.keyClick(QApplication.focusWidget() or office.window.register, Qt.Key.Key_Return)
    office.until(lambda: [phone for phone, _sum in office.sums()] == [NOBODYS_PHONE])
    office.window.shell.show_page(PageKey.SYNC)
    office.until(lambda: not office.window.sync.issues.all_sent.isHidden())
    assert office.sandbox.core_customer(NOBODYS_PHONE) is not None
    assert len(office.sums()) == 1


def test_used_points_that_were_refused_are_forgiven_with_a_reason(office: Office) -> None:
    office.sandbox.add_fault(method="addBalance", kind="error200", count=1)
    office.sell(JANA, "200", redeem="50")
    assert office.card().title.text() == "The server did not take the used points"
    office.settle(Way.FORGIVE, "our mistake")
    office.until(lambda: [points > 0 for _phone, points in office.sums()] == [True])
    office.until(lambda: not office.window.sync.issues.all_sent.isHidden())


def test_what_waits_for_a_server_that_is_away_goes_out_at_a_press_of_send_now(office: Office) -> None:
    office.sandbox.unplug()
    office.sell(JANA, "64.90")
    issues = office.window.sync.issues
    office.until(lambda: len(issues.waiting.list.rows) == 1 and not issues.banner.isHidden())
    assert issues.banner.title == "You are offline"
    office.sandbox.plug()
    office.window.sync.panel.send.click()
    office.until(lambda: len(office.sums()) == 1)
    office.until(lambda: not issues.all_sent.isHidden() and issues.banner.isHidden())
    office.until(lambda: "Good, " in office.window.sync.panel.row("internet").words)


def test_a_backup_is_written_beside_the_selling(office: Office, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere.db"
    office.window.sync.filing.back_up(copy)
    office.until(lambda: office.window.sync.filing.said is not None)
    assert copy.stat().st_size > 0
    assert office.window.sync.issues.filed.title == "Backup saved"
