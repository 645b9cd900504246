"""Words of training and of the demo."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["TrainingWords"]


class TrainingWords(QObject):
    """See ``SaleWords``."""

    def training(self) -> str:
        return self.tr("Training")

    def nothing_counts(self) -> str:
        return self.tr("Made-up customers, a server inside this program: nothing is sent, nothing counts.")

    def panel(self) -> str:
        return self.tr("Cards and ledger")

    def swipe_a_card(self) -> str:
        return self.tr("Swipe a card")

    def swipe_card_of(self, name: str) -> str:
        return self.tr("Swipe the card of {name}").format(name=name)

    def real_keys(self) -> str:
        return self.tr("Real key strokes, as a reader types them.")

    def internet(self) -> str:
        return self.tr("Internet")

    def pull_plug(self) -> str:
        return self.tr("Pull the plug")

    def put_plug(self) -> str:
        return self.tr("Plug in again")

    def plugged(self) -> str:
        return self.tr("Connected. Pull the plug and go on selling.")

    def unplugged(self) -> str:
        return self.tr("Unplugged. Sales are saved; plug in again and watch each arrive once.")

    def ledger(self) -> str:
        return self.tr("The server's ledger")

    def entries(self, n: int) -> str:
        return self.tr("%n entries, each once", "", n)

    def begin(self) -> str:
        return self.tr("Start training")

    def begin_why(self) -> str:
        return self.tr("A second window with made-up customers, for new cashiers. The real till goes on beside it.")
