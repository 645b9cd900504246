"""A wrong clock of this computer is noticed by the date of any answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from pos_app.loyalty.errors import KeyRefused, SlowDown, Unknown
from pos_app.passquare.transport.clock import TOLERATED_SKEW_S, moment, skew_s, wrong_clock
from tests.passquare.conftest import MakeTransport, Serve
from tests.passquare.posting import YES, post
from tests.passquare.raw_server import answer

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
DATE = f"Date: {format_datetime(NOON, usegmt=True)}\r\n"


@pytest.mark.parametrize("off", [timedelta(0), timedelta(minutes=11), timedelta(days=-400), timedelta(days=9000)])
def test_each_answer_tells_how_far_the_servers_clock_is_ahead(make_transport: MakeTransport, serve: Serve, off: timedelta) -> None:
    seen: list[tuple[str, float]] = []
    transport = make_transport(wall=(NOON - off).timestamp, clock_seen=lambda *said: seen.append(said))
    post(transport, serve(answer(YES, headers=DATE)).url)
    assert seen == [("127.0.0.1", off.total_seconds())]


@pytest.mark.parametrize(
    ("status", "error"),
    [("401 Unauthorized", KeyRefused), ("429 Slow", SlowDown), ("500 Oh", Unknown), ("302 Found", Unknown)],
)
def test_a_refusal_tells_the_time_too(make_transport: MakeTransport, serve: Serve, status: str, error: type[Exception]) -> None:
    seen: list[tuple[str, float]] = []
    transport = make_transport(wall=NOON.timestamp, clock_seen=lambda *said: seen.append(said))
    with pytest.raises(error):
        post(transport, serve(answer(YES, status=status, headers=DATE)).url)
    assert seen == [("127.0.0.1", 0.0)]


@pytest.mark.parametrize("header", ["", "Date: \r\n", "Date: yesterday\r\n", "Date: Fri, 99 May 2026 12:00:00 GMT\r\n"])
def test_an_answer_without_a_readable_date_tells_nothing(make_transport: MakeTransport, serve: Serve, header: str) -> None:
    seen: list[tuple[str, float]] = []
    post(make_transport(clock_seen=lambda *said: seen.append(said)), serve(answer(YES, headers=header)).url)
    assert seen == []


def test_a_date_without_a_zone_is_gmt_wherever_the_till_stands() -> None:
    assert moment("Fri, 01 May 2026 12:00:00 -0000") == NOON.timestamp()
    assert moment("Fri, 01 May 2026 12:00:00") == NOON.timestamp()
    assert skew_s("Fri, 01 May 2026 14:00:00 +0200", now=NOON.timestamp() - 5) == 5


@pytest.mark.parametrize(
    ("skew", "words"),
    [
        (0.0, ""),
        (TOLERATED_SKEW_S, ""),
        (-TOLERATED_SKEW_S, ""),
        (TOLERATED_SKEW_S + 1, "10 minutes behind the"),
        (-7200.0, "2 hours ahead of the"),
        (86400.0 * 3, "3 days behind the"),
        (-86400.0 * 3650, "10 years ahead of the"),
    ],
)
def test_a_person_is_told_from_ten_minutes_on(skew: float, words: str) -> None:
    sentence = wrong_clock(skew)
    assert words in sentence
    assert bool(sentence) is bool(words)
    assert not sentence or "check this PC's date" in sentence
