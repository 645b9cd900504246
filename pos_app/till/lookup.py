"""Who is shopping: this till's own answer at once, the servers' a moment later (``architecture.md``).

The person comes from PassQuare's ``read_customer``; balance, bonus and discount from the CRM's ``readBalance`` where there is
a CRM: it is the system of record. Both are asked side by side, and either alone still serves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from operator import methodcaller

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import (
    KeyRefused,
    KeyringTrouble,
    NotSent,
    PosError,
    Refused,
    SlowDown,
    Trouble,
    Unknown,
)
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.sale import FoundBy, Posting
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient
from pos_app.passquare.transport import DEADLINE_S
from pos_app.store.customer_cache import CachedCustomer, CustomerCache
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore, Visits
from pos_app.till.query import Query
from pos_app.till.views import CustomerView, Nobody, Source, Visit, moving

SUGGESTIONS = 20
SLOWEST_ANSWER = timedelta(seconds=DEADLINE_S)
"""A kept balance was told at most so long after it was asked for."""
CARDS_TO_ASK = 3
"""How many readings of one swipe the servers are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who it may be."""

    customers: tuple[CustomerView, ...] = ()
    """Best first."""
    exact: bool = False
    """The first customer has exactly this phone or card; the others only fit."""
    nobody: Nobody | None = None
    """Set when no customer fits and the question was a whole phone or card."""
    complete: bool
    """False: the servers have not been asked yet, and can be."""
    trouble: Trouble | None = None
    """Why the servers could not be asked."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What the servers said of one phone or card."""

    customer: Customer | None
    """None without trouble: nobody has it."""
    trouble: Trouble | None


class Lookup:
    """Look customers up. Every method blocks and may be called from any thread but the GUI's."""

    def __init__(
        self,
        *,
        core: CoreClient,
        crm: CrmClient | None,
        cache: DatabaseThread[CustomerCache],
        store: DatabaseThread[TillStore],
        pool: Executor,
        now: Callable[[], datetime],
        core_told: Callable[[PosError | None], None],
        crm_told: Callable[[PosError | None], None],
    ) -> None:
        """``pool`` runs the second of two questions asked side by side.

        ``core_told`` and ``crm_told`` hear how each question went (None: well).
        """
        self._core = core
        self._crm = crm
        self._cache = cache
        self._store = store
        self._pool = pool
        self._now = now
        self._core_told = core_told
        self._crm_told = crm_told

    def here(self, query: Query) -> Answer:
        """What this till knows by itself, in milliseconds."""
        exact, card = self._known(query)
        if exact is not None:
            first = self._view(exact.customer, query, Source.CACHE, exact.as_of, card=card)
            return Answer(customers=(first, *self._fitting(query, but=first)), exact=True, complete=not query.wants_live)
        fitting = tuple(self._fitting(query))
        if fitting or not query.wants_live:
            return Answer(customers=fitting, complete=not query.wants_live)
        return Answer(nobody=_nobody(query, checked_online=False), complete=False)

    def live(self, query: Query) -> Answer:
        """What the servers know, added to what this till knows. Never raises for a server's trouble: see ``Answer.trouble``."""
        here = self.here(query)
        if not query.wants_live:
            return here
        known, meant = self._known(query)
        trouble: Trouble | None = None
        for phone, card in self._questions(query, known):
            asked_at = self._now()
            read = self._ask(phone=phone, card=card, known=known.customer if known else None)
            trouble = trouble or read.trouble
            if read.customer is not None:
                self._keep(read.customer, asked_at, query, card or meant)
                first = self._view(read.customer, query, Source.LIVE, asked_at, card=card or meant, told_at=self._now())
                others = tuple(each for each in here.customers if each.customer.phone != read.customer.phone)
                return Answer(customers=(first, *others[: SUGGESTIONS - 1]), exact=True, complete=True, trouble=read.trouble)
            if read.trouble is not None:
                break
        if here.customers:
            # Whatever was saved here while the servers were asked counts too.
            return replace(self.here(query), complete=True, trouble=trouble)
        return Answer(nobody=_nobody(query, checked_online=trouble is None), complete=True, trouble=trouble)

    def refresh(self, view: CustomerView) -> CustomerView:
        """The same customer once more, live if it can be had, else as this till knows them now."""
        phone, card = view.customer.phone, view.card
        query = Query(text="", phone=phone, cards=(card,) if card else (), found_by=view.found_by)
        asked_at = self._now()
        read = self._ask(phone=phone, card="" if phone else card, known=view.customer)
        if read.customer is None:
            known, _card = self._known(query)
            customer, as_of = (known.customer, known.as_of) if known else (view.customer, view.as_of)
            return self._view(customer, query, Source.CACHE, as_of, card=card)
        self._keep(read.customer, asked_at, query, card)
        return self._view(read.customer, query, Source.LIVE, asked_at, card=card, told_at=self._now())

    def _known(self, query: Query) -> tuple[CachedCustomer | None, str]:
        """The cached customer with exactly this phone, or this track, or else this card, and the card that was meant."""
        if query.phone:
            found = self._cache.call(lambda cache: cache.by_phone(query.phone))
            if found is not None:
                return found, ""
        for candidate in query.cards:
            found = self._cache.call(methodcaller("by_track", candidate))
            if found is not None:
                cards = [each.card for each in found.customer.tracks if each.track == candidate]
                return found, cards[0] if cards else ""
        for candidate in query.cards:
            found = self._cache.call(methodcaller("by_card", candidate))
            if found is not None:
                return found, candidate
        return None, ""

    def _fitting(self, query: Query, *, but: CustomerView | None = None) -> Iterable[CustomerView]:
        """Cached customers whose phone or card ends so, or whose name begins so."""
        words = query.digits or query.name
        if not words or query.found_by is FoundBy.CARD_READ:
            return
        for cached in self._cache.call(lambda cache: cache.search(words, limit=SUGGESTIONS)):
            if but is None or cached.customer.phone != but.customer.phone:
                yield self._view(cached.customer, query, Source.CACHE, cached.as_of, card="")

    def _questions(self, query: Query, known: CachedCustomer | None) -> Iterable[tuple[str, str]]:
        """What to ask the servers, in order: (phone, "") or ("", card)."""
        if known is not None and known.customer.phone:
            yield known.customer.phone, ""
            return
        if query.phone:
            yield query.phone, ""
        for card in query.cards[:CARDS_TO_ASK]:
            yield "", card

    def _ask(self, *, phone: str, card: str, known: Customer | None) -> _Read:
        """Ask both servers side by side for one phone or card."""
        read = partial(self._core.read_customer, phone=phone, card=card, installs=True)
        person = self._pool.submit(_tried, read, self._core_told)
        standing: Customer | Standing | PosError | None = None
        if self._crm is not None:
            cards = (card,) if card else ()
            standing = _tried(partial(self._crm.read_balance, phone=phone, cards=cards), self._crm_told)
        return _merge(person.result(), standing, phone=phone, card=card, known=known)

    def _keep(self, customer: Customer, as_of: datetime, query: Query, card: str) -> None:
        """Remember the customer, and which card a swipe belongs to (here only: the server's card is never changed)."""
        if not customer.phone:
            return
        tracks = [each for each in query.cards if each != card] if query.found_by is FoundBy.CARD_READ and card else []

        def keep(cache: CustomerCache) -> None:
            cache.put(customer, as_of)
            for track in tracks:
                cache.learn_track(card, track)

        self._cache.call(keep)

    def _view(
        self,
        customer: Customer,
        query: Query,
        source: Source,
        as_of: datetime | None,
        *,
        card: str,
        told_at: datetime | None = None,
    ) -> CustomerView:
        if told_at is None and as_of is not None:
            told_at = as_of + SLOWEST_ANSWER
        new_year = self._now().astimezone().replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
        phone, cards = customer.phone, customer.cards

        def read(store: TillStore) -> tuple[list[Posting], Visits | None]:
            return store.moving_points(phone=phone, cards=cards, since=as_of), store.visits(
                phone=phone, cards=cards, since=new_year
            )

        postings, visits = self._store.call(read)
        balance = customer.standing.balance
        on_the_way = moving(postings, as_of, balance, told_at=told_at)
        return CustomerView(
            customer=customer,
            balance=None if balance is None else balance + on_the_way.unsent + on_the_way.since,
            pending=on_the_way.unsent if balance is not None else ZERO,
            redeemed_unsent=on_the_way.redeemed_unsent,
            source=source,
            as_of=as_of,
            card=card,
            found_by=query.found_by,
            last_visit=None if visits is None else Visit(at=visits.last_at, paid=visits.last_paid, visits_this_year=visits.count),
        )


