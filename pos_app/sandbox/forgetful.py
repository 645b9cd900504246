"""A CRM that does not look whether it has seen an id: as some merchants' are."""

from __future__ import annotations

import uuid
from decimal import Decimal

from pos_app.crm.ledger import Entry
from pos_app.crm.memory import MemoryLedger


class ForgetfulLedger(MemoryLedger):
    """Adds the same points as often as it is told to; the entries' ids are its own."""

    def add(
        self,
        *,
        phone: str,
        cards: tuple[str, ...] = (),
        points: Decimal,
        transaction_id: str,  # noqa: ARG002 - forgotten, that is the point
        lifetime_days: int | None = None,
    ) -> Entry:
        """Whatever it is called."""
        return super().add(phone=phone, cards=cards, points=points, transaction_id=str(uuid.uuid4()), lifetime_days=lifetime_days)
