"""A till without disk and network behind the page of new customers, and the page in a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.account import Account
from pos_app.loyalty.customer import Customer
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.phone import parse_phone
from pos_app.loyalty.profile import ChangeIds, Links, Profile, ProfileChange, Sms, change_as_sale, parse_birthday, parse_email
from pos_app.loyalty.sale import PostingKind, PostingState
from pos_app.till.events import Connection, Event, PostingChanged, Status
from pos_app.till.lookup import Answer
from pos_app.till.query import Query, read_query
from pos_app.till.registering import Application, Edited, SavedChange
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.register.page import RegisterPage
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from tests.ui.sale.pretend import JANA, NOW

T = TypeVar("T")
LINK = "https://form.passquare.com/5b1d6a32-0a07-11e7-25df-d8d18565926f/?hash=2f10171a33f66f3bc425335690ec880c"


def _done(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future


@dataclass
class PretendRegister:
    """``reaches``: how far a registration comes by itself. It is its own ``registering`` and ``sms``."""

    reaches: PostingState = PostingState.WAITING
    known: tuple[Customer, ...] = (JANA,)
    near: tuple[Customer, ...] = ()
    disk: PosError | None = None
    saved: SavedChange | None = None
    listeners: list[Callable[[Event], None]] = field(default_factory=list)

    @property
    def registering(self) -> PretendRegister:
        return self

    @property
    def sms(self) -> PretendRegister:
        return self

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def new_ids(self) -> ChangeIds:
        return ChangeIds("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222")

    def phone(self, text: str) -> str:
        return parse_phone(text, region="CZ")

    def birthday(self, text: str) -> date | None:
        return parse_birthday(text, today=NOW.date())

    def email(self, text: str) -> str:
        return parse_email(text)

    def alike(self, phone: str) -> Future[list[Customer]]:
        return _done(list(self.near))

    def register(self, application: Application, ids: ChangeIds) -> Future[SavedChange]:
        change = ProfileChange(
            transaction_id=ids.transaction_id,
            phone=self.phone(application.phone),
            profile=Profile(name=application.name or None, surname=application.surname or None),
        )
        return self._keep(change, ids, PostingKind.REGISTER)

    def edit(self, customer: Customer, edited: Edited, ids: ChangeIds) -> Future[SavedChange]:
        change = ProfileChange(transaction_id=ids.transaction_id, phone=customer.phone, profile=Profile(name=edited.name))
        return self._keep(change, ids, PostingKind.EDIT)

    def change(self, transaction_id: str) -> Future[SavedChange]:
        assert self.saved is not None
        return _done(self.saved)

    def credit(self) -> Future[Decimal]:
        return _done(Decimal(980))

    def send(self, transaction_id: str, text: str) -> Future[ProfileChange]:
        assert self.saved is not None
        return _done(replace(self.saved.change, sms=Sms.SENT))

    def parse_scan(self, candidates: Sequence[str]) -> Query:
        return read_query(candidates)

    def look_here(self, query: Query) -> Future[Answer]:
        del query
        return _done(Answer(complete=True))

    look_live = look_here

    def goes_on(self, state: PostingState) -> None:
        """The registration came so far."""
        assert self.saved is not None
        links = Links(form=LINK) if state is PostingState.APPLIED else Links()
        posting = replace(self.saved.posting, state=state)
        self.saved = replace(self.saved, posting=posting, change=replace(self.saved.change, links=links))
        for listener in self.listeners:
            listener(PostingChanged(posting))

    def _keep(self, change: ProfileChange, ids: ChangeIds, kind: PostingKind) -> Future[SavedChange]:
        if self.disk is not None:
            failed: Future[SavedChange] = Future()
            failed.set_exception(self.disk)
            return failed
        sale, (posting,) = change_as_sale(change, sale_id=ids.sale_id, kind=kind, at=NOW, account="")
        self.saved = SavedChange(sale=sale, posting=posting, change=change, fresh=True)
        return _done(self.saved)


@dataclass
class Stage:
    """The shell with the page on a pretend till."""

    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    till: PretendRegister = field(default_factory=PretendRegister)
    status: Status = field(default_factory=lambda: Status(connection=Connection.ONLINE, account=Account("riverside", Decimal(980))))
    passed_s: float = 0.0

    def open(self) -> Stage:
        czech = self.language == "cs"
        words.speak(self.language)
        formats = words.Formats(self.language, "CZK" if czech else "EUR")
        self.bridge = Bridge(self.till)
        self.page = RegisterPage(self.till, self.bridge, formats=formats, status=self.status, clock=lambda: self.passed_s)
        self.bridge.happened.connect(self.page.happened)
        self.shell = MainShell(title="till", clock=lambda: "14:32")
        self.shell.add_page(PageKey.REGISTER, self.page)
        shop, till = ("Kavárna Letná", "Pokladna 2") if czech else ("Riverside Café", "Till 2")
        self.shell.show_top_bar(replace(top_bar(self.status, shop=shop, till=till, formats=formats), cashier="Eva K."))
        self.shell.resize(*self.size)
        self.shell.show()
        self.shell.activateWindow()
        self.shell.show_page(PageKey.REGISTER)
        self.settle()
        return self

    def settle(self) -> None:
        """Let everything that is queued happen."""
        for _ in range(8):
            QApplication.processEvents()

    def close(self) -> None:
        self.bridge.close()
        self.shell.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
