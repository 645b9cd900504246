"""Words of the Sync centre for what is told of customers: registrations and edits."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["ToldWords"]


class ToldWords(QObject):
    """See ``SaleWords``."""

    def new_customer(self) -> str:
        """In the place of a sum."""
        return self.tr("New customer")

    def changed_data(self) -> str:
        """In the place of a sum: what was edited of a customer."""
        return self.tr("Changed data")

    def not_registered(self) -> str:
        return self.tr("The customer could not be registered")

    def not_changed(self) -> str:
        return self.tr("The customer's data could not be changed")

    def registered_otherwise(self) -> str:
        return self.tr("The server has other data of whoever has this phone. Ask the customer which of them counts.")

    def may_have_arrived(self) -> str:
        return self.tr("It was sent, and then refused: it may have arrived the first time. Look at the customer before you decide.")

    def take_typed(self) -> str:
        return self.tr("What was typed here counts")

    def keep_theirs(self) -> str:
        return self.tr("Keep what the server has")

    def take_typed_does(self) -> str:
        return self.tr("What was typed here is sent, and takes the place of what the server has. The points stay.")

    def keep_theirs_does(self) -> str:
        return self.tr("Nothing more is sent: the server's data stays as it is.")

    def give_up_does(self) -> str:
        return self.tr("It is not sent any more. This cannot be undone.")
