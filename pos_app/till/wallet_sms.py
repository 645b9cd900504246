"""The link of the wallet card by SMS: paid from the shop's prepaid account, and so sent at most once by itself.

What is about to be sent is on the disk before the first byte leaves; what may have been sent is said, and never sent again.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from decimal import Decimal

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, KeyRefused, PosError, Problem, Refused, SlowDown, Unknown
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.profile import ProfileChange, Sms
from pos_app.loyalty.sale import PostingState
from pos_app.passquare.core import CoreClient
from pos_app.passquare.wire.core_user import UserUpdate, UserUpdated
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore

LINK = "%link%"
"""PassQuare puts the personal link in its place."""
_AGAIN = (Sms.NOT_SENT, Sms.REFUSED)


class WalletSms:
    """Thread-safe; every method answers at once with a Future. Raises BadInput, the transport's errors and DiskTrouble."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        core: CoreClient,
        status: Callable[[], Account],
        account: Callable[[], str],
        blocked: Callable[[TillStore], bool],
        reads: Executor,
    ) -> None:
        """``status`` asks whose the key is, ``account`` whose the till's sales are ("": anybody's).

        ``blocked``: whether nothing may go out.
        """
        self._store = store
        self._core = core
        self._status = status
        self._account = account
        self._blocked = blocked
        self._reads = reads

    def credit(self) -> Future[Decimal]:
        """What is left on the account that an SMS is paid from. NotSent and the like while nobody can be asked."""
        return self._reads.submit(self._credit)

    def send(self, transaction_id: str, text: str) -> Future[ProfileChange]:
        """Send ``text``, with LINK in it, to the customer of this registration; how it stands afterwards.

        BadInput while the registration is on its way, and where an SMS was sent or may have been.
        """
        return self._reads.submit(self._send, transaction_id, text)

    def _credit(self) -> Decimal:
        account = self._status()
        if self._account() not in ("", account.name):
            raise KeyRefused(f"The key is of the account {account.name}, and this till's sales belong to {self._account()}.")
        return account.balance or ZERO

    def _send(self, transaction_id: str, text: str) -> ProfileChange:
        if LINK not in text:
            raise ValueError("a message without the link")
        if self._credit() <= 0:
            raise Refused("The prepaid account is used up: no SMS can be sent.")
        change = self._store.call(lambda store: self._begin(store, transaction_id))
        link = change.links.form.partition("?")[0].rstrip("/")
        try:
            answer = self._core.create_or_update(UserUpdate(phone=change.phone, sms=text, link=link or None))
        except PosError as error:
            maybe = isinstance(error, Unknown) or (isinstance(error, SlowDown | KeyRefused) and error.maybe_applied)
            after = self._note(transaction_id, Sms.UNKNOWN if maybe else Sms.NOT_SENT)
            if maybe:
                return after
            raise
        return self._note(transaction_id, _sent(answer))

    def _begin(self, store: TillStore, transaction_id: str) -> ProfileChange:
        saved = store.profiles.of(transaction_id)
        if saved.posting.state is not PostingState.APPLIED or self._blocked(store):
            raise BadInput(Problem.NOT_REGISTERED_YET)
        if saved.change.sms not in _AGAIN:
            raise BadInput(Problem.SMS_SENT_ALREADY)
        return store.profiles.sms(transaction_id, Sms.SENDING)

    def _note(self, transaction_id: str, state: Sms) -> ProfileChange:
        return self._store.call(lambda store: store.profiles.sms(transaction_id, state))


def _sent(answer: UserUpdated) -> Sms:
    """A word instead of yes or no proves neither."""
    if answer.sms_send is True:
        return Sms.SENT
    return Sms.REFUSED if answer.sms_send is False else Sms.UNKNOWN
