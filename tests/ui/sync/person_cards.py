"""What the Sync centre is given of registrations and edits that need a person."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date

from pos_app.loyalty.decision import possible
from pos_app.loyalty.profile import Profile, ProfileChange, change_as_sale
from pos_app.loyalty.sale import Attention, PostingKind, PostingState
from pos_app.till.overview import Stuck
from pos_app.till.records import SaleRecord
from pos_app.till.settling import Matter
from tests.ui.sale.pretend import NOW


def card_of(attention: Attention, answer: str = "", kind: PostingKind = PostingKind.REGISTER) -> Stuck:
    """Of Barbora, who was to be registered or changed."""
    change = ProfileChange(
        transaction_id=str(uuid.uuid4()), phone="+420777123482", profile=Profile(name="Barbora", birthday=date(1980, 1, 25))
    )
    sale, (posting,) = change_as_sale(change, sale_id=str(uuid.uuid4()), kind=kind, at=NOW, account="")
    posting = replace(posting, state=PostingState.NEEDS_PERSON, attention=attention, last_answer=answer)
    matter = Matter(posting=posting, possible=possible(posting), attempts=(), decisions=())
    return Stuck(matter=matter, record=SaleRecord(seq=1, sale=sale, postings=(posting,)), behind=0)


def registered_otherwise() -> Stuck:
    """Somebody else has the phone."""
    return card_of(Attention.REGISTERED, "This phone is a customer's already, with another name, birthday.")
