"""No outcome of any request and no death at any step of a delivery loses, doubles or hides a point."""

from __future__ import annotations

from tests.faults.delivery_table import try_all

EVERY = 151
"""One case in so many is tried here: a prime, so that each step, request and outcome is met in turn."""


def test_whatever_a_request_meets_and_wherever_the_till_dies_points_arrive_once_or_somebody_is_asked() -> None:
    wrong, tried = try_all(EVERY, first=1)
    assert wrong == []
    # Otherwise nothing was proved.
    assert tried > 60
