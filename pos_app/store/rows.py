"""Sales, postings and attempts as rows of ``till.db``, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import blake2b

from pos_app.loyalty.money import from_cents, to_cents
from pos_app.loyalty.programme import Limit, Quote
from pos_app.loyalty.sale import Attention, Buyer, Compared, FoundBy, Posting, PostingKind, PostingState, Sale
from pos_app.store.database import Row
from pos_app.store.records import Attempt

SALE_COLUMNS = (
    "sale_id, made_at, customer, phone, card, name, found_by, receipt, account, gross_cents, discount_percent, discount_cents, "
    "net_cents, redeem_asked_cents, redeem_limit_cents, redeem_rule, redeemed_cents, redeemed_value_cents, to_pay_cents, "
    "bonus_percent, earned_cents, new_balance_cents, reverses, mark"
)
SALE_SELECT = f"SELECT s.{SALE_COLUMNS.replace(', ', ', s.')}, o.sale_id, s.seq FROM sale s LEFT JOIN sale o ON o.seq = s.reverses"  # noqa: S608
POSTING_COLUMNS = (
    "transaction_id, sale, kind, customer, phone, card, sum_cents, base_cents, lifetime_days, state, attention, attempts, "
    "last_answer, first_sent_at, settled_at, reverses, bonus_percent, endpoint, batch, read_cents, target_cents, mark"
)
POSTING_SELECT = (
    "SELECT p.seq, p.transaction_id, s.sale_id, p.kind, p.phone, p.card, p.sum_cents, p.base_cents, p.lifetime_days, p.state, "
    "p.attention, p.attempts, p.last_answer, p.first_sent_at, p.settled_at, p.reverses, p.bonus_percent, p.endpoint, p.batch, "
    "p.read_cents, p.target_cents FROM posting p CROSS JOIN sale s ON s.seq = p.sale"
)
"""CROSS JOIN: SQLite then keeps the postings as the outer loop, and their order."""
ATTEMPT_COLUMNS = "number, sent, started_at, ended_at, outcome, answer"


def sale_row(sale: Sale, reverses: int | None) -> Row:
    """The values of SALE_COLUMNS. ``reverses`` is the ``seq`` of the sale that ``sale`` takes back."""
    buyer, quote = sale.buyer, sale.quote
    row = (
        sale.sale_id,
        to_text(sale.made_at),
        customer_key(phone=buyer.phone, card=buyer.card),
        buyer.phone,
        buyer.card,
        storable(buyer.name),
        buyer.found_by.value,
        storable(sale.receipt),
        storable(sale.account),
        to_cents(quote.gross),
        str(quote.discount_percent),
        to_cents(quote.discount),
        to_cents(quote.net),
        to_cents(quote.redeem_asked),
        to_cents(quote.redeem_limit),
        quote.limit.value,
        to_cents(quote.redeemed),
        to_cents(quote.redeemed_value),
        to_cents(quote.to_pay),
        None if quote.bonus_percent is None else str(quote.bonus_percent),
        _cents(quote.earned),
        _cents(quote.new_balance),
        reverses,
    )
    return (*row, mark(row))


def sale_from(row: Row) -> Sale:
    """A row of SALE_SELECT as a sale."""
    quote = Quote(
        gross=from_cents(row[9]),
        discount_percent=Decimal(row[10]),
        discount=from_cents(row[11]),
        net=from_cents(row[12]),
        redeem_asked=from_cents(row[13]),
        redeem_limit=from_cents(row[14]),
        limit=Limit(row[15]),
        redeemed=from_cents(row[16]),
        redeemed_value=from_cents(row[17]),
        to_pay=from_cents(row[18]),
        bonus_percent=None if row[19] is None else Decimal(row[19]),
        earned=_amount(row[20]),
        new_balance=_amount(row[21]),
    )
    return Sale(
        sale_id=row[0],
        made_at=datetime.fromisoformat(row[1]),
        buyer=Buyer(phone=row[3], card=row[4], name=row[5], found_by=FoundBy(row[6])),
        quote=quote,
        receipt=row[7],
        account=row[8],
        reverses=row[24] or "",
    )


def posting_row(posting: Posting, sale: int) -> Row:
    """The values of POSTING_COLUMNS. ``sale`` is the ``seq`` of its sale."""
    return (
        posting.transaction_id,
        sale,
        posting.kind.value,
        posting.customer_key,
        posting.phone,
        posting.card,
        _cents(posting.sum),
        to_cents(posting.base),
        posting.lifetime_days,
        posting.state.value,
        None if posting.attention is None else posting.attention.value,
        posting.attempts,
        storable(posting.last_answer),
        None if posting.first_sent_at is None else to_text(posting.first_sent_at),
        None if posting.settled_at is None else to_text(posting.settled_at),
        posting.reverses,
        None if posting.bonus is None else str(posting.bonus),
        storable(posting.endpoint),
        posting.batch,
        None if posting.compared is None else to_cents(posting.compared.read),
        None if posting.compared is None else to_cents(posting.compared.target),
        posting_mark(posting),
    )


def posting_mark(posting: Posting) -> int:
    """Over whose points these are and how many: what must never change by itself."""
    return mark((
        posting.transaction_id,
        posting.sale_id,
        posting.kind.value,
        posting.phone,
        posting.card,
        _cents(posting.sum),
        to_cents(posting.base),
        posting.lifetime_days,
        posting.reverses,
    ))  # fmt: skip


def mark(values: tuple[str | int | None, ...]) -> int:
    """A number over some values of a row: a flipped bit in them, which SQLite's own checks miss, makes it another."""
    return int.from_bytes(blake2b(repr(values).encode(), digest_size=8).digest(), "big", signed=True)


def posting_from(row: Row) -> Posting:
    """A row of POSTING_SELECT as a posting."""
    return Posting(
        seq=row[0],
        transaction_id=row[1],
        sale_id=row[2],
        kind=PostingKind(row[3]),
        phone=row[4],
        card=row[5],
        sum=_amount(row[6]),
        base=from_cents(row[7]),
        lifetime_days=row[8],
        state=PostingState(row[9]),
        attention=None if row[10] is None else Attention(row[10]),
        attempts=row[11],
        last_answer=row[12],
        first_sent_at=_moment(row[13]),
        settled_at=_moment(row[14]),
        reverses=row[15],
        bonus=None if row[16] is None else Decimal(row[16]),
        endpoint=row[17],
        batch=row[18],
        compared=None if row[19] is None else Compared(from_cents(row[19]), from_cents(row[20])),
    )


def attempt_from(row: Row) -> Attempt:
    """A row of ATTEMPT_COLUMNS as an attempt."""
    return Attempt(
        number=row[0],
        sent=bool(row[1]),
        started_at=datetime.fromisoformat(row[2]),
        ended_at=_moment(row[3]),
        outcome=PostingState(row[4]),
        answer=row[5],
    )


def customer_key(*, phone: str, card: str) -> str:
    """Like :attr:`Posting.customer_key`."""
    return phone or f"card:{card}"


def to_text(at: datetime) -> str:
    """UTC, always of one length so that text sorts like time. A time without a zone is a bug (ValueError)."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone reached the store")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def storable(text: str) -> str:
    """Outside text as SQLite takes it: half a character pair (``\\ud800`` in a server's JSON) becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else to_cents(amount)


def _amount(cents: int | None) -> Decimal | None:
    return None if cents is None else from_cents(cents)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
