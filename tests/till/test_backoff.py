"""How long a try that came to nothing rests."""

from __future__ import annotations

import random

import pytest

from pos_app.till.sync.backoff import SPREAD_S, Backoff

DRAWS = 400


def waits(failures: int) -> list[float]:
    """What many tills would wait, each with its own chance."""
    return [Backoff(random.Random(seed)).wait_s(failures) for seed in range(DRAWS)]


@pytest.mark.parametrize(("failures", "ceiling_s"), [(1, 1.0), (2, 2.0), (3, 4.0), (9, 256.0), (10, 300.0), (5_000, 300.0)])
def test_each_failure_doubles_the_wait_up_to_five_minutes(failures: int, ceiling_s: float) -> None:
    drawn = waits(failures)
    assert ceiling_s * 0.5 <= min(drawn) < ceiling_s * 0.52
    assert ceiling_s * 0.98 < max(drawn) <= ceiling_s


def test_tills_that_failed_together_do_not_come_back_together() -> None:
    assert len(set(waits(4))) == DRAWS


def test_a_shop_may_be_more_or_less_patient() -> None:
    quick = Backoff(random.Random(1), first_s=0.1, longest_s=0.3)
    assert 0.05 <= quick.wait_s(1) <= 0.1
    assert 0.15 <= quick.wait_s(50) <= 0.3
    eager = Backoff(random.Random(1), first_s=0.001, longest_s=1e12)
    # However long an outage: a finite number, not an overflow.
    assert eager.wait_s(31) <= 0.001 * 2.0**30
    assert 0.001 * 2.0**29 <= eager.wait_s(10_000) <= 0.001 * 2.0**30


def test_after_an_outage_of_all_the_tills_spread_over_half_a_minute_from_its_first_moment() -> None:
    drawn = sorted(Backoff(random.Random(seed)).spread_s() for seed in range(DRAWS))
    assert 0.0 <= drawn[0] < 0.5
    assert 29.5 < drawn[-1] <= SPREAD_S
    assert len(set(drawn)) == DRAWS
