"""The journal as people read it: sales of a day, or those that fit what was typed, a page at a time, and their sums.

Pages go by ``seq`` (keyset), never by a clock. Without a text every question is answered from an index. A text is compared with
sale after sale, so one call looks at ``most`` of them at the most: whoever asks goes on from there, and sales are saved between.
"""

from __future__ import annotations

from datetime import datetime

from pos_app.loyalty.customer import fold
from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.money import from_cents, parse_amount, to_cents
from pos_app.store.database import Database, Row
from pos_app.store.journal_records import JournalCounts, JournalPage, JournalRow, JournalTotals, Stand, Wanted
from pos_app.store.queue_sql import NOT_OF_A_PERSON
from pos_app.store.rows import to_text

LOOKED_AT = 5_000
"""Sales that one call compares with a text: some 10 ms."""
PAGE = 500
"""The most rows of one page."""
SHORTEST_END = 3
"""Digits of a phone or card that are looked for."""

# What a void leaves behind stands beside the sale it voids and says nothing more: the sale itself is shown as voided.
_SHOWN = """
NOT (s.reverses IS NOT NULL AND s.gross_cents = -o.gross_cents AND o.made_at >= :since
     AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.sale = s.seq))
"""
_FOUND_EARNED = "(SELECT sum(p.sum_cents) FROM posting p WHERE p.sale = s.seq AND p.kind = 'earn' AND p.state != 'cancelled')"
_FROM = "FROM sale s LEFT JOIN sale o ON o.seq = s.reverses"
_COLUMNS = f"""
SELECT s.seq, s.sale_id, s.made_at, s.name, s.phone, s.card, s.receipt, s.gross_cents, s.discount_cents, s.to_pay_cents,
  coalesce(s.earned_cents, {_FOUND_EARNED}), s.redeemed_cents, o.sale_id,
  (SELECT -sum(r.gross_cents) FROM sale r WHERE r.reverses = s.seq),
  (SELECT max(p.attention IS NOT NULL) * 4 + max(p.settled_at IS NULL) * 2 + max(p.state = 'applied')
   FROM posting p WHERE p.sale = s.seq),
  (SELECT p.phone FROM posting p WHERE p.sale = s.seq AND p.state != 'cancelled' AND p.phone != '' ORDER BY p.seq DESC LIMIT 1),
  s.earned_cents IS NULL AND EXISTS (SELECT 1 FROM posting p WHERE p.sale = s.seq AND p.sum_cents IS NULL AND p.settled_at IS NULL)
{_FROM}
"""  # noqa: S608 - names of ours
_TOTALS = f"""
SELECT coalesce(sum(s.gross_cents > 0) - sum(NOT {_SHOWN}), 0), coalesce(sum({_SHOWN}), 0), coalesce(sum(s.to_pay_cents), 0),
  coalesce(sum(s.discount_cents), 0), coalesce(sum(coalesce(s.earned_cents, {_FOUND_EARNED})), 0),
  coalesce(sum(s.redeemed_cents), 0)
{_FROM}
"""
_ATTENTION = "SELECT sale FROM posting INDEXED BY posting_line WHERE settled_at IS NULL AND attention IS NOT NULL"
_WAITING = "SELECT sale FROM posting INDEXED BY posting_waiting WHERE settled_at IS NULL AND attention IS NULL"
_NO_SALES = "SELECT sale FROM posting INDEXED BY posting_person_told WHERE kind IN ('register', 'edit')"
_OF_STAND = {
    Stand.ATTENTION: f"s.seq IN ({_ATTENTION})",
    Stand.WAITING: f"s.seq IN ({_WAITING}) AND s.seq NOT IN ({_ATTENTION})",
}
_COUNTS = f"""
SELECT (SELECT count(DISTINCT sale) FROM ({_WAITING} EXCEPT {_ATTENTION} EXCEPT {_NO_SALES})),
  (SELECT count(DISTINCT sale) FROM ({_ATTENTION} EXCEPT {_NO_SALES}))
"""  # noqa: S608 - names of ours
_FITS = "(s.receipt = :text COLLATE NOCASE OR abs(s.to_pay_cents) = :cents OR abs(s.gross_cents) = :cents {more})"
_OPEN_BITS, _ATTENTION_BIT, _APPLIED_BIT = 6, 4, 1


