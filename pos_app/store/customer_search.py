"""Finding customers in the cache while somebody types: the end of a phone or card, or the beginnings of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pos_app.loyalty.phone import looks_like_number, squeeze
from pos_app.store.customer_rows import CUSTOMER_SELECT, Entry, backwards, entry_from
from pos_app.store.database import Database
from pos_app.store.name_keys import END, words_of, words_of_name

MANY = 500
"""Customers looked through for the third word of a name."""
_BY_PHONE_START = f"{CUSTOMER_SELECT} WHERE c.phone >= ? AND c.phone < ? ORDER BY c.phone LIMIT ?"
_BY_PHONE_END = f"{CUSTOMER_SELECT} WHERE c.backwards >= ? AND c.backwards < ? ORDER BY c.backwards LIMIT ?"
_BY_CARD_END = (
    f"{CUSTOMER_SELECT.replace('FROM customer c', 'FROM card k CROSS JOIN customer c ON c.id = k.customer')} "
    "WHERE k.backwards >= ? AND k.backwards < ? ORDER BY k.backwards LIMIT ?"
)
_THESE = CUSTOMER_SELECT.replace("FROM customer c", "FROM ({ids}) k CROSS JOIN customer c ON c.id = k.customer")
_BY_WORD = _THESE.format(ids="SELECT DISTINCT customer FROM name_key WHERE key >= ? AND key < ? LIMIT ?")
_BY_TWO_WORDS = _THESE.format(
    ids="SELECT DISTINCT n.customer FROM pivot p "
    "CROSS JOIN name_key n ON n.key >= p.word || ' ' || ? AND n.key < p.word || ' ' || ? WHERE p.word >= ? AND p.word < ? LIMIT ?"
)


def find(database: Database, text: str, *, limit: int) -> list[Entry]:
    """At most ``limit`` customers that ``text`` fits, each once. Raises DiskTrouble."""
    written = squeeze(text)
    if looks_like_number(text):
        if written.startswith("+"):
            return _entries(database, [(_BY_PHONE_START, _range(written))], limit)
        return _entries(database, [(_BY_PHONE_END, _range(written[::-1])), (_BY_CARD_END, _range(written[::-1]))], limit)
    words = words_of(text)
    if any(char.isdigit() for char in written):
        # A card number may hold letters.
        ending = [(_BY_CARD_END, _range(backwards(written)))] if backwards(written) else []
        return _entries(database, [*ending, *_by_words(words)], limit)
    if len(words) <= 2:
        return _entries(database, _by_words(words), limit)
    # The longest words fit the fewest people; the others are looked for among these.
    longest = sorted(words, key=len, reverse=True)[:2]
    return [entry for entry in _entries(database, _by_words(longest), MANY) if _has(entry, words)][:limit]


Range = tuple[str, ...]


def _by_words(words: Sequence[str]) -> list[tuple[str, Range]]:
    if not words:
        return []
    if len(words) == 1:
        return [(_BY_WORD, _range(words[0]))]
    # Either word may be the pivot: every customer that fits is found by one of them at least.
    one, other = words[:2]
    return [(_BY_TWO_WORDS, (*_range(other), *_range(one))), (_BY_TWO_WORDS, (*_range(one), *_range(other)))]


def _entries(database: Database, queries: Iterable[tuple[str, Range]], limit: int) -> list[Entry]:
    """What the queries find, in their order, until there is enough."""
    found: dict[int, Entry] = {}
    for sql, parameters in queries:
        if len(found) >= limit:
            break
        for row in database.rows(sql, (*parameters, limit)):
            if row[0] not in found:
                found[row[0]] = entry_from(row)
    return list(found.values())[:limit]


def _range(prefix: str) -> Range:
    return prefix, prefix + END


def _has(entry: Entry, words: Sequence[str]) -> bool:
    """Whether each of ``words`` begins a word of the name of its own."""
    left = list(words_of_name(entry.customer))
    for word in sorted(words, key=len, reverse=True):
        fitting = [each for each in left if each.startswith(word)]
        if not fitting:
            return False
        left.remove(min(fitting, key=len))
    return True
