"""Which account this till belongs to, and whether another till of this computer has it already.

Where the set-up could not reach PassQuare, the first account that it names is the till's. Only then can it be seen that another
till replaces the same balances (``delivery.md`` §5): nothing is written any more until a person has decided.
"""

from __future__ import annotations

from collections.abc import Callable

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, DiskTrouble
from pos_app.settings import Server, Settings, with_account
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.settings_keeper import SettingsKeeper
from pos_app.till.sync.route_set import WRITES_ALLOWED, WRITES_STOPPED


class Belonging:
    """Thread-safe; blocks on the disk."""

    def __init__(self, *, keeper: SettingsKeeper, store: DatabaseThread[TillStore], claim: Callable[[Server], None]) -> None:
        """``claim`` notes the till as one of its account's; raises BadInput if two tills would replace each other's balances."""
        self._keeper = keeper
        self._store = store
        self._claim = claim
        self._checked = False

    def account(self) -> str:
        """The name of the till's account; empty: not known yet."""
        return self._keeper.settings.server.account

    def told(self, account: Account) -> None:
        """PassQuare named the account of the till's key. Raises DiskTrouble, and then it has to be told again."""
        if self._checked:
            return

        def bind(settings: Settings) -> Settings:
            return settings if settings.server.account else with_account(settings, account.name)

        try:
            self._keeper.change(bind)
        except BadInput as error:
            # Somebody is at the file with an editor.
            raise DiskTrouble(str(error)) from error
        self.check()

    def check(self) -> None:
        """Stop the writes if the account is another till's, unless a person has allowed just that. Raises DiskTrouble."""
        if not self.account():
            return
        try:
            self._claim(self._keeper.settings.server)
        except BadInput as refusal:
            why = str(refusal)
            self._store.call(lambda store: _stop(store, why))
        self._checked = True


def _stop(store: TillStore, why: str) -> None:
    if not store.fact(WRITES_STOPPED) and why not in store.fact(WRITES_ALLOWED):
        store.state_fact(WRITES_STOPPED, why)
