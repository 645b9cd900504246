"""What is told of customers: registrations at the merchant's CRM and at PassQuare, and edits, each exactly once.

``createCustomer`` knows no ids: it is only sent where the CRM says that nobody has the phone, and after an unknown outcome not
before nothing of the last try can arrive any more. ``user_create_or_update`` sets what it names, so that twice is once. A
phone that is somebody's already is their registration if nothing contradicts it, and a person's decision if something does.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pos_app.loyalty.customer import Customer
from pos_app.loyalty.decision import Action
from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NoSuchCustomer, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.profile import Links, Profile, ProfileChange, conflicts, missing
from pos_app.loyalty.sale import Attention, Posting, PostingKind, PostingState
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient
from pos_app.passquare.wire.core_user import UserUpdate, UserUpdated
from pos_app.passquare.wire.crm import NewCustomer
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Altered
from pos_app.till.sync.courier import DONE
from pos_app.till.sync.guard import Delivers
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.step import Step

Told = Callable[[PosError | None], None]
"""Hears what an answer says of an endpoint; None: well."""
REST_S = 5.0
"""Until a customer is tried again about whom a server could not be asked."""
_SERVER = (NotSent, Unknown, KeyRefused, SlowDown, KeyringTrouble)


class Registrar:
    """Delivers what a posting of a person carries. Blocks; one call at a time for a customer, any number for different ones."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        core: CoreClient,
        crm: CrmClient | None,
        now: Callable[[], datetime],
        quarantine: Quarantine,
        core_told: Told,
        crm_told: Told,
    ) -> None:
        self._store = store
        self._core = core
        self._crm = crm
        self._now = now
        self._quarantine = quarantine
        self._core_told = core_told
        self._crm_told = crm_told

    def deliver(self, posting: Posting) -> Step:
        """Take ``posting`` as far as it goes. Raises DiskTrouble."""
        try:
            change = self._store.call(lambda store: store.profiles.to_be_sent(posting.transaction_id))
            return self._register(posting, change) if posting.kind is PostingKind.REGISTER else self._edit(posting, change)
        except Altered as error:
            return self._stop(posting, str(error), Attention.DAMAGED)
        except _NotAsked as none:
            return Step(posting, rest_s=none.rest_s)

    def _register(self, posting: Posting, change: ProfileChange) -> Step:
        theirs = self._known_at_core(change.phone)
        insisted = self._insisted(posting)
        against = () if theirs is None or insisted else conflicts(change.profile, theirs)
        if against:
            fields = ", ".join(each.replace("_", " ") for each in against)
            return self._stop(posting, f"This phone is a customer's already, with another {fields}.", Attention.REGISTERED)
        if self._crm is not None and change.crm_at is None:
            met = self._at_crm(posting, change, self._crm, theirs)
            if isinstance(met, Step):
                return met
            posting, change = met
        told = change.profile if theirs is None or insisted else missing(change.profile, theirs)
        return self._tell_core(posting, change, told)

    def _edit(self, posting: Posting, change: ProfileChange) -> Step:
        if (late_s := self._late_s(posting)) > 0:
            return Step(posting, rest_s=late_s)
        if self._known_at_core(change.phone) is None:
            # The call that changes a customer would make one.
            return self._stop(posting, "PassQuare knows nobody with this phone: nothing was changed.", Attention.NO_CUSTOMER)
        return self._tell_core(posting, change, change.profile)

    def _at_crm(
        self, posting: Posting, change: ProfileChange, crm: CrmClient, theirs: Customer | None
    ) -> Step | tuple[Posting, ProfileChange]:
        """The CRM has them afterwards; or how far it came."""
        customer_id = "" if theirs is None else theirs.remote_id
        if not self._known_at_crm(crm, change.phone):
            if posting.state is PostingState.UNKNOWN and (left_s := self._quarantine.left_s(posting)) > 0:
                # It may still arrive, and the CRM would not know that it is the same customer.
                return Step(posting, rest_s=left_s)
            posting = self._begin(posting)
            try:
                try:
                    customer_id = crm.create_customer(_new_customer(change))
                finally:
                    self._quarantine.sent(posting)
            except Refused as error:
                self._crm_told(None)
                if not self._known_at_crm_now(crm, change.phone):
                    return self._stop(posting, str(error), Attention.REFUSED)
            except _SERVER as error:
                return self._undone(posting, error, self._crm_told)
            else:
                self._crm_told(None)
        return self._noted_at_crm(posting, customer_id)

    def _noted_at_crm(self, posting: Posting, customer_id: str) -> tuple[Posting, ProfileChange]:
        at, transaction_id = self._now(), posting.transaction_id

        def note(store: TillStore) -> tuple[Posting, ProfileChange]:
            with store.together():
                noted = store.profiles.at_crm(transaction_id, customer_id, at=at)
                if posting.state is not PostingState.SENDING:
                    return posting, noted
                return store.finish(transaction_id, state=PostingState.WAITING, answer="The CRM has the customer.", at=at), noted

        return self._store.call(note)

    def _tell_core(self, posting: Posting, change: ProfileChange, told: Profile) -> Step:
        update = _update(change, told)
        posting = self._begin(posting)
        try:
            try:
                answer = self._core.create_or_update(update)
            finally:
                self._quarantine.sent(posting)
        except Refused as error:
            self._core_told(None)
            return self._stop(posting, str(error), Attention.REFUSED)
        except _SERVER as error:
            return self._undone(posting, error, self._core_told)
        self._core_told(None)
        return self._done(posting, answer)

    def _done(self, posting: Posting, answer: UserUpdated) -> Step:
        at, transaction_id = self._now(), posting.transaction_id
        links = Links(form=answer.form_url, apple=answer.card_url, google=answer.card_gpay_url)

        def note(store: TillStore) -> Posting:
            with store.together():
                store.profiles.linked(transaction_id, links)
                return store.finish(transaction_id, state=PostingState.APPLIED, answer=DONE, at=at)

        done = self._store.call(note)
        self._quarantine.settled(done)
        return Step(done)

    def _begin(self, posting: Posting) -> Posting:
        """On the disk as about to be sent, before the first byte leaves."""
        at = self._now()
        sending = self._store.call(lambda store: store.begin_sending(posting.transaction_id, at=at))
        self._quarantine.begins(posting)
        return sending

    def _undone(self, posting: Posting, error: PosError, told: Told) -> Step:
        """A try without an answer."""
        told(error)
        maybe = isinstance(error, Unknown) or (isinstance(error, SlowDown | KeyRefused) and error.maybe_applied)
        state = PostingState.UNKNOWN if maybe else PostingState.WAITING
        at = self._now()
        after = self._store.call(lambda store: store.finish(posting.transaction_id, state=state, answer=str(error), at=at))
        return Step(after, rest_s=None if after.state is PostingState.UNKNOWN else REST_S)

    def _stop(self, posting: Posting, answer: str, attention: Attention) -> Step:
        at = self._now()
        return Step(
            self._store.call(
                lambda store: store.finish(
                    posting.transaction_id, state=PostingState.NEEDS_PERSON, answer=answer, at=at, attention=attention
                )
            )
        )

    def _late_s(self, posting: Posting) -> float:
        """For how long an earlier change of this customer may still arrive once more, and would undo this one."""
        if not self._store.call(lambda store: store.profiles.was_in_doubt(posting.customer_key)):
            return 0.0
        return self._quarantine.old_s(posting.customer_key)

    def _insisted(self, posting: Posting) -> bool:
        """Whether somebody who saw that the server has something else decided that what was typed counts."""
        decided = self._store.call(lambda store: store.decisions(posting.transaction_id))
        return bool(decided) and decided[-1].decision.action is Action.ADD_NOW

    def _known_at_core(self, phone: str) -> Customer | None:
        try:
            customer = self._core.read_customer(phone=phone)
        except Refused as error:
            self._core_told(None)
            if isinstance(error, NoSuchCustomer):
                return None
            raise _NotAsked(REST_S) from error
        except _SERVER as error:
            self._core_told(error)
            raise _NotAsked(REST_S) from error
        self._core_told(None)
        return customer

    def _known_at_crm(self, crm: CrmClient, phone: str) -> bool:
        try:
            crm.read_balance(phone=phone)
        except Refused as error:
            self._crm_told(None)
            if isinstance(error, NoSuchCustomer):
                return False
            raise _NotAsked(REST_S) from error
        except _SERVER as error:
            self._crm_told(error)
            raise _NotAsked(REST_S) from error
        self._crm_told(None)
        return True

    def _known_at_crm_now(self, crm: CrmClient, phone: str) -> bool:
        """After a refusal: whether it was one of somebody who is there. Without an answer the refusal counts."""
        try:
            return self._known_at_crm(crm, phone)
        except _NotAsked:
            return False


class ByKind:
    """Hands each posting to whoever delivers its kind."""

    def __init__(self, *, points: Delivers, people: Delivers) -> None:
        self._points = points
        self._people = people

    def deliver(self, posting: Posting) -> Step:
        """Take a posting one try further. Raises DiskTrouble."""
        return (self._points if posting.kind.of_points else self._people).deliver(posting)


class _NotAsked(Exception):
    """A server could not be asked about the customer: nothing was sent."""

    def __init__(self, rest_s: float) -> None:
        super().__init__()
        self.rest_s = rest_s


def _new_customer(change: ProfileChange) -> NewCustomer:
    told = change.profile
    person = Customer(
        phone=change.phone,
        name=told.name or "",
        surname=told.surname or "",
        middlename=told.middlename or "",
        email=told.email or "",
        birthday=told.birthday,
        invited_by=change.referred_by,
    )
    return NewCustomer(person=person, entered_promo=change.promo)


def _update(change: ProfileChange, told: Profile) -> UserUpdate:
    return UserUpdate(
        phone=change.phone,
        name=told.name,
        surname=told.surname,
        middlename=told.middlename,
        email=told.email,
        birthday=told.birthday,
        card_track=told.card_track,
        customer_id=change.customer_id or None,
    )
