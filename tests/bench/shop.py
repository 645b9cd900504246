"""The till that is measured: its customer, its settings, and sales as a cashier makes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Buyer, FoundBy, Posting, Sale, new_sale_ids, postings_of
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Server, Settings, Shop

TILL_ID = "bench"
CARD = "200044717712"
PHONE = "+420603551482"
JANA = Customer(
    phone=PHONE,
    name="Jana",
    surname="Nováková",
    cards=(CARD,),
    standing=Standing(balance=Decimal(1240), bonus=Decimal(5), discount=Decimal("2.5")),
)
DEAD = "http://127.0.0.1:9"
KEYS = SessionKeys({KeyName.APP_KEY: Secret("a"), KeyName.CRM_KEY: Secret("b")})


def settings_for(url: str = DEAD, *, crm: bool = True) -> Settings:
    """A till whose servers are at ``url``, and which nobody has asked for an account yet."""
    return Settings(
        shop=Shop(name="Bench", till="Till 1", currency="CZK", region="CZ", language="en"),
        server=Server(core_url=f"{url}/api/v2", crm_url=f"{url}/crm" if crm else ""),
        keys=KeyPlace.SESSION,
        till_id=TILL_ID,
    )


def sales() -> Iterator[tuple[Sale, list[Posting]]]:
    """One after the other, each of a customer of its own; with the one posting of a sale that earns."""
    quote = price(Decimal("64.90"), standing=JANA.standing, programme=Programme(), redeem=Decimal(0))
    buyer = Buyer(phone=PHONE, card=CARD, name="Jana Nováková", found_by=FoundBy.CARD_READ)
    for number in count():
        ids = new_sale_ids()
        sale = Sale(
            sale_id=ids.sale_id,
            made_at=datetime.now(UTC),
            buyer=replace(buyer, phone=f"+4207{number:08}"),
            quote=quote,
            account="riverside",
        )
        yield sale, list(postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None))
