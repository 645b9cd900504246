"""Words for what becomes of a sale: states, the Sync centre's reasons and ways out, printer, keys."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["SyncWords"]


class SyncWords(QObject):
    """See ``SaleWords``."""

    def sent(self) -> str:
        return self.tr("Sent")

    def waiting(self) -> str:
        return self.tr("Waiting")

    def attention(self) -> str:
        return self.tr("Attention")

    def voided(self) -> str:
        return self.tr("Voided")

    def refunded(self) -> str:
        return self.tr("Refunded")

    def not_enough_points(self) -> str:
        return self.tr("Not enough points any more")

    def not_enough_points_why(self, *, used: int, left: int) -> str:
        """``used`` points were taken here offline, ``left`` were really left."""
        first = self.tr("%n points were used here while the till was offline,", "", used)
        second = self.tr("but only %n were left.", "", left)
        third = self.tr("Nothing is lost. Choose what to do with the missing {n}.").format(n=used - left)
        return f"{first} {second} {third}"

    def void_sale(self) -> str:
        return self.tr("Void sale")

    def card_of_nobody(self) -> str:
        return self.tr("This card belongs to nobody yet")

    def register(self) -> str:
        return self.tr("Register")

    def choose_customer(self) -> str:
        return self.tr("Choose customer")

    def keep_without_card(self) -> str:
        return self.tr("Keep without card")

    def duplicate(self) -> str:
        return self.tr("The server already has this sale. Nothing to do.")

    def key_dead(self) -> str:
        return self.tr("The till key no longer works. Enter a new one in Settings.")

    def clock_wrong(self, minutes: int) -> str:
        return self.tr("This computer's clock is wrong by {n} min. Please correct it.").format(n=minutes)

    def waiting_by_itself(self) -> str:
        return self.tr("Waiting, will send by itself")

    def next_try(self, seconds: int) -> str:
        return self.tr("next try in {n} s").format(n=seconds)

    def printer_silent(self) -> str:
        return self.tr("Printer does not answer. The sale is saved.")

    def try_again(self) -> str:
        return self.tr("Try again")

    def keyring(self) -> str:
        return self.tr("The key goes to the system keyring of this computer, never to a file.")