class JournalView:
    """Reads one open ``till.db``, in its thread. Raises DiskTrouble."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._typed: tuple[str, ...] = ()
        self._named: dict[str, bool] = {}
        database.define("named_so", self._named_so)

    def page(self, wanted: Wanted, *, limit: int = PAGE, before: int | None = None, most: int = LOOKED_AT) -> JournalPage:
        """At most ``limit`` of the wanted sales with a ``seq`` below ``before`` (None: the newest), newest first."""
        where, values, bottom = self._part(wanted, before, most)
        rows = self._database.rows(
            f"{_COLUMNS} WHERE {where} AND {_SHOWN} ORDER BY s.seq DESC LIMIT :limit", values | {"limit": min(limit, PAGE)}
        )
        if len(rows) == min(limit, PAGE):
            return JournalPage(rows=tuple(_row(row) for row in rows), before=rows[-1][0])
        return JournalPage(rows=tuple(_row(row) for row in rows), before=bottom if bottom > 1 else None)

    def totals(self, wanted: Wanted, *, before: int | None = None, most: int = LOOKED_AT) -> tuple[JournalTotals, int | None]:
        """Sums over the wanted sales, or over those of the next ``most``; go on before the ``seq`` given, None: that was all."""
        where, values, bottom = self._part(wanted, before, most)
        (row,) = self._database.rows(f"{_TOTALS} WHERE {where}", values)
        sales, lines, *sums = row
        takings, discounts, earned, used = (from_cents(cents) for cents in sums)
        totals = JournalTotals(sales=sales, lines=lines, takings=takings, discounts=discounts, earned=earned, used=used)
        return totals, bottom if bottom > 1 else None

    def rows(self, sale_ids: tuple[str, ...], wanted: Wanted) -> list[JournalRow]:
        """Those of these sales that are wanted, as they are now, the newest first."""
        where, values = self._where(wanted)
        names = {f"id{index}": sale_id for index, sale_id in enumerate(sale_ids)}
        which = ", ".join(f":{name}" for name in names)
        rows = self._database.rows(
            f"{_COLUMNS} WHERE s.sale_id IN ({which}) AND {where} AND {_SHOWN} ORDER BY s.seq DESC", values | names
        )
        return [_row(row) for row in rows]

    def row(self, sale_id: str) -> JournalRow:
        """This sale, shown or not. Raises LookupError."""
        row = self._database.row(f"{_COLUMNS} WHERE s.sale_id = ?", (sale_id,))
        if row is None:
            raise LookupError(f"there is no sale {sale_id}")
        return _row(row)

    def counts(self) -> JournalCounts:
        """How many sales wait or need a person, of every day."""
        waiting, attention = self._database.rows(_COUNTS)[0]
        return JournalCounts(waiting=waiting, attention=attention)

    def first_day(self) -> datetime | None:
        """When the earliest sale was made; None: there is none."""
        row = self._database.row("SELECT min(made_at) FROM sale")
        return datetime.fromisoformat(row[0]) if row and row[0] else None

    def _part(self, wanted: Wanted, before: int | None, most: int) -> tuple[str, dict[str, object], int]:
        """The wanted sales from ``before`` down to the ``seq`` that is answered last."""
        where, values = self._where(wanted)
        newest = self._database.rows("SELECT coalesce(max(seq), 0) FROM sale")[0][0]
        top = newest + 1 if before is None else before
        bottom = top - most if wanted.text else 0
        # Without the plus SQLite walks from sale to sale instead of asking for the day.
        seq = "+s.seq" if wanted.since is not None or wanted.stand is not None else "s.seq"
        return f"{seq} < :top AND {seq} >= :bottom AND {where}", values | {"top": top, "bottom": bottom}, bottom

    def _where(self, wanted: Wanted) -> tuple[str, dict[str, object]]:
        values: dict[str, object] = {"since": "" if wanted.since is None else to_text(wanted.since)}
        parts = [NOT_OF_A_PERSON, *(["s.made_at >= :since"] if wanted.since is not None else [])]
        if wanted.until is not None:
            parts.append("s.made_at < :until")
            values["until"] = to_text(wanted.until)
        if wanted.stand is not None:
            parts.append(_OF_STAND[wanted.stand])
        if wanted.text:
            fits, found = self._fits(wanted.text)
            parts.append(fits)
            values |= found
        return " AND ".join(parts), values

    def _fits(self, text: str) -> tuple[str, dict[str, object]]:
        values: dict[str, object] = {"text": text.strip(), "cents": _cents(text)}
        digits = "".join(text.split()).removeprefix("+")
        if digits.isdecimal() and len(digits) >= SHORTEST_END:
            values["end"] = f"%{digits}"
            return _FITS.format(more="OR s.phone LIKE :end OR s.card LIKE :end"), values
        if any(char.isalpha() for char in text):
            typed = tuple(fold(text).split())
            if typed != self._typed:
                self._typed, self._named = typed, {}
            return _FITS.format(more="OR named_so(s.name)"), values
        return _FITS.format(more=""), values

    def _named_so(self, name: str) -> bool:
        """Whether every word of what was typed is the beginning of a word of ``name``."""
        said = self._named.get(name)
        if said is None:
            words = fold(name).split()
            said = self._named[name] = all(any(word.startswith(typed) for word in words) for typed in self._typed)
        return said


def _cents(text: str) -> int | None:
    try:
        return to_cents(parse_amount(text))
    except BadInput:
        return None


def _row(row: Row) -> JournalRow:
    owner, buyer = row[15] or row[4], row[4]
    return JournalRow(
        seq=row[0],
        sale_id=row[1],
        made_at=datetime.fromisoformat(row[2]),
        # Points that went to another phone are not those of who was named at the sale.
        name="" if buyer and owner != buyer else row[3],
        phone=owner,
        card=row[5],
        receipt=row[6],
        gross=from_cents(row[7]),
        discount=from_cents(row[8]),
        paid=from_cents(row[9]),
        earned=None if row[16] else from_cents(row[10] or 0),
        used=from_cents(row[11]),
        refunded=from_cents(row[13] or 0),
        reverses=row[12] or "",
        stand=_stand(row),
    )


def _stand(row: Row) -> Stand:
    bits, gross, refunded, reverses = row[14] or 0, row[7], row[13] or 0, row[12]
    if bits & _ATTENTION_BIT:
        return Stand.ATTENTION
    if bits & _OPEN_BITS:
        return Stand.WAITING
    if reverses:
        return Stand.REFUNDED
    if refunded and refunded == gross:
        return Stand.REFUNDED if bits & _APPLIED_BIT else Stand.VOIDED
    return Stand.SENT
