"""The make-believe world behind the servers: the people, the merchant's books, PassQuare's copy of them, and what was sent."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from pos_app.crm.hook import Caller
from pos_app.crm.journal import Journal
from pos_app.crm.ledger import CardInstall, CardTrack, Customer, Standing
from pos_app.crm.memory import MemoryLedger
from pos_app.passquare.wire.core_user import UserUpdate, UserUpdated
from pos_app.passquare.wire.strict_json import JsonObject
from pos_app.sandbox.core import Core
from pos_app.sandbox.outbox import Outbox
from pos_app.sandbox.people import Person

WELCOME = Standing(balance=Decimal(0), bonus=Decimal(5), discount=Decimal(0))
"""What somebody gets who is registered without rates."""
_CALLERS_KEPT = 1_000


class World:
    """Everything that a request can see or change. Any thread."""

    def __init__(
        self,
        *,
        people: Sequence[Person],
        account: str,
        allow_overdraw: bool,
        journal: Path | None,
        ledger: type[MemoryLedger] = MemoryLedger,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Begin with ``people`` and what ``journal`` tells of earlier runs. Raises DiskTrouble."""
        self.account = account
        self._people = tuple(people)
        self._allow_overdraw = allow_overdraw
        self._ledger = ledger
        self._now = now
        self._journal = None if journal is None else Journal(journal)
        try:
            self._begin()
        except BaseException:
            self.close()
            raise

    def _begin(self) -> None:
        self.callers: deque[Caller] = deque(maxlen=_CALLERS_KEPT)
        self.outbox = Outbox(now=self._now)
        self.crm = self._ledger(
            journal=self._journal, allow_overdraw=self._allow_overdraw, welcome=WELCOME, changed=self._tell_core, now=self._now
        )
        self.core = Core(crm=self.crm, outbox=self.outbox, now=self._now)
        for person in self._people:
            self.crm.take_in(_customer(person))
            self.core.registered_on(person.phone, person.registered)
        if self._journal is not None:
            for line in self._journal.lines():
                if not self.crm.restore(line):
                    self._restore_update(line)

    def update(self, update: UserUpdate) -> UserUpdated:
        """``user_create_or_update``, remembered. Raises Refused, DiskTrouble."""
        answer = self.core.update(update)
        fields = replace(update, sms=None, push=None, send_webpush=None, send_telegram=None, link=None, card_track=None)
        if self._journal is not None and fields != UserUpdate(phone=update.phone):
            # A new customer or track is in the CRM's lines already.
            self._journal.append({"kind": "update", "update": fields.to_json()})
        return answer

    def reset(self) -> None:
        """Everything as at the first start: the journal is emptied, too. Raises DiskTrouble."""
        if self._journal is not None:
            self._journal.clear()
        self._begin()

    def close(self) -> None:
        """Let go of the journal. Safe to call again."""
        if self._journal is not None:
            self._journal.close()

    def _tell_core(self, customer: Customer) -> None:
        self.core.mirror(customer)

    def _restore_update(self, line: JsonObject) -> None:
        match line:
            case {"kind": "update", "update": dict(told)}:
                self.core.change(UserUpdate.from_json(told))


def _customer(person: Person) -> Customer:
    return Customer(
        phone=person.phone,
        name=person.name,
        surname=person.surname,
        middlename=person.middlename,
        email=person.email,
        birthday=person.birthday,
        cards=tuple(card.number for card in person.cards),
        tracks=tuple(CardTrack(card.number, card.track) for card in person.cards if card.track),
        installs=tuple(CardInstall(card.number, card.in_phone) for card in person.cards),
        standing=Standing(balance=person.balance, bonus=person.bonus, discount=person.discount),
        # The same at every start, whatever the journal tells later.
        remote_id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"tel:{person.phone}")),
        invited_by=person.invited_by,
    )
