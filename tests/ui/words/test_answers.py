"""What is kept with an attempt is English, for support and scripts; a cashier reads it in plain words of their own language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_app.loyalty.decision import Action
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.till.records import Attempt
from pos_app.ui import words

PROGRAM = Path(__file__).parents[3] / "pos_app"
ERRORS = {"NotSent", "Unknown", "KeyRefused", "SlowDown"}
ENDINGS = {"_finish", "_applied", "_in_doubt", "Stop"}
FILLED = {
    "host": "shop.example",
    "how": "with far too much",
    "name.value": "app_key",
    "keys.place": "keyring",
    "phone": "+420601234482",
    "has": "tells no balance",
}
"""What stands in a sentence's holes; a number in all others."""
NOT_KEPT = ("The key is of the account", "before was", "The CRM tells no balance", "PassQuare tells no balance for this customer.")
"""Beginnings of sentences that are never kept with an attempt: those of the audit and of the set-up's probe."""


def sentences() -> Iterator[str]:
    """Every sentence that the transport raises, and that the way of a posting ends with."""
    files = [*(PROGRAM / "passquare").rglob("*.py"), *(PROGRAM / "till" / "sync").glob("*.py"), PROGRAM / "assemble.py"]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in ERRORS | ENDINGS:
                yield from (filled for each in node.args if (filled := filled_in(each)))
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {"answer", "sentence", "note"}:
                yield filled_in(node.value)
    for path, names in (("store/postings.py", ("_DIED", "_NOT_REVERSED", "_TAKEN_BACK")), ("store/refunds.py", ("_NOTHING",))):
        for node in ast.parse((PROGRAM / path).read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in names:
                yield filled_in(node.value)


def filled_in(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else FILLED.get(ast.unparse(part.value), "7")  # type: ignore[attr-defined]
            for part in node.values
        )
    return ""


KEPT = sorted({each for each in sentences() if " " in each and not each.startswith(NOT_KEPT)})


def test_the_sentences_are_found_in_the_code() -> None:
    assert len(KEPT) > 30
    assert "shop.example could not be reached in time." in KEPT


@pytest.mark.parametrize("sentence", KEPT)
def test_every_sentence_of_the_till_is_said_in_the_cashiers_language(sentence: str) -> None:
    words.speak("cs")
    said = words.answers.sentence(sentence)
    assert said
    assert not said.startswith("Server řekl: „"), said
    assert "shop.example" not in said


def test_what_the_server_said_is_quoted_as_its_own_word() -> None:
    assert words.answers.sentence("Kunde gesperrt") == "The server said: “Kunde gesperrt”"
    words.speak("cs")
    assert words.answers.sentence("Done. Kunde gesperrt") == "Server to má. Server řekl: „Kunde gesperrt“"
    so_far = words.answers.sentence("Refused, but an earlier request may still arrive: Kunde gesperrt")
    assert so_far.endswith("Server řekl: „Kunde gesperrt“")
    assert "ještě může dorazit" in so_far
    assert words.answers.sentence("") == ""


def test_a_balance_that_fits_neither_is_told_with_all_three_numbers() -> None:
    said = words.answers.sentence(
        "It may have arrived: the server has 75.50 points, there were 100.00 before and 120.00 are right."
    )
    assert said == "It may have arrived: there were 100 points, 120 would be right, and the server has 75.50."


def test_a_note_beside_the_answer_is_said_too_and_whole_points_have_no_decimals() -> None:
    said = words.answers.sentence("Done. Somebody changed the balance from 120.00 to 80.50: taken as it is.")
    assert said == "The server has it. Somebody changed the balance from 120 to 80.50: it was taken as it is."


def test_a_phone_in_an_answer_is_hidden_but_for_its_last_digits() -> None:
    said = words.answers.sentence("The card belongs to +420601234482: it goes on there.")
    assert "601" not in said
    assert "482" in said


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_state_reason_and_decision_has_words(language: str) -> None:
    words.speak(language)
    said = [words.attempts.posting(each) for each in PostingState]
    said += [words.attempts.attention(each) for each in Attention]
    said += [words.attempts.decided(each, "Eva K.") for each in Action]
    assert len(set(said)) == len(said)


def attempt(outcome: PostingState, *, sent: bool = True, ended: bool = True) -> Attempt:
    at = datetime(2026, 3, 14, 14, 32, tzinfo=UTC)
    return Attempt(number=1, sent=sent, started_at=at, ended_at=at if ended else None, outcome=outcome, answer="")


def test_an_attempt_that_may_have_arrived_is_never_called_failed() -> None:
    assert words.attempts.attempt(attempt(PostingState.UNKNOWN)) == "Sent, no clear answer"
    assert words.attempts.attempt(attempt(PostingState.UNKNOWN, ended=False)) == "Sending was cut off"
    assert words.attempts.attempt(attempt(PostingState.APPLIED, sent=False)) == "Found at the server"
    assert words.attempts.attempt(attempt(PostingState.WAITING)) == "Could not be sent"
