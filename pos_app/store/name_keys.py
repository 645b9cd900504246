"""The words of a name, and the keys under which it is found (``customer_schema.py`` says how they are used)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, permutations

from pos_app.loyalty.customer import Customer, fold

MOST_WORDS = 5
"""Words of a name that are looked at: 5 make 20 keys."""
END = "\U0010ffff"
"""Sorts behind everything: ``prefix`` to ``prefix + END`` is all that begins with ``prefix``."""
_APOSTROPHES = re.compile("['’ʼ`]")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=10_000)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a name or of what was typed: ``"Nováková-Malá"`` → ``("novakova", "mala")``, each once."""
    return tuple(dict.fromkeys(_WORD.findall(_APOSTROPHES.sub("", fold(text)))))


def words_of_name(customer: Customer) -> tuple[str, ...]:
    """All words of a customer's name, each once."""
    parts = (words_of(customer.surname), words_of(customer.name), words_of(customer.middlename))
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def keys_of(customer: Customer) -> set[str]:
    """Every ordered pair of the customer's words; the word alone if there is only one."""
    words = words_of_name(customer)[:MOST_WORDS]
    if len(words) == 1:
        return set(words)
    return {f"{first} {second}" for first, second in permutations(words, 2)}


def pivots_of(customer: Customer) -> set[str]:
    """The words of which every pair of this customer's words has one: all but the only word of a surname."""
    surname = words_of(customer.surname)
    return {*words_of(customer.name), *words_of(customer.middlename), *(surname if len(surname) > 1 else ())}
