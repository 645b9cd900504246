"""Answers as JSON (the promised keys) and as lines for people."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TextIO

from pos_app.loyalty.decision import possible
from pos_app.loyalty.sale import Posting, PostingKind
from pos_app.till.views import CustomerView


def answer(value: Mapping[str, object], out: TextIO) -> None:
    """Write one JSON object."""
    json.dump(value, out, ensure_ascii=False, indent=2)
    out.write("\n")


def line(text: str, out: TextIO) -> None:
    """Write a line; outside text in it cannot move the cursor or hide anything."""
    print("".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf"}), file=out)


def amount(value: Decimal | None) -> str | None:
    """A decimal as promised: text, never a float."""
    return None if value is None else f"{value:f}"


def moment(value: datetime | None) -> str | None:
    """UTC in ISO 8601, to the second."""
    return None if value is None else value.isoformat(timespec="seconds")


def customer(view: CustomerView) -> dict[str, object]:
    """One customer of ``find``."""
    return {
        "phone": view.customer.phone,
        "name": view.customer.full_name,
        "balance": amount(view.balance),
        "bonus": amount(view.bonus),
        "discount": amount(view.discount),
        "cards": list(view.customer.cards),
        "source": view.source.value,
        "as_of": moment(view.as_of),
        "pending": amount(view.pending),
    }


def customer_line(view: CustomerView) -> str:
    """One customer, for people."""
    balance = "balance not known" if view.balance is None else f"{view.balance} points"
    pending = f" ({view.pending:+} not sent yet)" if view.pending else ""
    rates = f"bonus {view.bonus or 0} %, discount {view.discount or 0} %"
    when = f"{view.source.value}, as of {moment(view.as_of)}"
    return f"{view.customer.phone}  {view.customer.full_name or '(no name)'}  {balance}{pending}, {rates}, {when}"


def posting(each: Posting) -> dict[str, object]:
    """One posting of ``sell``."""
    return {"transaction_id": each.transaction_id, "sum": amount(each.sum), "state": each.state.value}


def queued(each: Posting) -> dict[str, object]:
    """One posting of ``queue``."""
    return {
        "sale_id": each.sale_id,
        "transaction_id": each.transaction_id,
        "phone": each.phone,
        "kind": each.kind.value,
        "sum": amount(each.sum) if each.kind.of_points else None,
        "state": each.state.value,
        "attempts": each.attempts,
        "last_answer": each.last_answer,
        "card": each.card,
        "attention": each.attention.value if each.attention else None,
        "actions": actions(each),
    }


def actions(each: Posting) -> list[str]:
    """What a person may decide about it."""
    allowed = possible(each)
    return sorted(action.value for action in allowed)


def queue_lines(postings: Sequence[Posting], out: TextIO) -> None:
    """The queue, for people."""
    if not postings:
        line("All delivered.", out)
    for each in postings:
        who = each.phone or f"card {each.card}"
        said = f": {each.last_answer}" if each.last_answer else ""
        line(f"{each.state.value}  {who}  {_what(each)}  ({each.transaction_id}, tried {each.attempts}×){said}", out)
        if each.attention is not None:
            line(f"    to decide: pos-app settle {each.transaction_id} {'|'.join(actions(each))}", out)


def _what(each: Posting) -> str:
    match each.kind:
        case PostingKind.REGISTER:
            return "new customer"
        case PostingKind.EDIT:
            return "customer's data"
        case _:
            return "points not known yet" if each.sum is None else f"{each.sum:+} points"
