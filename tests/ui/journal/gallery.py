"""The states of the Journal, with the design's sample data: same names, same sums, a clock that stands at 14:32."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.account import Account
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.till.events import Connection, Status
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.journal.page import JournalPage
from pos_app.ui.journal.states import Tab
from pos_app.ui.printing.compose import Composer
from pos_app.ui.sale.phrases import Phrases
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from tests.gallery.view import View
from tests.ui.journal.shop import PROGRAMME, JournalShop
from tests.ui.sale.pretend import NOW

ONLINE = Status(connection=Connection.ONLINE, needs_person=2, account=Account("riverside", Decimal(980)))


@dataclass
class Stage:
    """A window on a till whose day has passed so far."""

    folder: Path
    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    fill: Callable[[JournalShop], Any] = lambda _shop: None
    closed: Callable[[], object] = lambda: None
    """Told when the window is gone."""
    shop: JournalShop = field(init=False)

    def open(self) -> Stage:
        czech = self.language == "cs"
        words.speak(self.language)
        formats = words.Formats(self.language, "CZK" if czech else "EUR")
        self.shop = JournalShop(self.folder)
        self.fill(self.shop)
        self.bridge = Bridge(self.shop)
        phrases = Phrases(formats, PROGRAMME, lambda: self.shop.now)
        self.page = JournalPage(
            self.shop,
            self.bridge,
            phrases=phrases,
            now=lambda: self.shop.now,
            midnight=lambda day: NOW.replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0, second=0),
            clock=self.shop.clock,
            folder=lambda: self.folder / "Documents",
            composer=Composer(
                shop="Kavárna Letná" if czech else "Riverside Café",
                till="Pokladna 2" if czech else "Till 2",
                formats=formats,
                zone=NOW.tzinfo,
            ),
        )
        self.bridge.happened.connect(self.page.happened)
        self.shell = MainShell(title="till", clock=lambda: formats.time(NOW))
        self.shell.add_page(PageKey.JOURNAL, self.page)
        shop, till = ("Kavárna Letná", "Pokladna 2") if czech else ("Riverside Café", "Till 2")
        self.shell.show_top_bar(replace(top_bar(ONLINE, shop=shop, till=till, formats=formats), cashier="Eva K."))
        self.shell.resize(*self.size)
        self.shell.show_page(PageKey.JOURNAL)
        self.shell.show()
        self.shell.activateWindow()
        self.settle()
        return self

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(12):
            QApplication.processEvents()

    def choose(self, name: str) -> Stage:
        """The sale of this customer."""
        rows = [self.page.model.row_at(place) for place in range(self.page.model.rowCount())]
        self.page._row_chosen(next(row.sale_id for row in rows if self.page.row_words.name(row) == name))
        self.settle()
        return self

    def close(self) -> None:
        self.bridge.close()
        self.shell.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settle()
        self.shop.close()
        self.closed()


def day(shop: JournalShop) -> None:
    """The day of the picture."""
    for number in range(34):
        at = f"{8 + number // 7:02d}:{number % 7 * 8 + 3:02d}:11"
        shop.sent(
            shop.sell(
                ("Anna Nováčková", "Jan Novák", "Markéta Králová")[number % 3],
                paid="31.50",
                discount="5" if number % 2 else "0",
                phone=f"+42060300{number:04d}",
                card=f"20004471{number:04d}",
                redeem="125" if number % 4 == 0 else "0",
                at=at,
            )
        )
    shop.sent(shop.sell("Eliška Veselá", paid="18.00", phone="+420603000001", card="200044714410", at="13:44:20"))
    voided = shop.sell("Ondřej Procházka", paid="5.40", phone="+420603000002", card="200044711177", at="13:51:40")
    shop.store.refund_sale(voided, ids=shop.new_sale_ids(), at=shop.utc())
    shop.sent(shop.sell("Marie Kučerová", paid="76.20", phone="+420603000003", card="200044719034", at="13:58:02"))
    shop.stuck(shop.sell("", paid="12.50", card="200044718820", bonus=None, at="14:11:30"))
    shop.sent(shop.sell("Tomáš Dvořák", paid="43.00", phone="+420608111482", card="200044712261", redeem="200", at="14:18:48"))
    shop.sell("Lucie Horáková", paid="8.90", phone="+420605111222", card="200044715583", at="14:26:03", receipt="20417")
    shop.sell("Petr Svoboda", paid="23.40", phone="+420605333444", card="200044710140", at="14:29:15")
    shop.sent(shop.sell("Jana Nováková", paid="64.90", discount="5", redeem="480", at="14:32:02"))


def _open(view: View, fill: Callable[[JournalShop], Any] = day) -> Stage:
    scratch = tempfile.TemporaryDirectory()
    stage = Stage(Path(scratch.name), language=view.language, size=view.window, fill=fill, closed=scratch.cleanup)
    return stage.open()


def picture(view: View) -> Stage:
    return _open(view).choose("Lucie Horáková")


def refunded(view: View) -> Stage:
    def fill(shop: JournalShop) -> None:
        day(shop)
        sold = shop.sent(shop.sell("Marie Kučerová", paid="76.20", phone="+420603000003", card="200044719034", at="14:30:02"))
        shop.store.refund_sale(sold, ids=shop.new_sale_ids(), at=shop.utc(), amount=Decimal(20))

    stage = _open(view, fill)
    stage.page.move_row(1)
    stage.settle()
    return stage


def refund(view: View) -> Stage:
    stage = _open(view).choose("Tomáš Dvořák")
    stage.page.acting.take_back()
    stage.settle()
    return stage


def slip(view: View) -> Stage:
    stage = _open(view)
    stage.page.acting.ask_slip()
    stage.settle()
    return stage


def void(view: View) -> Stage:
    stage = picture(view)
    stage.page.acting.take_back()
    stage.settle()
    return stage


def claim(view: View) -> Stage:
    stage = _open(view).choose(words.sale.unknown_card())
    stage.page.acting.ask_claim()
    stage.page.claim.field.insert("nov")
    stage.settle()
    return stage


def stuck(view: View) -> Stage:
    return _open(view).choose(words.sale.unknown_card())


def searching(view: View) -> Stage:
    stage = picture(view)
    stage.page.start_search("lu")
    stage.page.presenter.search("lu")
    stage.settle()
    return stage


def nothing(view: View) -> Stage:
    return _open(view, lambda _shop: None)


def waiting(view: View) -> Stage:
    stage = picture(view)
    stage.page.presenter.go_to_tab(Tab.WAITING)
    stage.settle()
    return stage


def calendar(view: View) -> Stage:
    stage = picture(view)
    stage.page._show_calendar()
    stage.settle()
    return stage


def exported(view: View) -> Stage:
    stage = picture(view)
    stage.page.head.export.click()
    stage.settle()
    return stage


def long_story(view: View) -> Stage:
    def fill(shop: JournalShop) -> None:
        day(shop)
        sale_id = shop.sell("Petr Svoboda", paid="23.40", phone="+420605333445", redeem="100", at="14:30:15")
        redeem = shop.store.postings_of_sale(sale_id)[0]
        for answer in ("crm.example could not be reached in time.",) * 9 + (
            "crm.example did not answer in time; it may have arrived.",
        ):
            shop.store.begin_sending(redeem.transaction_id, at=shop.utc())
            state = PostingState.UNKNOWN if "may have" in answer else PostingState.WAITING
            shop.store.finish(redeem.transaction_id, state=state, answer=answer, at=shop.utc())
        shop.store.finish(
            redeem.transaction_id,
            state=PostingState.NEEDS_PERSON,
            answer="It may have arrived, and there is no safe way to ask again.",
            at=shop.utc(),
            attention=Attention.OUTCOME_UNKNOWN,
        )
        shop.store.decide(
            redeem.transaction_id, Decision(action=Action.ALREADY_THERE, who="Eva K.", reason="I looked in the CRM."), at=shop.utc()
        )

    return _open(view, fill)


def letters(view: View) -> Stage:
    stage = picture(view)
    stage.page.head.search.click()
    stage.page.letters.letters.typed.emit("l")
    stage.page.presenter.search("l")
    stage.settle()
    return stage


def letters_claim(view: View) -> Stage:
    stage = stuck(view)
    stage.page.acting.ask_claim()
    stage.page.letters.tapped(stage.page.claim.field)
    stage.page.claim.field.insert("nov")
    stage.settle()
    return stage


SCENES: dict[str, Callable[[View], Stage]] = {
    "day": picture,
    "refund": refund,
    "refunded": refunded,
    "slip": slip,
    "void": void,
    "claim": claim,
    "stuck": stuck,
    "searching": searching,
    "nothing": nothing,
    "waiting": waiting,
    "calendar": calendar,
    "exported": exported,
    "long-story": long_story,
    "letters": letters,
    "letters-claim": letters_claim,
}
