"""A computer whose clock is wrong by years: what does not work is said with its date, and nothing waits by that clock.

The sender is a real process under ``faketime``; servers and certificates are of the real present.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path

import pytest
import trustme

from pos_app.passquare.transport.clock import wrong_clock
from tests.passquare.outcomes.case import Outcome, Scene, says
from tests.passquare.outcomes.conftest import Report, Sender
from tests.passquare.outcomes.framed import SHORT_S, waits_after
from tests.passquare.outcomes.unreached import secured
from tests.passquare.raw_server import answer
from tests.turned_clock import turned_to

SendAt = Callable[[str, Scene], Report]


@pytest.fixture
def send_at(authority: trustme.CA, ca: Path) -> Iterator[SendAt]:
    """``send_at(day, scene)``: what comes of a request that a computer sends which believes that it is ``day``."""
    with ExitStack() as stack:

        def send(day: str, scene: Scene) -> Report:
            sender = Sender(*turned_to(day))
            stack.callback(sender.close)
            return sender.send(stack.enter_context(scene(authority, ca)))

        yield send


@pytest.mark.parametrize("day", ["1999-12-31", "2019-03-01", "2061-03-01"])
def test_a_good_certificate_is_refused_by_a_wrong_clock_and_the_sentence_tells_its_date(send_at: SendAt, day: str) -> None:
    report = send_at(day, secured())
    assert (report.outcome, report.trouble) == (Outcome.NOT_SENT, "CLOCK")
    assert f"this computer's date ({day})" in report.said
    assert "check this PC's date" in report.said


def test_a_clock_some_years_ahead_looks_like_an_expired_certificate_and_the_date_is_told_too(send_at: SendAt) -> None:
    report = send_at("2039-03-01", secured())
    assert (report.outcome, report.trouble) == (Outcome.NOT_SENT, "TLS")
    assert "expired (by this computer's date, 2039-03-01)" in report.said


@pytest.mark.parametrize(("day", "way"), [("2019-03-01", "behind"), ("2061-03-01", "ahead of")])
def test_where_no_certificate_is_in_the_way_the_answers_date_tells(send_at: SendAt, day: str, way: str) -> None:
    report = send_at(day, says(answer('{"success": true}', headers=f"Date: {formatdate(usegmt=True)}\r\n")))
    assert report.outcome is Outcome.APPLIED
    assert report.skew_s is not None
    there = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC).timestamp()
    assert abs(datetime.now(UTC).timestamp() - there - report.skew_s) < 86400 + 60
    assert f"years {way} the server's" in wrong_clock(report.skew_s)


@pytest.mark.parametrize("day", ["1999-12-31", "2061-03-01"])
def test_the_deadline_is_kept_by_a_wrong_clock(send_at: SendAt, day: str) -> None:
    report = send_at(day, says(waits_after(), deadline_s=SHORT_S))
    assert report.outcome is Outcome.UNKNOWN
    assert SHORT_S * 0.9 < report.seconds < 5
