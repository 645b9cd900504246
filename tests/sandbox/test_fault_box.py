"""Faults on order: which request gets which, how many times, how often, and the same again for the same seed."""

from __future__ import annotations

from typing import Any

import pytest

from pos_app.sandbox.faults import CORE_METHODS, CRM_METHODS, Fault, FaultBox, FaultKind


def test_a_fault_strikes_its_method_as_often_as_ordered() -> None:
    box = FaultBox()
    box.add(Fault(kind=FaultKind.DROP_AFTER, method="addBalance", count=2))
    assert box.draw("readBalance") is None
    assert [box.draw("addBalance") is not None for _ in range(3)] == [True, True, False]
    assert box.on_order() == ()


def test_without_a_count_it_strikes_until_it_is_taken_away() -> None:
    box = FaultBox()
    box.add(Fault(kind=FaultKind.SLOW))
    assert all(box.draw("status") for _ in range(50))
    box.clear()
    assert box.draw("status") is None


@pytest.mark.parametrize(
    ("ordered", "struck"),
    [
        ("*", {*CORE_METHODS, *CRM_METHODS, "other"}),
        ("core", set(CORE_METHODS)),
        ("crm", set(CRM_METHODS)),
        ("push/send", {"push/send"}),
    ],
)
def test_a_side_can_be_meant_as_a_whole(ordered: str, struck: set[str]) -> None:
    fault = Fault(kind=FaultKind.SLOW, method=ordered)
    assert {method for method in (*CORE_METHODS, *CRM_METHODS, "other") if fault.strikes(method)} == struck


def test_the_first_on_order_comes_first() -> None:
    box = FaultBox()
    box.add(Fault(kind=FaultKind.HTTP_500, count=1))
    box.add(Fault(kind=FaultKind.PORTAL, count=1))
    drawn = [box.draw("status"), box.draw("status"), box.draw("status")]
    assert [fault and fault.kind for fault in drawn] == [FaultKind.HTTP_500, FaultKind.PORTAL, None]


def test_chance_is_about_as_ordered_and_repeats_with_the_seed() -> None:
    def run(box: FaultBox) -> list[bool]:
        box.add(Fault(kind=FaultKind.DROP_AFTER, probability=0.3))
        return [box.draw("addBalance") is not None for _ in range(1_000)]

    box = FaultBox(seed=1)
    first = run(box)
    assert 230 < sum(first) < 370
    assert run(FaultBox(seed=1)) == first
    assert run(FaultBox(seed=2)) != first
    box.clear()
    assert run(box) == first


@pytest.mark.parametrize("fault", [Fault(kind=kind, method="status", count=3, probability=0.5, seconds=1) for kind in FaultKind])
def test_a_fault_reads_back_as_it_is_written(fault: Fault) -> None:
    assert Fault.from_json(fault.to_json()) == fault


def test_what_is_left_out_has_its_default() -> None:
    assert Fault.from_json({"kind": "500"}) == Fault(kind=FaultKind.HTTP_500)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([], "JSON object"),
        ({}, "'kind' is missing"),
        ({"kind": 500}, "'kind' is missing or of the wrong kind"),
        ({"kind": "earthquake"}, "no fault 'earthquake'"),
        ({"kind": "slow", "method": "sell"}, "no method 'sell'"),
        ({"kind": "slow", "cuont": 1}, "'cuont' is not known"),
        ({"kind": "slow", "count": 0}, "at least once"),
        ({"kind": "slow", "count": True}, "'count' is missing or of the wrong kind"),
        ({"kind": "slow", "count": 1.5}, "'count'"),
        ({"kind": "slow", "probability": 0}, "probability"),
        ({"kind": "slow", "probability": 1.01}, "probability"),
        ({"kind": "slow", "probability": float("nan")}, "probability"),
        ({"kind": "slow", "seconds": -1}, "seconds"),
        ({"kind": "slow", "seconds": "1"}, "'seconds'"),
        ({"kind": "drop_before", "applied": True}, "cannot be told"),
        ({"kind": "drop_after", "applied": False}, "cannot be told"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused_in_words(given: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Fault.from_json(given)
