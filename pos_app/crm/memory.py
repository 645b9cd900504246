"""The ledger in memory, with a journal behind it if it is to survive the process."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from pos_app.crm.journal import Journal
from pos_app.crm.ledger import CardTrack, Customer, DiskTrouble, Entry, NoSuchCustomer, Refused, Standing
from pos_app.loyalty.money import LARGEST, ZERO, half_up
from pos_app.passquare.wire.crm import AddBalance, NewCustomer
from pos_app.passquare.wire.strict_json import JsonObject

WELCOME = Standing(balance=ZERO, bonus=Decimal(0), discount=Decimal(0))
_FILLED_IN = ("name", "surname", "middlename", "email", "birthday", "invited_by", "template_uuid")


def _nobody_is_told(_customer: Customer) -> None:
    """Nobody mirrors this ledger."""


class MemoryLedger:
    """A :class:`~pos_app.crm.ledger.Ledger` for the demo, the tests and small shops."""

    def __init__(
        self,
        *,
        journal: Journal | None = None,
        allow_overdraw: bool = True,
        welcome: Standing = WELCOME,
        changed: Callable[[Customer], None] = _nobody_is_told,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        """``journal`` is written to; reading it back is :meth:`restore`. ``welcome``: what a new customer has who comes with less.

        ``changed`` is told each customer that changed, in the order of the changes, before the change is answered: how a CRM
        keeps PassQuare up to date. Without ``allow_overdraw`` points that are not there cannot be taken (Refused).
        """
        self._journal = journal
        self._allow_overdraw = allow_overdraw
        self._welcome = welcome
        self._changed = changed
        self._now = now
        self._new_id = new_id
        self._lock = threading.RLock()
        self._customers: dict[str, Customer] = {}
        self._by_phone: dict[str, str] = {}
        self._by_card: dict[str, str] = {}
        self._entries: list[Entry] = []
        self._by_transaction: dict[str, Entry] = {}

    def enrol(self, customer: Customer) -> Customer:
        """See :meth:`Ledger.enrol`. Points are exact to 0.01; a ``remote_id`` that comes with a new customer is kept."""
        with self._lock:
            merged = self._merged(customer)
            if merged != self._customers.get(merged.remote_id):
                self._keep(_customer_line(merged))
                self._put(merged)
            return merged

    def take_in(self, customer: Customer) -> Customer:
        """:meth:`enrol` somebody who is known from elsewhere at every start: nothing is written to the journal."""
        with self._lock:
            merged = self._merged(customer)
            self._put(merged)
            return merged

    def find(self, *, phone: str, cards: tuple[str, ...] = ()) -> Customer:
        """See :meth:`Ledger.find`."""
        with self._lock:
            return self._customers[self._whose(phone, cards)]

    def add(
        self,
        *,
        phone: str,
        cards: tuple[str, ...] = (),
        points: Decimal,
        transaction_id: str,
        lifetime_days: int | None = None,
    ) -> Entry:
        """See :meth:`Ledger.add`. ``points`` are taken to 0.01, halves away from zero."""
        points = half_up(points)
        with self._lock:
            customer = self._customers[self._whose(phone, cards)]
            earlier = self._by_transaction.get(transaction_id)
            if earlier is not None:
                if (earlier.customer_id, earlier.sum) != (customer.remote_id, points):
                    raise Refused("This transactionId was used for another customer or another sum.")
                return earlier
            entry = self._entry(customer, points, transaction_id=transaction_id, lifetime_days=lifetime_days, at=self._now())
            if entry.balance_after.copy_abs() > LARGEST:
                raise Refused("The balance would leave all bounds.")
            if points < 0 and entry.balance_after < 0 and not self._allow_overdraw:
                raise Refused("The customer does not have so many points.")
            self._keep(_entry_line(entry))
            self._book(entry)
            return entry

    def put_track(self, *, phone: str, track: CardTrack) -> Customer:
        """Overwrite the track of the card numbered ``track.card``, which becomes this customer's if it is nobody's."""
        with self._lock:
            customer = self._customers[self._whose(phone, ())]
            self._check_cards((track.card,), customer.remote_id)
            cards = customer.cards if track.card in customer.cards else (*customer.cards, track.card)
            others = tuple(each for each in customer.tracks if each.card != track.card)
            changed = replace(customer, cards=cards, tracks=(*others, track))
            self._keep(_customer_line(changed))
            self._put(changed)
            return changed

    def entries(self) -> tuple[Entry, ...]:
        """See :meth:`Ledger.entries`."""
        with self._lock:
            return tuple(self._entries)

    def customers(self) -> tuple[Customer, ...]:
        """See :meth:`Ledger.customers`."""
        with self._lock:
            return tuple(self._customers.values())

    def restore(self, line: JsonObject) -> bool:
        """Do again what a line of the journal tells; False if it is not this ledger's. Raises DiskTrouble.

        Points of somebody who was not enrolled before are kept all the same, under their phone.
        """
        try:
            with self._lock:
                match line:
                    case {"kind": "customer", "customer": dict(told), "customerId": str(customer_id)}:
                        self._restore_customer(NewCustomer.from_json(told).person, customer_id)
                    case {"kind": "entry", "customer": dict(told), "at": str(at)}:
                        self._restore_entry(AddBalance.from_json(told), datetime.fromisoformat(at))
                    case _:
                        return False
        except ValueError as error:
            raise DiskTrouble(f"The journal holds a line that makes no sense: {error}.") from error
        return True

    def _restore_customer(self, person: Customer, customer_id: str) -> None:
        known = self._customers.get(self._by_phone.get(person.phone, ""))
        if known is None:
            self._put(replace(person, remote_id=customer_id))
        else:
            # What a line does not tell, and the points, which the entries tell.
            kept = {name: getattr(known, name) for name in ("remote_id", "standing", "installs", "template_uuid")}
            self._put(replace(person, **kept))

    def _restore_entry(self, asked: AddBalance, at: datetime) -> None:
        customer = self._merged(Customer(phone=asked.phone))
        self._put(customer)
        self._book(self._entry(customer, asked.sum, transaction_id=asked.transaction_id, lifetime_days=asked.lifetime_days, at=at))

    def _entry(self, customer: Customer, points: Decimal, *, transaction_id: str, lifetime_days: int | None, at: datetime) -> Entry:
        return Entry(
            seq=len(self._entries) + 1,
            transaction_id=transaction_id,
            customer_id=customer.remote_id,
            phone=customer.phone,
            sum=points,
            balance_after=(customer.standing.balance or ZERO) + points,
            at=at,
            lifetime_days=lifetime_days,
        )

    def _whose(self, phone: str, cards: Iterable[str]) -> str:
        owners = {self._by_card[card] for card in cards if card in self._by_card}
        if phone:
            owner = self._by_phone.get(phone)
            if owner is None and owners:
                raise Refused("This card belongs to a customer with another phone.")
            owners |= {owner} if owner else set()
        if not owners:
            raise NoSuchCustomer
        if len(owners) > 1:
            raise Refused("The phone and the cards belong to different customers.")
        return owners.pop()

    def _merged(self, customer: Customer) -> Customer:
        """The customer that is known by this phone, with what was missing; or a new one."""
        if not customer.phone:
            raise Refused("A customer needs a phone.")
        known = self._customers.get(self._by_phone.get(customer.phone, ""))
        if known is None:
            self._check_cards(customer.cards, "")
            if customer.remote_id in self._customers:
                raise Refused("This customerId belongs to another customer.")
            return replace(customer, remote_id=customer.remote_id or str(self._new_id()), standing=self._opening(customer.standing))
        self._check_cards(customer.cards, known.remote_id)
        missing = {name: getattr(customer, name) for name in _FILLED_IN if not getattr(known, name)}
        tracked = {each.card for each in known.tracks}
        return replace(
            known,
            **missing,
            cards=tuple(dict.fromkeys((*known.cards, *customer.cards))),
            tracks=(*known.tracks, *(each for each in customer.tracks if each.card not in tracked)),
        )

    def _opening(self, standing: Standing) -> Standing:
        def told(name: str) -> Decimal:
            value: Decimal | None = getattr(standing, name)
            return half_up(getattr(self._welcome, name) or ZERO if value is None else value)

        return Standing(balance=told("balance"), bonus=told("bonus"), discount=told("discount"))

    def _check_cards(self, cards: Iterable[str], owner: str) -> None:
        if any(self._by_card.get(card, owner) != owner for card in cards):
            raise Refused("This card belongs to another customer.")

    def _keep(self, line: JsonObject) -> None:
        if self._journal is not None:
            self._journal.append(line)

    def _book(self, entry: Entry) -> None:
        self._entries.append(entry)
        self._by_transaction[entry.transaction_id] = entry
        customer = self._customers[entry.customer_id]
        self._put(replace(customer, standing=replace(customer.standing, balance=entry.balance_after)))

    def _put(self, customer: Customer) -> None:
        self._customers[customer.remote_id] = customer
        self._by_phone[customer.phone] = customer.remote_id
        self._by_card |= dict.fromkeys(customer.cards, customer.remote_id)
        self._changed(customer)


def _customer_line(customer: Customer) -> JsonObject:
    told = NewCustomer(person=customer).to_json()["customer"]
    return {"kind": "customer", "customerId": customer.remote_id, "customer": told}


def _entry_line(entry: Entry) -> JsonObject:
    asked = AddBalance(phone=entry.phone, sum=entry.sum, transaction_id=entry.transaction_id, lifetime_days=entry.lifetime_days)
    return {"kind": "entry", "at": entry.at.isoformat(), "customer": asked.to_json()["customer"]}