def _tried(ask: Callable[[], Customer | Standing], told: Callable[[PosError | None], None]) -> Customer | Standing | PosError:
    try:
        answer = ask()
    except PosError as error:
        told(None if isinstance(error, Refused) else error)
        return error
    told(None)
    return answer


def _nobody(query: Query, *, checked_online: bool) -> Nobody:
    card = "" if query.phone else query.cards[0]
    return Nobody(phone=query.phone, card=card, checked_online=checked_online, found_by=query.found_by)


def _merge(
    person: Customer | Standing | PosError,
    standing: Customer | Standing | PosError | None,
    *,
    phone: str,
    card: str,
    known: Customer | None,
) -> _Read:
    """One answer of two. What the CRM says of balance, bonus and discount wins over PassQuare's copy."""
    if isinstance(person, Customer):
        if isinstance(standing, Standing):
            person = replace(person, standing=_over(standing, person.standing))
        return _Read(person, trouble=_trouble(standing))
    if isinstance(standing, Standing):
        customer = known or Customer(phone=phone, cards=(card,) if card else ())
        return _Read(replace(customer, standing=standing), trouble=_trouble(person))
    errors = [each for each in (person, standing) if isinstance(each, PosError)]
    troubles = [trouble for each in errors if (trouble := _trouble(each)) is not None]
    return _Read(None, trouble=troubles[0] if troubles else None)


def _over(standing: Standing, under: Standing) -> Standing:
    return Standing(
        balance=under.balance if standing.balance is None else standing.balance,
        bonus=under.bonus if standing.bonus is None else standing.bonus,
        discount=under.discount if standing.discount is None else standing.discount,
    )


def _trouble(answer: object) -> Trouble | None:
    """Why no answer could be had; None for an answer and for a clear no."""
    match answer:
        case NotSent() | Unknown() | KeyRefused() | SlowDown():
            return answer.trouble
        case KeyringTrouble():
            return Trouble.KEY
        case _:
            return None
