"""Nothing is sent before the key in use is known to belong to the account that the sales are stored with (``delivery.md`` §6).

Asking costs one ``status``, the first time a key is used. That it was ours is remembered on the disk by a salted fingerprint, never
the key, so that a PassQuare that is down does not hold up a CRM whose till is known.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import PosError, Refused, Unknown
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.loyalty.secret import Secret
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.step import Step

PROVED_KEY = "proved key"
"""The fact that holds salt and fingerprint of the key last seen to be the account's."""


class Delivers(Protocol):
    """The courier."""

    def deliver(self, posting: Posting) -> Step:
        """Take a posting one try further. Raises DiskTrouble."""
        ...


class Guard:
    """Stands before the courier. Thread-safe; blocks on the keyring, the disk and, for a key not known yet, the network."""

    def __init__(
        self,
        *,
        courier: Delivers,
        store: DatabaseThread[TillStore],
        account: Callable[[], str],
        key: Callable[[], Secret],
        status: Callable[[], Account],
        gates: Sequence[Gate],
        now: Callable[[], datetime],
        told: Callable[[PosError], None],
        answered: Callable[[], None],
        read_anew: Callable[[], None],
        account_told: Callable[[Account], None],
        blocked: Callable[[], bool],
    ) -> None:
        """``account``: the till's; empty until one was named. ``key`` raises KeyringTrouble, ``status`` the transport's errors.

        ``told`` hears why a key could not be proved, and must close the way; ``answered``: PassQuare was reached. ``read_anew`` is
        called when the key turns out to be another account's: it may have been replaced meanwhile. ``account_told`` gets every
        account read that is ours, and keeps it; raises DiskTrouble. ``blocked``: whether writes are stopped, by what it found too.
        """
        self._courier = courier
        self._store = store
        self._account = account
        self._key = key
        self._status = status
        self._gates = gates
        self._now = now
        self._told = told
        self._answered = answered
        self._read_anew = read_anew
        self._account_told = account_told
        self._blocked = blocked
        self._lock = threading.Lock()
        self._doubted = False

    def doubt(self) -> None:
        """A server refused a key: whichever is used next is asked about again."""
        self._doubted = True

    def status(self) -> Account:
        """Whose key it is, for the pulse. Blocks; raises the transport's errors."""
        account = self._status()
        if self._account() not in ("", account.name):
            self._read_anew()
        return account

    def deliver(self, posting: Posting) -> Step:
        """As the courier, once the key is proved; until then the posting stays as it is. Raises DiskTrouble."""
        with self._lock:
            proved = self._proved()
        if not proved:
            return Step(posting)
        of = self._store.call(lambda store: store.sale(posting.sale_id))
        if of is not None and of.sale.account not in ("", self._account()):
            # Only settings changed by hand come to this.
            return Step(self._foreign(posting, of.sale.account))
        return self._courier.deliver(posting)

    def _foreign(self, posting: Posting, account: str) -> Posting:
        answer = f"This sale belongs to the account {account}, and the till to {self._account()} now."
        return self._store.call(
            lambda store: store.finish(
                posting.transaction_id,
                state=PostingState.NEEDS_PERSON,
                answer=answer,
                at=self._now(),
                attention=Attention.WRONG_ACCOUNT,
            )
        )

    def _proved(self) -> bool:
        try:
            key = self._key()
            if not self._doubted and self._known(key):
                return True
            account = self.status()
        except Refused as error:
            self._told(Unknown(str(error)))
            return False
        except PosError as error:
            self._told(error)
            return False
        ours = self._account() in ("", account.name)
        for gate in self._gates:
            gate.of_account(ours=ours)
        self._answered()
        if not ours:
            return False
        self._account_told(account)
        if self._account() != account.name or self._blocked():
            return False
        salt = secrets.token_hex(16)
        self._store.call(lambda store: store.state_fact(PROVED_KEY, f"{salt}:{_fingerprint(salt, key, account.name)}"))
        self._doubted = False
        return True

    def _known(self, key: Secret) -> bool:
        return is_proved(self._store.call(lambda store: store.fact(PROVED_KEY)), key, self._account())


def is_proved(fact: str, key: Secret, account: str) -> bool:
    """Whether ``fact`` (:data:`PROVED_KEY`) says that ``key`` was seen to be the account's."""
    salt, _, fingerprint = fact.partition(":")
    return bool(fingerprint and account) and hmac.compare_digest(fingerprint, _fingerprint(salt, key, account))


def _fingerprint(salt: str, key: Secret, account: str) -> str:
    said = key.reveal().encode("utf-8", "surrogatepass")
    return hmac.new(said, f"{salt}:{account}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
