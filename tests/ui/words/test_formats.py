from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from pos_app.ui.words import LANGUAGES, Formats, mask_card, mask_phone, short_name

CZK, EUR, EUR_CS, CZK_EN = Formats("cs", "CZK"), Formats("en", "EUR"), Formats("cs", "EUR"), Formats("en", "CZK")
EUR_DE, RUB = Formats("de", "EUR"), Formats("ru", "RUB")
CENTS = st.integers(-(10**14), 10**14).map(lambda cents: Decimal(cents).scaleb(-2))


def test_money_is_written_as_each_language_does() -> None:
    sum_ = Decimal("1250.00")
    assert CZK.money(sum_) == "1\u00a0250,00\u00a0Kč"
    assert EUR.money(sum_) == "€1,250.00"
    assert CZK_EN.money(sum_) == "1,250.00\u00a0Kč"
    assert EUR_CS.money(sum_) == "1\u00a0250,00\u00a0€"
    assert EUR_DE.money(sum_) == "1.250,00\u00a0€"
    assert RUB.money(sum_) == "1\u00a0250,00\u00a0₽"
    assert Formats("en", "XYZ").money(sum_) == "1,250.00\u00a0XYZ"


def test_the_minus_is_a_minus() -> None:
    assert EUR.money(Decimal("-4.80")) == "−€4.80"
    assert CZK.money(Decimal("-300")) == "−300,00\u00a0Kč"
    assert EUR.points(Decimal(-480)) == "−480"


def test_a_sign_and_short_sums_on_request() -> None:
    assert EUR.money(Decimal("4.80"), signed=True) == "+€4.80"
    assert EUR.money(Decimal(0), signed=True) == "€0.00"
    assert CZK.money(Decimal(1240), trim=True) == "1\u00a0240\u00a0Kč"
    assert EUR.money(Decimal("12.40"), trim=True) == "€12.40"
    assert CZK.amount(Decimal(1250)) == "1\u00a0250,00"


def test_points_have_decimals_only_when_they_are_not_whole() -> None:
    assert EUR.points(Decimal("1240.00")) == "1,240"
    assert EUR.points(Decimal("12.5")) == "12.50"
    assert CZK.points(Decimal("1240")) == "1\u00a0240"
    assert CZK.points(Decimal("12.50")) == "12,50"
    assert EUR.points(Decimal(284), signed=True) == "+284"


def test_percent_has_no_space_in_english_only() -> None:
    assert EUR.percent(Decimal(5)) == "5%"
    assert CZK.percent(Decimal("5.00")) == "5\u00a0%"
    assert EUR_DE.percent(Decimal(5)) == RUB.percent(Decimal(5)) == "5\u00a0%"
    assert EUR.percent(Decimal("7.50")) == "7.5%"
    assert CZK.percent(Decimal("7.25")) == "7,25\u00a0%"
    assert EUR.percent(Decimal(100)) == "100%"
    assert EUR.percent(Decimal(0)) == "0%"


def test_dates_and_times() -> None:
    day, moment = date(2026, 3, 14), datetime(2026, 3, 14, 9, 42, 7, tzinfo=UTC)
    assert CZK.day(day) == "14.\u00a0března"
    assert EUR.day(day) == "14\u00a0March"
    assert EUR_DE.day(day) == "14.\u00a0März"
    assert RUB.day(day) == "14\u00a0марта"
    assert EUR.time(moment) == "9:42"
    assert EUR.time_with_seconds(moment) == "9:42:07"
    assert CZK.moment(moment, today=day) == "9:42"
    assert CZK.moment(moment, today=date(2026, 3, 15)) == "14.\u00a0března\u00a09:42"
    assert [EUR.countdown(seconds) for seconds in (120, 112, 9, 0, -3)] == ["2:00", "1:52", "0:09", "0:00", "0:00"]


@given(CENTS)
def test_no_cent_is_ever_lost(amount: Decimal) -> None:
    for formats in (CZK, EUR, CZK_EN, EUR_CS, EUR_DE, RUB):
        text = formats.money(amount)
        digits = "".join(char for char in text if char.isdigit())
        assert int(digits) == abs(int(amount.scaleb(2)))
        assert text.startswith("−") is (amount < 0)
        assert " " not in text


def test_a_sum_too_long_for_a_float_is_exact() -> None:
    assert EUR.money(Decimal("123456789012345678.91")) == "€123,456,789,012,345,678.91"


def test_the_keypad_knows_its_sign() -> None:
    assert (CZK.separator, EUR.separator) == (",", ".")


def test_a_day_with_its_weekday_and_a_day_in_short() -> None:
    day = date(2026, 3, 14)
    assert [each.long_day(day, today=day) for each in (EUR, CZK, EUR_DE, RUB)] == [
        "Saturday 14\u00a0March",
        "Sobota 14.\u00a0března",
        "Samstag, 14.\u00a0März",
        "Суббота, 14\u00a0марта",
    ]
    assert [each.short_day(day) for each in (EUR, CZK, EUR_DE, RUB)] == [
        "14\u00a0Mar",
        "14.\u00a03.",
        "14.\u00a03.",
        "14\u00a0мар",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_months_and_days_are_those_that_qt_knows(language: str) -> None:
    formats, locale = Formats(language, "EUR"), QLocale(language)
    assert [name.lower() for name in formats.months] == [locale.standaloneMonthName(n).lower() for n in range(1, 13)]
    for month in range(1, 13):
        assert formats.day(date(2026, month, 1)).endswith(locale.monthName(month))
    for weekday in range(1, 8):
        day = date(2026, 3, 1 + weekday)
        assert formats.long_day(day, today=day).lower().startswith(locale.dayName(weekday).lower())
        assert locale.dayName(weekday, QLocale.FormatType.ShortFormat).lower().startswith(formats.weekdays[weekday - 1].lower())


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_grouped_as_qt_groups_them(language: str) -> None:
    locale = QLocale(language)
    assert Formats(language, "EUR").number(Decimal("1234567.5"), 2) == locale.toString(1234567.5, "f", 2)


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+420777123482", "+420 ••• ••• 482"),
        ("+421905123770", "+421 ••• ••• 770"),
        ("+4915112345678", "+49 ••• ••• 678"),
        ("+380501234567", "+380 ••• ••• 567"),
        ("+12025550123", "+1 ••• ••• 123"),
        ("777123482", "••• ••• 482"),
        ("12", "•••"),
        ("", "•••"),
    ],
)
def test_a_phone_shows_its_country_and_last_three_digits(phone: str, shown: str) -> None:
    assert mask_phone(phone).replace("\u00a0", " ") == shown


@given(st.from_regex(r"\+[1-9]\d{6,14}", fullmatch=True))
def test_a_masked_phone_never_gives_the_number_away(phone: str) -> None:
    assert sum(char.isdigit() for char in mask_phone(phone)) <= 6


def test_a_card_shows_its_last_four() -> None:
    assert mask_card("2000447177712") == "••••\u00a07712"
    assert mask_card("7712") == "••••"
    assert mask_card("") == "••••"


def test_a_name_is_shortened_for_lists() -> None:
    assert short_name("Petr", "Svoboda") == "Petr\u00a0S."
    assert short_name("Petr", "") == "Petr"
    assert short_name("", "Svoboda") == "Svoboda"
    assert short_name(" ", " ") == ""
