"""``unfinished.json``: sales that were begun and not confirmed, so that they survive a crash of the program.

Not precious: it is replaced whole, but not flushed to the disk, because a flush would hold up the next sale's. A file that
cannot be read is as good as none.
"""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from pos_app.files import write_whole
from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.sale import Buyer, FoundBy, SaleIds
from pos_app.loyalty.unfinished import Shelf, Unfinished

LONGEST_BYTES = 256_000
MOST_HELD = 50


def read_shelf(file: Path) -> Shelf:
    """What lies in ``file``; an empty shelf if that makes no sense. Blocks on the disk."""
    try:
        with file.open("rb") as source:
            text = source.read(LONGEST_BYTES + 1)
        if len(text) > LONGEST_BYTES:
            return Shelf()
        found = json.loads(text)
        current = found["current"]
        held = tuple(_unfinished(each) for each in found["held"][:MOST_HELD])
        return Shelf(_unfinished(current) if current is not None else None, held)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, InvalidOperation, RecursionError):
        return Shelf()


def write_shelf(file: Path, shelf: Shelf) -> None:
    """Replace ``file``, for its owner only. Blocks on the disk; raises DiskTrouble."""
    said = {
        "current": None if shelf.current is None else _plain(shelf.current),
        "held": [_plain(each) for each in shelf.held[:MOST_HELD]],
    }
    try:
        write_whole(file, json.dumps(said, ensure_ascii=False).encode(), durable=False)
    except OSError as error:
        raise DiskTrouble(f"{file} cannot be written: {error.strerror}.") from error


def _plain(sale: Unfinished) -> dict[str, Any]:
    buyer = sale.buyer
    redeem = sale.redeem
    return {
        "ids": [sale.ids.sale_id, sale.ids.redeem_id, sale.ids.earn_id],
        "at": sale.begun_at.isoformat(),
        "buyer": None if buyer is None else [buyer.phone, buyer.card, buyer.name, buyer.found_by.value],
        "amount": sale.amount,
        "redeem": redeem.value if isinstance(redeem, RedeemAsk) else str(redeem),
        "receipt": sale.receipt,
        "phone": sale.phone,
    }


def _unfinished(said: dict[str, Any]) -> Unfinished:
    at = datetime.fromisoformat(said["at"])
    if at.tzinfo is None:
        raise ValueError("a moment without its zone")
    return Unfinished(
        ids=SaleIds(*(_text(each) for each in said["ids"])),
        begun_at=at,
        buyer=None if said["buyer"] is None else _buyer(*(_text(each) for each in said["buyer"])),
        amount=_text(said["amount"]),
        redeem=_redeem(_text(said["redeem"])),
        receipt=_text(said["receipt"]),
        phone=_text(said["phone"]),
    )


def _buyer(phone: str, card: str, name: str, found_by: str) -> Buyer:
    return Buyer(phone=phone, card=card, name=name, found_by=FoundBy(found_by))


def _redeem(text: str) -> Decimal | RedeemAsk:
    if text in {each.value for each in RedeemAsk}:
        return RedeemAsk(text)
    points = Decimal(text)
    if not points.is_finite() or points < 0:
        raise ValueError("no number of points")
    return points


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value
