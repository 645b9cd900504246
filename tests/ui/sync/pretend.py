"""A till without disk and network behind the Sync centre's own seam, with the design's sample data."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.decision import Decision, possible
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import (
    Attention,
    Buyer,
    Compared,
    Posting,
    PostingKind,
    PostingState,
    Sale,
)
from pos_app.till.daily_backup import BackupState
from pos_app.till.events import Connection, Event, Status, StatusChanged
from pos_app.till.holding import Held, Settled, Word
from pos_app.till.lookup import Answer
from pos_app.till.overview import Condition, Outstanding, Stuck, Turn, Waits
from pos_app.till.query import Query
from pos_app.till.records import Attempt, Entry, SaleRecord
from pos_app.till.settling import Matter
from pos_app.till.sync.gate import Reach
from tests.ui.sale.pretend import NOW, PretendTill, now, person

T = TypeVar("T")
S = PostingState
ONDREJ = person("Ondřej", "Malý", "+420606200120", "120")
LUCIE = person("Lucie", "Horáková", "+420605111222", "64")
PETR = person("Petr", "Svoboda", "+420605333444", "211")
MARIE = person("Marie", "Dvořáková", "+420731555666", "140")
NOBODYS_CARD = "200044718820"
NOBODYS_PHONE = "+420777123482"
GOOD = Condition(
    reaches=(Reach(connection=Connection.ONLINE, answered_ago_s=2.0, took_s=0.038),),
    customers=8214,
    customers_at=NOW - timedelta(minutes=2),
    sent_at=NOW,
    free_bytes=40_000_000_000,
    backup=BackupState(last=NOW - timedelta(hours=5, minutes=12), kept=14, trouble=""),
)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    """Today, UTC."""
    return NOW.replace(hour=hour, minute=minute, second=second).astimezone(UTC)


def made(paid: str, buyer: Buyer, when: datetime, *, redeem: str = "0", balance: str = "500") -> Sale:
    standing = Standing(balance=Decimal(balance), bonus=Decimal(5))
    programme = Programme(point_value=Decimal("0.01"))
    gross = Decimal(paid) + Decimal(redeem) * programme.point_value
    quote = price(gross, standing=standing, programme=programme, redeem=Decimal(redeem))
    return Sale(sale_id=str(uuid.uuid4()), made_at=when, buyer=buyer, quote=quote)


def stuck(
    sale: Sale,
    attention: Attention,
    answer: str,
    *,
    points: str | None = None,
    compared: Compared | None = None,
    behind: int = 0,
    attempts: tuple[Attempt, ...] = (),
) -> Stuck:
    total = Decimal(points) if points is not None else sale.quote.earned
    posting = Posting(
        transaction_id=str(uuid.uuid4()),
        sale_id=sale.sale_id,
        kind=PostingKind.REDEEM if total is not None and total < 0 else PostingKind.EARN,
        phone=sale.buyer.phone,
        card="" if sale.buyer.phone else sale.buyer.card,
        sum=total,
        state=S.NEEDS_PERSON,
        attention=attention,
        attempts=1,
        last_answer=answer,
        compared=compared,
    )
    tried = attempts or (attempt(sale.made_at + timedelta(hours=4, minutes=2), S.NEEDS_PERSON, answer),)
    return Stuck(
        matter=Matter(posting=posting, possible=possible(posting), attempts=tried, decisions=()),
        record=SaleRecord(seq=1, sale=sale, postings=(posting,)),
        behind=behind,
    )


def attempt(when: datetime, outcome: PostingState, answer: str) -> Attempt:
    return Attempt(number=1, sent=True, started_at=when, ended_at=when + timedelta(seconds=1), outcome=outcome, answer=answer)


def fewer_points() -> Stuck:
    sale = made("41.00", Buyer(phone=ONDREJ.phone, name="Ondřej Malý"), at(9, 18), redeem="200")
    lost = attempt(at(9, 18, 4), S.WAITING, "loyalty.example could not be reached.")
    said = attempt(at(13, 20, 9), S.NEEDS_PERSON, "Not enough points")
    return stuck(sale, Attention.REFUSED, "Not enough points", points="-200", attempts=(lost, said))


def nobodys_card() -> Stuck:
    sale = made("12.50", Buyer(card=NOBODYS_CARD), at(14, 11))
    return stuck(sale, Attention.NO_CUSTOMER, "No customer has this phone or card.")


def nobodys_phone() -> Stuck:
    sale = made("18.90", Buyer(phone=NOBODYS_PHONE), at(13, 2))
    return stuck(sale, Attention.NO_CUSTOMER, "No customer has this phone or card.")


def refused() -> Stuck:
    sale = made("64.90", Buyer(phone=PETR.phone, name="Petr Svoboda"), at(12, 40))
    return stuck(sale, Attention.REFUSED, "Monthly limit reached", behind=2)


def unknown() -> Stuck:
    sale = made("56.00", Buyer(phone=MARIE.phone, name="Marie Dvořáková"), at(11, 5))
    compared = Compared(Decimal("137.20"), Decimal(140))
    return stuck(sale, Attention.OUTCOME_UNKNOWN, "It may have arrived, and there is no safe way to ask again.", compared=compared)


def moved() -> Stuck:
    sale = made("23.40", Buyer(phone=LUCIE.phone, name="Lucie Horáková"), at(10, 22))
    answer = "PassQuare has 64.00 points, but this till left 58.00: somebody else changed them."
    return stuck(sale, Attention.BALANCE_MOVED, answer)


def differs() -> Stuck:
    whose = Buyer(phone=LUCIE.phone, name="Lucie Horáková")
    sale = made("1.00", whose, at(6, 0))
    nothing = replace(sale.quote, gross=Decimal(0), net=Decimal(0), to_pay=Decimal(0))
    answer = "PassQuare has 64.00 points, and this till left 84.00."
    return stuck(replace(sale, quote=nothing), Attention.BALANCE_MOVED, answer, points="20")


def other_account() -> Stuck:
    sale = made("9.90", Buyer(phone=PETR.phone, name="Petr Svoboda"), at(8, 31))
    return stuck(sale, Attention.WRONG_ACCOUNT, "This sale belongs to the account letna, and the till to riverside now.")


def damaged() -> Stuck:
    sale = made("7.00", Buyer(phone=MARIE.phone, name="Marie Dvořáková"), at(8, 2))
    return stuck(sale, Attention.DAMAGED, "The entry is not what was written: it is not sent.")


def waits(paid: str, whose: str, phone: str, when: datetime, turn: Turn = Turn.QUEUED, in_s: float | None = None) -> Waits:
    sale = made(paid, Buyer(phone=phone, name=whose), when)
    posting = Posting(
        transaction_id=str(uuid.uuid4()), sale_id=sale.sale_id, kind=PostingKind.EARN, phone=phone, sum=sale.quote.earned
    )
    return Waits(posting=posting, sale=sale, turn=turn, in_s=in_s)


def two_waiting() -> tuple[Waits, ...]:
    return (
        waits("8.90", "Lucie Horáková", LUCIE.phone, at(14, 26), Turn.RESTS, 20.0),
        waits("23.40", "Petr Svoboda", PETR.phone, at(14, 29)),
    )


def told(matters: tuple[Stuck, ...] = (), waiting: tuple[Waits, ...] = (), more: int = 0) -> Outstanding:
    return Outstanding(stuck=matters, stuck_count=len(matters), waiting=waiting, waiting_count=len(waiting) + more)


@dataclass
class PretendSync:
    """The whole seam. ``decided`` keeps what was settled; ``trouble`` is what the next decision meets."""

    outstanding_is: Outstanding = field(default_factory=told)
    condition_is: Condition = GOOD
    online: bool = True
    trouble: PosError | None = None
    backup_trouble: PosError | None = None

    def __post_init__(self) -> None:
        self.customers = PretendTill(customers=(ONDREJ, LUCIE, PETR, MARIE), online=self.online)
        self.decided: list[tuple[str, Decision, dict[str, object]]] = []
        self.allowed: list[tuple[str, str]] = []
        self.words: list[tuple[Word, str, str]] = []
        self.sent_now = self.asked = 0
        self.status_is = Status(connection=Connection.ONLINE)
        self.saved: list[Path] = []
        self._listeners: list[Callable[[Event], None]] = []
        self._held: list[tuple[Future[Outstanding], Outstanding]] | None = None

    @property
    def overview(self) -> PretendSync:
        return self

    @property
    def data(self) -> PretendSync:
        return self

    # Tests decide

    def tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            listener(event)

    def now_is(self, outstanding: Outstanding) -> None:
        """The till has this now, and says that something changed."""
        self.outstanding_is = outstanding
        self.tell(StatusChanged(self.status_is))

    def hold(self) -> None:
        """From now on what is outstanding is told as it is when asked, but only after ``release``."""
        self._held = []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for future, answer in held:
            future.set_result(answer)

    # The seam

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def outstanding(self) -> Future[Outstanding]:
        self.asked += 1
        if self._held is not None:
            future: Future[Outstanding] = Future()
            self._held.append((future, self.outstanding_is))
            return future
        return _told(self.outstanding_is)

    def condition(self) -> Future[Condition]:
        return _told(self.condition_is)

    def later(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(work())
        except PosError as error:
            future.set_exception(error)
        return future

    def everything(self) -> list[Entry]:
        told = self.outstanding_is
        stuck = [Entry(each.matter.posting, each.record.sale) for each in told.stuck]
        return stuck + [Entry(each.posting, each.sale) for each in told.waiting]

    def parse(self, text: str) -> Query:
        return self.customers.parse(text)

    def look_here(self, query: Query) -> Future[Answer]:
        return self.customers.look_here(query)

    def look_live(self, query: Query) -> Future[Answer]:
        return self.customers.look_live(query)

    def settle(
        self, transaction_id: str, decision: Decision, *, phone: str = "", card: str = "", points: Decimal | None = None
    ) -> Future[list[Posting]]:
        if self.trouble is not None:
            failed: Future[list[Posting]] = Future()
            failed.set_exception(self.trouble)
            return failed
        self.decided.append((transaction_id, decision, {"phone": phone, "card": card, "points": points}))
        left = tuple(each for each in self.outstanding_is.stuck if each.matter.posting.transaction_id != transaction_id)
        self.outstanding_is = replace(self.outstanding_is, stuck=left, stuck_count=len(left))
        return _told([])

    @property
    def holding(self) -> PretendHolding:
        return PretendHolding(self)

    def allow_writes(self, *, who: str, reason: str) -> bool:
        self.allowed.append((who, reason))
        return True

    def send_now(self) -> None:
        self.sent_now += 1

    def back_up(self, file: Path) -> object:
        if self.backup_trouble is not None:
            raise self.backup_trouble
        self.saved.append(file)
        return file


@dataclass
class PretendHolding:
    """What a person says about a till that sends nothing."""

    till: PretendSync

    def allow_writes(self, *, who: str, reason: str) -> bool:
        return self.till.allow_writes(who=who, reason=reason)

    def settle(self, word: Word, *, who: str, reason: str) -> Settled:
        if self.till.trouble is not None:
            raise self.till.trouble
        self.till.words.append((word, who, reason))
        return Settled(was=Held.ELSEWHERE)


def _told(answer: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(answer)
    return future


__all__ = ["NOW", "PretendSync", "now"]
