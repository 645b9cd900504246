"""New customers, and what changes of those there are: saved here first, delivered like a sale (``loyalty.profile``)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from pos_app.loyalty.customer import Customer
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.phone import parse_phone
from pos_app.loyalty.profile import (
    ChangeIds,
    Profile,
    ProfileChange,
    change_as_sale,
    changed,
    clean_text,
    one_digit_away,
    parse_birthday,
    parse_email,
)
from pos_app.loyalty.sale import PostingKind, PostingState
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.profiles import SavedChange
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore

__all__ = ["Application", "Edited", "Registering", "SavedChange"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A registration as it was typed."""

    phone: str
    name: str = ""
    surname: str = ""
    birthday: str = ""
    email: str = ""
    promo: str = ""
    referred_by: str = ""
    card_track: str = ""
    """Of the card that was swiped for them; empty: they get one of the server's."""
    rules_agreed: bool = False
    news_agreed: bool = False
    who: str = ""
    """The cashier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A customer's fields as they were typed; None: not among those that were edited."""

    name: str | None = None
    surname: str | None = None
    middlename: str | None = None
    birthday: str | None = None
    email: str | None = None
    card_track: str | None = None
    """Of the card they have from now on: a deliberate act, for it overwrites the one they have."""
    who: str = ""


class Registering:
    """Every method answers at once, what waits for the disk with a Future; raises BadInput and DiskTrouble. Thread-safe."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        cache: DatabaseThread[CustomerCache],
        region: str,
        account: Callable[[], str],
        now: Callable[[], datetime],
        saved: Callable[[], None],
        desk: Executor,
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        """``account``: the one sales are made for. ``saved``: something is on its way now."""
        self._store = store
        self._cache = cache
        self._region = region
        self._account = account
        self._now = now
        self._saved = saved
        self._desk = desk
        self._new_uuid = new_uuid

    def new_ids(self, new_uuid: Callable[[], uuid.UUID] | None = None) -> ChangeIds:
        """Ids for a form that opens."""
        make = new_uuid or self._new_uuid
        return ChangeIds(str(make()), str(make()))

    def phone(self, text: str) -> str:
        """E.164 of what was typed. Pure; raises BadInput."""
        return parse_phone(text, region=self._region)

    def birthday(self, text: str) -> date | None:
        """A birthday that was typed. Pure; raises BadInput."""
        return parse_birthday(text, today=self._now().astimezone().date())

    def email(self, text: str) -> str:
        """An e-mail address that was typed. Pure; raises BadInput."""
        return parse_email(text)

    def alike(self, phone: str) -> Future[list[Customer]]:
        """Customers of this till whose phone differs from ``phone`` (E.164) in one digit: one of the two may be a slip."""
        return self._desk.submit(lambda: self._cache.call(lambda cache: cache.with_phones(one_digit_away(phone))))

    def register(self, application: Application, ids: ChangeIds) -> Future[SavedChange]:
        """Save a new customer; when the Future is done, that survives a power cut. The same ``ids`` again are the same customer.

        BadInput: what was typed makes no sense, the customer did not agree, or this till knows the phone as somebody's.
        """
        return self._desk.submit(self._register, application, ids)

    def edit(self, customer: Customer, edited: Edited, ids: ChangeIds) -> Future[SavedChange]:
        """Save what differs from what ``customer`` has, and nothing else. BadInput if that is nothing."""
        return self._desk.submit(self._edit, customer, edited, ids)

    def change(self, transaction_id: str) -> Future[SavedChange]:
        """A registration or an edit as it is now. LookupError for one that is not there."""
        return self._desk.submit(lambda: self._store.call(lambda store: store.profiles.of(transaction_id)))

    def _register(self, application: Application, ids: ChangeIds) -> SavedChange:
        phone = self.phone(application.phone)
        profile = Profile(
            name=clean_text(application.name) or None,
            surname=clean_text(application.surname) or None,
            birthday=self.birthday(application.birthday),
            email=self.email(application.email) or None,
            card_track=application.card_track or None,
        )
        referred_by = self.phone(application.referred_by) if application.referred_by.strip() else ""
        if referred_by == phone:
            raise BadInput(Problem.REFERRED_BY_SELF)
        if not application.rules_agreed:
            raise BadInput(Problem.CONSENT_MISSING)
        at = self._now()
        change = ProfileChange(
            transaction_id=ids.transaction_id,
            phone=phone,
            profile=profile,
            promo=clean_text(application.promo),
            referred_by=referred_by,
            rules_agreed_at=at,
            news_agreed_at=at if application.news_agreed else None,
            who=application.who,
        )
        known = self._cache.call(lambda cache: cache.by_phone(phone))
        name = known.customer.full_name or phone if known else ""
        saved = self._save(change, ids, PostingKind.REGISTER, at, check=partial(_check_new, phone=phone, known=name))
        if saved.fresh:
            self._remember(_as_customer(change), at)
        return saved

    def _edit(self, customer: Customer, edited: Edited, ids: ChangeIds) -> SavedChange:
        texts = {name: getattr(edited, name) for name in ("name", "surname", "middlename")}
        told = Profile(
            **{name: None if text is None else clean_text(text) for name, text in texts.items()},
            birthday=None if edited.birthday is None else self.birthday(edited.birthday),
            email=None if edited.email is None else self.email(edited.email),
            card_track=edited.card_track or None,
        )
        profile = changed(customer, told)
        if not profile.named:
            raise BadInput(Problem.NOTHING_CHANGED)
        at = self._now()
        change = ProfileChange(transaction_id=ids.transaction_id, phone=customer.phone, profile=profile, who=edited.who)
        saved = self._save(change, ids, PostingKind.EDIT, at)
        if saved.fresh:
            self._remember(_as_customer(change), at)
        return saved

    def _save(
        self,
        change: ProfileChange,
        ids: ChangeIds,
        kind: PostingKind,
        at: datetime,
        *,
        check: Callable[[TillStore], None] = lambda _store: None,
    ) -> SavedChange:
        sale, (posting,) = change_as_sale(change, sale_id=ids.sale_id, kind=kind, at=at, account=self._account())

        def save(store: TillStore) -> SavedChange:
            if store.sale(sale.sale_id) is None:
                check(store)
            return store.profiles.save(sale, posting, change)

        saved = self._store.call(save)
        self._saved()
        return saved

    def _remember(self, customer: Customer, at: datetime) -> None:
        """So that they are found by name at once, with or without a network."""
        self._cache.call(lambda cache: cache.put(customer, at))


def _check_new(store: TillStore, *, phone: str, known: str) -> None:
    """Raises BadInput for a phone that this till knows as somebody's, in the store's thread."""
    earlier = store.profiles.latest(phone)
    if earlier is not None and earlier.posting.state in (PostingState.NEEDS_PERSON, PostingState.CANCELLED):
        # What was typed then did not get through: this is the next try, and the messenger looks before it registers anybody.
        return
    under_way = earlier is not None and earlier.posting.state.open
    if known or under_way:
        raise BadInput(Problem.REGISTERED_ALREADY, detail=known or phone)


def _as_customer(change: ProfileChange) -> Customer:
    told = change.profile
    return replace(
        Customer(phone=change.phone, invited_by=change.referred_by),
        **{name: getattr(told, name) for name in told.named if name != "card_track"},
    )
