from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from pos_app.loyalty.decision import Action
from pos_app.loyalty.errors import PrinterProblem, Problem
from pos_app.loyalty.programme import Limit
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.reader.survey import Advice
from pos_app.settings import LANGUAGES
from pos_app.till.opening import Reason, Stage
from pos_app.till.records import Attempt
from pos_app.ui import words

GROUPS = {name: group for name, group in vars(words).items() if isinstance(group, QObject)}
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
ATTEMPT = Attempt(number=1, sent=True, started_at=NOON, ended_at=NOON, outcome=PostingState.UNKNOWN, answer="")


def every_method() -> Iterator[tuple[str, Callable[..., str]]]:
    for name, group in GROUPS.items():
        for method, _ in inspect.getmembers(type(group), inspect.isfunction):
            if not method.startswith("_") and not hasattr(QObject, method):
                yield f"{name}.{method}", getattr(group, method)


METHODS = dict(every_method())


def said(name: str) -> str:
    """Call a method with something for each of its parameters."""
    arguments: dict[str, object] = {}
    for parameter in inspect.signature(METHODS[name]).parameters.values():
        kind = str(parameter.annotation)
        value: object = "«x»"
        if "PrinterProblem" in kind:
            value = PrinterProblem.NO_ANSWER
        elif "int" in kind:
            value = 7
        elif "Problem" in kind:
            value = Problem.AMOUNT_MISSING
        elif "Limit" in kind:
            value = Limit.PERCENT
        elif "Advice" in kind:
            value = Advice.TOO_SLOW
        elif "PostingState" in kind:
            value = PostingState.WAITING
        elif "Attention" in kind:
            value = Attention.REFUSED
        elif "Action" in kind:
            value = Action.RETRY
        elif "Attempt" in kind:
            value = ATTEMPT
        elif "Reason" in kind:
            value = Reason.DAMAGED
        elif "Stage" in kind:
            value = Stage.READING
        arguments[parameter.name] = value
    return str(METHODS[name](**arguments))


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", METHODS)
def test_every_word_is_said_whole(language: str, name: str) -> None:
    words.speak(language)
    text = said(name)
    assert text
    assert not re.search(r"[{}]|%n|%1", text), text


@pytest.mark.parametrize("name", METHODS)
def test_the_same_things_are_named_in_every_language(name: str) -> None:
    filled = set()
    for language in words.LANGUAGES:
        words.speak(language)
        filled.add((said(name).count("«x»"), "7" in said(name)))
    assert len(filled) == 1, filled


def test_czech_counts_one_few_and_many() -> None:
    words.speak("cs")
    assert [words.shell.waiting(n) for n in (1, 2, 4, 5, 11, 22, 0)] == [
        "1 čeká",
        "2 čekají",
        "4 čekají",
        "5 čeká",
        "11 čeká",
        "22 čeká",
        "0 čeká",
    ]
    assert words.sale.many_end_in(3, "482") == "3 zákazníci mají na konci 482"
    assert words.sale.many_end_in(5, "482") == "5 zákazníků má na konci 482"
    assert [words.sale.points(n) for n in (1, 3, 5, 1240)] == ["bod", "body", "bodů", "bodů"]
    assert words.sale.points_fraction() == "bodu"
    assert [words.sale.birthday_in(n) for n in (1, 3, 7)] == [
        "Narozeniny za 1 den",
        "Narozeniny za 3 dny",
        "Narozeniny za 7 dní",
    ]
    assert words.sync.not_enough_points_why(used=200, left=120) == (
        "Offline se tu uplatnilo 200 bodů, zbývalo jich ale jen 120. Nic se neztratilo. Vyberte, co s chybějícími 80."
    )


def test_russian_counts_one_few_and_many_by_the_last_digits() -> None:
    words.speak("ru")
    assert [words.sale.points(n) for n in (1, 2, 5, 11, 12, 21, 22, 100, 101)] == [
        "балл",
        "балла",
        "баллов",
        "баллов",
        "баллов",
        "балл",
        "балла",
        "баллов",
        "балл",
    ]
    assert words.sale.points_fraction() == "балла"
    assert [words.shell.waiting(n) for n in (1, 3, 11)] == ["1 ждёт", "3 ждут", "11 ждут"]


def test_german_counts_one_and_many() -> None:
    words.speak("de")
    assert [words.sale.points(n) for n in (1, 2, 0)] == ["Punkt", "Punkte", "Punkte"]
    assert [words.sale.birthday_in(n) for n in (1, 3)] == ["Geburtstag in 1 Tag", "Geburtstag in 3 Tagen"]


def test_english_counts_one_and_many() -> None:
    assert [words.shell.need_attention(n) for n in (1, 2)] == ["1 needs attention", "2 need attention"]
    assert [words.sale.points(n) for n in (1, 2, 0)] == ["point", "points", "points"]
    assert words.sale.points_fraction() == "points"
    assert [words.sale.customers(n) for n in (1, 4)] == ["1 customer", "4 customers"]


def test_going_from_one_language_to_the_other_and_back() -> None:
    assert words.speak("cs_CZ") == "cs"
    assert words.checkout.to_pay() == "K úhradě"
    assert words.speak("en-GB") == "en"
    assert words.checkout.to_pay() == "To pay"
    assert words.sale.points(1) == "point"
    assert words.speak("fr") == "en"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_problem_and_every_limit_has_a_sentence(language: str) -> None:
    words.speak(language)
    for problem in Problem:
        assert words.problems.sentence(problem, limit="5", count=3, detail="The region is unknown.")
    for limit in Limit:
        assert words.problems.limit(limit, percent="30%", points="300")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_advice_about_a_reader_says_what_is_wrong_and_what_to_do(language: str) -> None:
    words.speak(language)
    for advice in Advice:
        said = words.reader.advice(advice), words.reader.advice_why(advice, speed="30 ms", count=4)
        assert all(said)
        assert not any("!" in each or "{" in each for each in said)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_reason_why_a_till_cannot_be_opened_has_its_own_words(language: str) -> None:
    words.speak(language)
    assert len({words.trouble.title(reason) for reason in Reason}) == len(Reason)
    assert len({words.trouble.sentence(reason) for reason in Reason}) == len(Reason)
    assert len({words.trouble.stage(stage, 4) for stage in Stage}) == len(Stage)


def test_half_of_the_purchase_is_called_half() -> None:
    assert words.problems.limit(Limit.PERCENT, percent="50%") == "Up to half of the purchase"
    assert words.problems.limit(Limit.PERCENT, percent="50\u00a0%") == "Up to half of the purchase"
    assert words.problems.limit(Limit.PERCENT, percent="30%") == "Up to 30% of the purchase"


def test_what_comes_from_outside_is_never_taken_for_a_place_holder() -> None:
    assert words.people.already_registered("{name} %n {0}") == "Already registered: {name} %n {0}"


def test_the_settings_know_every_language_that_is_spoken() -> None:
    assert words.LANGUAGES == LANGUAGES


def test_nobody_is_shouted_at() -> None:
    for language in words.LANGUAGES:
        words.speak(language)
        for name in METHODS:
            assert "!" not in said(name), name
