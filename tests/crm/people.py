"""Two people of a small shop."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from pos_app.crm.ledger import CardTrack, Customer, Standing

JOE = Customer(
    phone="+420000000001",
    name="Joe",
    cards=("120",),
    tracks=(CardTrack("120", "7862374687"),),
    standing=Standing(balance=Decimal(300), bonus=Decimal(10), discount=Decimal(25)),
)
EVA = Customer(phone="+420603000777", name="Eva", cards=("200000000017",), standing=Standing(balance=Decimal(5)))
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
