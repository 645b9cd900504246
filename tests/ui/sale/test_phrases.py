from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import Buyer
from pos_app.till.views import CustomerView, Nobody, Source, Visit
from pos_app.ui import words
from pos_app.ui.sale.phrases import Phrases, name_marks, number_of, spaced_card, spaced_phone
from tests.ui.sale.pretend import JANA, NOW, now


@pytest.fixture(params=words.LANGUAGES)
def phrases(qapp: QApplication, request: pytest.FixtureRequest) -> Phrases:
    words.speak(request.param)
    return Phrases(words.Formats(request.param, "CZK"), Programme(), now)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def view(birthday: date | None = None) -> CustomerView:
    customer = replace(JANA, birthday=birthday)
    return CustomerView(customer=customer, balance=Decimal(1240), pending=Decimal(0), source=Source.CACHE, as_of=NOW)


@pytest.mark.parametrize(
    ("typed", "marks"),
    [("nov", ((5, 3),)), ("NOVA", ((5, 4),)), ("jan nov", ((0, 3), (5, 3))), ("ková", ()), ("482", ())],
)
def test_what_was_typed_is_marked_at_the_beginning_of_words(typed: str, marks: tuple[tuple[int, int], ...]) -> None:
    assert name_marks("Jana Nováková", typed) == marks


def test_a_whole_number_is_read_in_groups() -> None:
    assert plain(spaced_phone("+420777123482")) == "+420 777 123 482"
    assert plain(spaced_card("200044718820")) == "2000 4471 8820"
    assert plain(number_of(Nobody(phone="+421905111770", checked_online=True))) == "+421 905 111 770"


def test_a_long_code_is_shortened_in_the_middle() -> None:
    assert spaced_card("https://example.org/cards/0123456789") == "https://ex…0123456789"


def test_a_birthday_is_told_a_week_ahead_and_on_the_day(phrases: Phrases) -> None:
    assert phrases.birthday(view()) is None
    assert phrases.birthday(view(date(1988, 3, 22))) is None
    soon = phrases.birthday(view(date(1988, 3, 17)))
    today = phrases.birthday(view(date(1988, 3, 14)))
    assert soon is not None
    assert today is not None
    assert plain(soon[0]) in ("Birthday in 3 days", "Narozeniny za 3 dny", "Geburtstag in 3 Tagen", "День рождения через 3 дня")
    assert plain(today[0]) in ("Birthday today", "Dnes má narozeniny", "Heute Geburtstag", "Сегодня день рождения")
    assert plain(soon[0]) != plain(today[0])


def test_a_visit_of_today_shows_the_time_in_the_zone_of_the_shop(phrases: Phrases) -> None:
    visit = Visit(at=datetime(2026, 3, 14, 13, 32, tzinfo=UTC), paid=Decimal(764), visits_this_year=15)
    title, line = phrases.visit(visit)
    assert "14:32" in title
    assert plain(line).startswith("764 Kč · 15")


def test_an_old_balance_says_the_day_too(phrases: Phrases) -> None:
    told = plain(phrases.as_of(replace(view(), as_of=NOW - timedelta(days=2))))
    assert "12" in told
    assert "14:32" in told


def test_other_customers_see_a_short_name_or_number_only(phrases: Phrases) -> None:
    assert plain(phrases.short_name(Buyer(phone="+420777123482", name="Petr Svoboda"))) == "Petr S."
    assert plain(phrases.short_name(Buyer(phone="+420777123482"))) == "+420 ••• ••• 482"
    assert plain(phrases.short_name(Buyer(card="200044718820"))) == "•••• 8820"
