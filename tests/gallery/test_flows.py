"""What the till promises about the keys of a sale, counted by going its ways."""

from __future__ import annotations

import pytest

from tests.gallery.flows import AMOUNT, FLOWS, counted


def test_a_known_customer_takes_the_amount_and_one_key() -> None:
    flow = counted("known")
    assert (flow.swipes, flow.typed, flow.keys, flow.clicks) == (1, len(AMOUNT), 1, 0)


def test_all_points_take_two_keys_more() -> None:
    flow = counted("all points")
    assert (flow.swipes, flow.typed, flow.keys, flow.clicks) == (1, len(AMOUNT), 3, 0)


def test_the_next_customer_takes_a_swipe_and_no_key() -> None:
    flow = counted("next")
    assert (flow.swipes, flow.typed, flow.keys, flow.clicks) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("key", "keys", "clicks"),
    [
        ("phone", 2, 0),
        ("touch", 0, 1),
        ("bank card", 0, 0),
        ("undo", 1, 0),
        ("hold", 2, 0),
        ("refund", 3, 0),
        ("late claim", 2, 1),
        ("settle", 1, 2),
    ],
)
def test_no_other_way_becomes_longer(key: str, keys: int, clicks: int) -> None:
    flow = counted(key)
    assert flow.keys <= keys
    assert flow.clicks <= clicks


def test_every_way_is_counted() -> None:
    assert len(FLOWS) == 11
