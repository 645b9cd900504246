"""A secret shows itself to nobody by accident."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass

import pytest

from pos_app.loyalty.secret import Secret

TEXT = "s3cr3t-kľúč-4711"
SECRET = Secret(TEXT)


@dataclass(frozen=True)
class Holder:
    name: str
    key: Secret


HOLDER = Holder("crm", SECRET)


def test_it_is_given_out_only_when_asked_by_name() -> None:
    assert SECRET.reveal() == TEXT


@pytest.mark.parametrize(
    "show",
    [
        repr,
        str,
        format,
        lambda secret: f"{secret}",
        lambda secret: f"{secret!r:>40}",
        lambda secret: f"{secret!a}",
        lambda secret: "%s %r" % (secret, secret),  # noqa: UP031 - this form is tested too
        lambda secret: "{} {!s}".format(secret, secret),  # noqa: UP032 - this form is tested too
        lambda secret: repr([secret, {"key": secret}]),
        lambda secret: repr(Holder("crm", secret)),
        lambda secret: str(dir(secret)),
    ],
)
def test_no_way_of_showing_things_shows_it(show: Callable[[Secret], str]) -> None:
    assert TEXT not in show(SECRET)
    assert "4711" not in show(SECRET)


@pytest.mark.parametrize(
    "store",
    [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, lambda _: asdict(HOLDER), lambda _: pickle.dumps(HOLDER), vars],
    ids=["pickle", "copy", "deepcopy", "json", "asdict", "pickled holder", "vars"],
)
def test_no_way_of_storing_or_copying_things_takes_it_along(store: Callable[[Secret], object]) -> None:
    with pytest.raises(TypeError) as told:
        store(SECRET)
    assert TEXT not in str(told.value)


def test_a_traceback_with_all_its_variables_does_not_show_it() -> None:
    def send(key: Secret, holder: Holder) -> None:
        keys = {"app_key": key, "holder": holder}
        raise RuntimeError(f"could not send with {keys}")

    with pytest.raises(RuntimeError) as told:
        send(SECRET, HOLDER)
    shown = "".join(traceback.TracebackException.from_exception(told.value, capture_locals=True).format())
    assert "keys = " in shown, "the variables were captured"
    assert TEXT not in shown


def test_a_log_line_does_not_show_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        logging.getLogger("till").info("asking with %s and %r", SECRET, HOLDER)
    assert "Secret(•••)" in caplog.text
    assert TEXT not in caplog.text


def test_two_secrets_are_equal_if_their_texts_are() -> None:
    assert Secret("a") == Secret("a")
    assert hash(Secret("a")) == hash(Secret("a"))
    assert Secret("a") != Secret("b")
    assert Secret("a") != Secret("a ")
    assert Secret("a") != "a"
    assert Secret("kľúč") == Secret("kľúč")


def test_bytes_that_are_no_text_compare_too() -> None:
    """They come from a command line as lone surrogates, and an error of encoding would quote the secret."""
    assert Secret("a\udcff") == Secret("a\udcff")
    assert Secret("a\udcff") != Secret("a\udcfe")


def test_an_empty_secret_is_none_at_all() -> None:
    assert not Secret("")
    assert Secret("x")


def test_nothing_can_be_hung_onto_it() -> None:
    with pytest.raises(AttributeError):
        SECRET.note = TEXT  # type: ignore[attr-defined]
