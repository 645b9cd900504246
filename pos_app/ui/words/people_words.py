"""Words for registering, messages, the shift and the lock."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["PeopleWords"]


class PeopleWords(QObject):
    """See ``SaleWords``."""

    def new_customer(self) -> str:
        return self.tr("New customer")

    def phone_is_enough(self) -> str:
        return self.tr("The phone number is enough. The rest can wait.")

    def save_and_start(self) -> str:
        return self.tr("Save and start the sale")

    def already_registered(self, name: str) -> str:
        return self.tr("Already registered: {name}").format(name=name)

    def let_scan(self) -> str:
        return self.tr("Let the customer scan this")

    def waiting_for_scan(self) -> str:
        return self.tr("Waiting for the scan…")

    def card_added(self) -> str:
        return self.tr("Card added to the phone")

    def send_to(self, n: int) -> str:
        return self.tr("Send to %n people", "", n)

    def asked_once_more(self) -> str:
        return self.tr("You will be asked once more before sending.")

    def print_x(self) -> str:
        return self.tr("Print X")

    def close_shift(self) -> str:
        return self.tr("Close shift (Z)")

    def still_waiting(self, n: int) -> str:
        return self.tr("%n sales are still waiting to be sent", "", n)

    def who_is_at_till(self) -> str:
        return self.tr("Who is at the till?")

    def enter_pin(self) -> str:
        return self.tr("Enter your PIN")

    def wrong_pin(self, n: int) -> str:
        return self.tr("Wrong PIN, %n tries left", "", n)
