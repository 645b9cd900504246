"""The error tree: every failure is one plain sentence, and every failure somebody expects is in the tree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pos_app.loyalty import errors
from pos_app.loyalty.errors import (
    BadInput,
    DiskBusy,
    DiskTrouble,
    KeyRefused,
    NoSuchCustomer,
    NotSent,
    PosError,
    Problem,
    Refused,
    SlowDown,
    Trouble,
    Unknown,
)


@pytest.mark.parametrize("problem", Problem, ids=lambda problem: problem.name)
def test_every_problem_is_a_whole_sentence_for_a_person(problem: Problem) -> None:
    sentence = str(BadInput(problem, limit=Decimal("1250.00"), count=3, detail="The region must be two letters."))
    assert sentence[0].isupper() or sentence[0].isdigit()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    assert "None" not in sentence


@pytest.mark.parametrize(
    ("limit", "shown"), [("1000000.00", "1000000"), ("593.75", "593.75"), ("0.00", "0"), ("1E+3", "1000"), ("12.50", "12.5")]
)
def test_a_limit_is_shown_as_people_write_numbers(limit: str, shown: str) -> None:
    assert str(BadInput(Problem.POINTS_OVER_LIMIT, limit=Decimal(limit))) == f"At most {shown} points on this purchase."


def test_braces_in_a_detail_are_only_text() -> None:
    assert str(BadInput(Problem.SETTING, detail="Setting {limit} is {not} known.")) == "Setting {limit} is {not} known."


def test_every_error_of_ours_is_in_the_tree() -> None:
    ours = {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Exception)}
    assert all(issubclass(each, PosError) for each in ours)
    assert errors.__doc__ is not None
    assert [each.__name__ for each in ours if each.__name__ not in errors.__doc__] == []


def test_a_narrower_failure_is_caught_with_the_wider_one() -> None:
    assert isinstance(NoSuchCustomer(), Refused)
    assert issubclass(DiskBusy, DiskTrouble)
    # Never the other way round: what may have happened is not "not sent", and a refused key is not a refused sale.
    assert not issubclass(Unknown, (NotSent, Refused))
    assert not issubclass(KeyRefused, Refused)


def test_each_failure_of_a_server_says_what_the_pill_should_show() -> None:
    assert NotSent("No network.").trouble is Trouble.OFFLINE
    assert NotSent("A page answered.", trouble=Trouble.PORTAL).trouble is Trouble.PORTAL
    assert Unknown("It broke off.").trouble is Trouble.SERVER
    assert KeyRefused("The key is not accepted.").trouble is Trouble.KEY
    pause = SlowDown("The server asks for a pause.", retry_after_s=5.0)
    assert (pause.trouble, pause.retry_after_s, pause.maybe_applied) == (Trouble.SLOW, 5.0, False)


def test_a_refusal_keeps_the_servers_own_words() -> None:
    refusal = Refused("Unknown <b>customer</b>")
    assert (refusal.reason, str(refusal)) == ("Unknown <b>customer</b>", "Unknown <b>customer</b>")
