"""Words of the overlay that tells what every key does (F1)."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["KeysWords"]


class KeysWords(QObject):
    """See ``SaleWords``. ``sale_keys``, ``pad_keys`` and ``other_keys`` give the cap and what the key does, in reading order."""

    def title(self) -> str:
        return self.tr("Keys")

    def close(self) -> str:
        return self.tr("Close")

    def at_the_sale(self) -> str:
        return self.tr("At the sale")

    def number_pad(self) -> str:
        return self.tr("Number pad")

    def everywhere(self) -> str:
        return self.tr("Everywhere")

    def any_time(self) -> str:
        """Under the title."""
        return self.tr("A card can be swiped at any time; no key is needed first.")

    def sale_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F2", self.tr("Customer")),
            ("F3", self.tr("Purchase")),
            ("F4", self.tr("Points; again: as many as possible; again: a round sum")),
            ("F6", self.tr("Receipt number")),
            ("F7", self.tr("Sale on the number only")),
            ("F8", self.tr("New customer")),
            ("F9", self.tr("Undo the last sale")),
            ("F10", self.tr("Print the slip")),
            ("Ins", self.tr("Hold the sale; again: take it up")),
            ("↵", self.tr("Choose, confirm, next")),
            ("Esc", self.tr("One step back")),
        )

    def pad_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("+", self.tr("Next field; sale on the number only")),
            ("*", self.tr("As many points as possible; again: a round sum")),
            ("/", self.tr("Customer")),
            ("−", self.tr("Clear the field; twice after a sale: undo it")),
        )

    def other_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl 1…4", self.tr("Pages, from the top")),
            ("F5", self.tr("Send what waits, on its page")),
            ("Del", self.tr("Take a sale back, in the journal")),
            ("F10", self.tr("Print a slip again, in the journal")),
            ("F1", self.tr("These keys")),
        )
