"""A make-believe PassQuare core: what it knows and what its methods do (``passquare-api.md`` §1).

It has its own copy of every customer, as PassQuare has. The merchant's CRM is the system of record: what changes there is told
here at once (:meth:`Core.mirror`). The other way only what the vendor documents: a new customer is created in the CRM, a changed
track overwrites the card there. A balance set here stays here until the CRM tells another.
"""

from __future__ import annotations

import hashlib
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from pos_app.crm.ledger import CardInstall, CardTrack, Customer, Standing
from pos_app.crm.memory import MemoryLedger
from pos_app.passquare.wire.core import Page, PushCreate, PushCreated, ReadCustomers
from pos_app.passquare.wire.core_user import ReadCustomer, UserUpdate, UserUpdated
from pos_app.sandbox.outbox import Channel, Outbox

PAGE_SIZE = 100
FORM = "https://form.passquare.com/00000000-0000-0000-0000-000000000000"
_NAMED = ("name", "surname", "middlename", "email", "birthday", "template_uuid")
_RATES = ("balance", "bonus", "discount")


@dataclass(frozen=True, slots=True)
class _Member:
    customer: Customer
    registered: datetime
    """UTC."""


class Core:
    """One merchant's account at PassQuare. Any thread. Raises Refused (the CRM's word) where it cannot do what is asked."""

    def __init__(self, *, crm: MemoryLedger, outbox: Outbox, now: Callable[[], datetime]) -> None:
        self._crm = crm
        self._outbox = outbox
        self._now = now
        # Never held while the CRM is called: the CRM calls back with its own lock held.
        self._lock = threading.Lock()
        self._members: dict[str, _Member] = {}

    def mirror(self, told: Customer) -> None:
        """Take over what the CRM tells of a customer who changed there."""
        with self._lock:
            member = self._members.get(told.phone)
            if member is None:
                self._members[told.phone] = _Member(_with_installs(told), self._now())
                return
            known = member.customer
            missing = {name: getattr(told, name) for name in (*_NAMED, "remote_id", "invited_by") if not getattr(known, name)}
            told_rates = replace(known, **missing, cards=told.cards, tracks=told.tracks, standing=told.standing)
            self._members[told.phone] = replace(member, customer=_with_installs(told_rates))

    def registered_on(self, phone: str, day: date) -> None:
        """Say that ``phone`` registered on ``day``, at noon UTC."""
        with self._lock:
            self._members[phone] = replace(self._members[phone], registered=datetime.combine(day, time(12), UTC))

    def update(self, update: UserUpdate) -> UserUpdated:
        """``user_create_or_update``: create, or change only what is named; then send the messages in it."""
        created = self.customer(phone=update.phone) is None
        if created:
            number, track = self._new_card(update.card_track)
            self._crm.enrol(
                Customer(
                    phone=update.phone,
                    name=update.name or "",
                    surname=update.surname or "",
                    middlename=update.middlename or "",
                    email=update.email or "",
                    birthday=update.birthday,
                    cards=(number,),
                    tracks=(CardTrack(number, track),),
                    standing=Standing(balance=update.balance, bonus=update.bonus, discount=update.discount),
                    remote_id=update.customer_id or "",
                )
            )
        else:
            known = self._known(update.phone)
            number, track = self._new_card(update.card_track)
            # Somebody whom only the CRM made has no card yet.
            created = not known.cards
            if created or update.card_track:
                number = number if created else known.cards[0]
                self._crm.put_track(phone=update.phone, track=CardTrack(number, track))
        self.change(update)
        return self._answer(update, created=created)

    def change(self, update: UserUpdate) -> bool:
        """Only the fields of a customer that is known; False if there is no such customer, or nothing is named."""
        named = {name: getattr(update, name) for name in _NAMED if getattr(update, name) is not None}
        rates = {name: getattr(update, name) for name in _RATES if getattr(update, name) is not None}
        if update.customer_id is not None:
            named["remote_id"] = update.customer_id
        with self._lock:
            member = self._members.get(update.phone)
            if member is None or not (named or rates):
                return False
            changed = replace(member.customer, **named, standing=replace(member.customer.standing, **rates))
            self._members[update.phone] = replace(member, customer=changed)
            return True

    def customer(self, *, phone: str = "", card: str = "") -> Customer | None:
        """Who has this phone, or else this card number."""
        with self._lock:
            member = self._members.get(phone)
            if member is None and card:
                member = next((each for each in self._members.values() if card in each.customer.cards), None)
            return None if member is None else member.customer

    def read(self, asked: ReadCustomer) -> Customer | None:
        """``read_customer``, with the invited ones."""
        customer = self.customer(phone=asked.phone, card=asked.card)
        if customer is None:
            return None
        with self._lock:
            invited = (each.customer.phone for each in self._members.values() if each.customer.invited_by == customer.phone)
            return replace(customer, invites=tuple(invited))

    def install(self, card: str) -> None:
        """A customer takes this card into their phone's wallet."""
        with self._lock:
            for phone, member in self._members.items():
                if card in member.customer.cards:
                    others = tuple(each for each in member.customer.installs if each.card != card)
                    customer = replace(member.customer, installs=(*others, CardInstall(card, installed=True)))
                    self._members[phone] = replace(member, customer=customer)

    def page(self, asked: ReadCustomers) -> Page:
        """``read_customers``: at most PAGE_SIZE phones. A date without a time is its midnight."""
        start, end = _moment(asked.start), _moment(asked.end)
        with self._lock:
            phones = [
                phone
                for phone, member in self._members.items()
                if (start is None or start <= member.registered)
                and (end is None or member.registered <= end)
                and asked.installed in (None, member.customer.in_phone)
            ]
        found = tuple(phones[asked.offset : asked.offset + PAGE_SIZE])
        return Page(found, len(found))

    def create_push(self, asked: PushCreate) -> PushCreated:
        """``push/create``."""
        return self._outbox.create(asked)

    def send_push(self, push_uuid: str) -> bool:
        """``push/send``; False: there is no such push."""
        with self._lock:
            everybody = len(self._members)
        return self._outbox.send(push_uuid, receivers=everybody)

    def _answer(self, update: UserUpdate, *, created: bool) -> UserUpdated:
        customer = self._known(update.phone)
        user_hash = hashlib.blake2b(update.phone.encode(), digest_size=16).hexdigest()
        form_url = f"{(update.link or FORM).rstrip('/')}/?hash={user_hash}"
        sms_send: bool | str = ""
        if update.sms is not None:
            sms_send = self._outbox.deliver(update.phone, Channel.SMS, update.sms.replace("%link%", form_url))
        by_channel = (Channel.PUSH, update.push), (Channel.WEBPUSH, update.send_webpush), (Channel.TELEGRAM, update.send_telegram)
        for channel, text in by_channel:
            if text is not None:
                self._outbox.deliver(update.phone, channel, text)
        number = customer.cards[0] if customer.cards else ""
        return UserUpdated(
            sms_send=sms_send,
            card=created,
            card_number=number,
            card_track=next((each.track for each in customer.tracks if each.card == number), ""),
            card_url=f"https://core.passquare.com/card/{user_hash}.pkpass",
            card_gpay_url=f"https://pay.google.com/gp/v/save/{user_hash}",
            form_url=form_url,
            user_hash=user_hash,
        )

    def _known(self, phone: str) -> Customer:
        with self._lock:
            return self._members[phone].customer

    @staticmethod
    def _new_card(track: str | None) -> tuple[str, str]:
        """A number like the others', and the track: the one that is asked for, or one of its own."""
        chance = uuid.uuid4().int
        return f"2000{chance % 10**8:08}", track or f"78{chance // 10**8 % 10**8:08}"


def _with_installs(customer: Customer) -> Customer:
    """``customer`` with a word on every card whether it is in the phone."""
    known = {each.card: each.installed for each in customer.installs}
    return replace(customer, installs=tuple(CardInstall(card, known.get(card, False)) for card in customer.cards))


def _moment(written: date | datetime | None) -> datetime | None:
    if written is None:
        return None
    clock = written.time() if isinstance(written, datetime) else time()
    return datetime.combine(written, clock, UTC)
