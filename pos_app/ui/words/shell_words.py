"""Words of the frame: rail, top bar, and the pages that are still to come."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["ShellWords"]


class ShellWords(QObject):
    """See ``SaleWords``."""

    # Rail

    def sale(self) -> str:
        return self.tr("Sale")

    def journal(self) -> str:
        return self.tr("Journal")

    def sync(self) -> str:
        return self.tr("Sync")

    def settings(self) -> str:
        return self.tr("Settings")

    def lock(self) -> str:
        return self.tr("Lock")

    # Top bar

    def online(self) -> str:
        return self.tr("Online")

    def slow(self) -> str:
        return self.tr("Slow")

    def offline(self) -> str:
        return self.tr("Offline")

    def connecting(self) -> str:
        """Before the first answer."""
        return self.tr("Connecting…")

    def all_sent(self) -> str:
        return self.tr("All sent")

    def waiting(self, n: int) -> str:
        return self.tr("%n waiting", "", n)

    def need_attention(self, n: int) -> str:
        return self.tr("%n need attention", "", n)

    def sending_stopped(self) -> str:
        """Until a person says how it is."""
        return self.tr("Sending is stopped")

    def stopped_spoken(self) -> str:
        return self.tr("Sending is stopped, open sync centre")

    def waiting_spoken(self, n: int) -> str:
        """What a screen reader calls the pill."""
        return self.tr("%n sales waiting, open sync centre", "", n)

    def attention_spoken(self, n: int) -> str:
        return self.tr("%n sales need attention, open sync centre", "", n)

    def all_sent_spoken(self) -> str:
        return self.tr("All sales sent, open sync centre")

    def account(self, money: str) -> str:
        return self.tr("Account {sum}").format(sum=money)

    def opens_sync(self, words: str) -> str:
        """What a screen reader calls a pill that says ``words``."""
        return self.tr("{words}, open sync centre").format(words=words)

    def account_low(self, money: str) -> str:
        return self.tr("Account low: {sum}").format(sum=money)

    def account_refused(self) -> str:
        return self.tr("Account refused")

    def account_refused_why(self) -> str:
        return self.tr("Sales are saved here, but points wait until the key is accepted again.")

    def account_unknown(self) -> str:
        """The server has not told the account yet."""
        return self.tr("Account not known")
