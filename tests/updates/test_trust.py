"""A feed is believed only when its vendor signed it, it is not an old one, and it says something that makes sense."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.updates.feed import FEED_CAP_BYTES, Kind, read_feed
from pos_app.updates.seal import is_sealed, public_key
from pos_app.updates.trust import before, genuine, newer, refuse_stale
from pos_app.updates.version import Version, version
from tests.updates.vendor import ARCH, NOON, Vendor, artefact, feed, release

HERE = Version(0, 1, 0)


def fault(of: pytest.ExceptionInfo[UpdateTrouble]) -> UpdateFault:
    sentence = str(of.value)
    assert sentence.endswith(".")
    assert sentence[0].isupper()
    return of.value.fault


def test_a_signed_feed_tells_of_the_newest_release_for_this_computer(vendor: Vendor) -> None:
    data = feed(release("0.1.5"), release("0.10.0"), release("0.9.9"))
    read = genuine(data, vendor.seal(data), vendor.offer())
    refuse_stale(read, now=NOON, seen=7)
    found = newer(read, vendor.offer(), arch=ARCH, than=HERE, data=6)
    assert found is not None
    assert (str(found[0].version), found[1].kind) == ("0.10.0", Kind.RUN)
    assert found[0].notes["cs"] == "Účtenky vyjedou rychleji."


@pytest.mark.parametrize("where", [0, 20, -2])
def test_a_feed_with_one_bit_changed_is_forged(vendor: Vendor, where: int) -> None:
    data = bytearray(feed())
    seal = vendor.seal(bytes(data))
    data[where] ^= 1
    with pytest.raises(UpdateTrouble) as caught:
        genuine(bytes(data), seal, vendor.offer())
    assert fault(caught) is UpdateFault.FORGED


def test_a_feed_that_somebody_else_signed_is_forged(vendor: Vendor) -> None:
    data = feed()
    with pytest.raises(UpdateTrouble) as caught:
        genuine(data, Vendor().seal(data), vendor.offer())
    assert fault(caught) is UpdateFault.FORGED


def test_a_key_is_exchanged_without_losing_a_till(vendor: Vendor) -> None:
    data = feed()
    both = vendor.seal(data, 0, 1)
    old, new = vendor.offer(known=1), Vendor(keys=[vendor.keys[1]]).offer()
    overlapping = vendor.offer(known=2)
    assert [genuine(data, both, each).sequence for each in (old, new, overlapping)] == [7, 7, 7]
    # Once the old key is gone, only who knows the new one goes on.
    assert genuine(data, vendor.seal(data, 1), overlapping).sequence == 7
    with pytest.raises(UpdateTrouble):
        genuine(data, vendor.seal(data, 1), old)


@given(st.binary(max_size=200))
def test_no_bytes_whatever_are_a_signature(seal: bytes) -> None:
    assert not is_sealed(b"feed", seal, [public_key(bytes(range(32)))])


def test_a_feed_that_expired_is_not_acted_on(vendor: Vendor) -> None:
    read = read_feed(feed(days=30))
    refuse_stale(read, now=NOON + timedelta(days=30, seconds=-1), seen=0)
    with pytest.raises(UpdateTrouble) as caught:
        refuse_stale(read, now=NOON + timedelta(days=30), seen=0)
    assert fault(caught) is UpdateFault.EXPIRED


def test_a_feed_older_than_one_seen_before_is_not_acted_on() -> None:
    read = read_feed(feed(sequence=7))
    refuse_stale(read, now=NOON, seen=7)
    with pytest.raises(UpdateTrouble) as caught:
        refuse_stale(read, now=NOON, seen=8)
    assert fault(caught) is UpdateFault.OLDER


@pytest.mark.parametrize(
    "said",
    [release("0.1.0"), release("0.0.9"), release("0.2.0", data=5), release("0.2.0", artefact(b"x", "https://v/x", arch="arm"))],
)
def test_what_is_not_newer_or_not_for_this_till_is_no_update(vendor: Vendor, said: dict[str, Any]) -> None:
    assert newer(read_feed(feed(said)), vendor.offer(), arch=ARCH, than=HERE, data=6) is None


def test_one_goes_back_to_the_release_before_and_to_no_other(vendor: Vendor) -> None:
    read = read_feed(feed(release("0.3.0"), release("0.1.0"), release("0.2.0")))
    found = before(read, vendor.offer(), arch=ARCH, version=Version(0, 3, 0))
    assert found is not None
    assert found[0].version == Version(0, 2, 0)
    assert before(read, vendor.offer(), arch=ARCH, version=Version(0, 1, 0)) is None


def test_what_a_later_vendor_adds_is_passed_over() -> None:
    flatpak = {"kind": "flatpak", "arch": 7}
    said = release("0.2.0", flatpak, artefact(b"x", "https://v.example/x"), mood="good")
    (read,) = read_feed(feed(said, colour="blue")).releases
    assert [each.kind for each in read.artefacts] == [Kind.RUN]


FILE = artefact(b"x", "https://v.example/x")
BAD = {
    "http": release("0.2.0", FILE | {"url": "http://v.example/x"}),
    "password": release("0.2.0", FILE | {"url": "https://me:secret@v.example/x"}),
    "file url": release("0.2.0", FILE | {"url": "file:///etc/passwd"}),
    "blank in url": release("0.2.0", FILE | {"url": "https://v.example/a b"}),
    "size 0": release("0.2.0", FILE | {"size": 0}),
    "size true": release("0.2.0", FILE | {"size": True}),
    "size text": release("0.2.0", FILE | {"size": "12"}),
    "size endless": release("0.2.0", FILE | {"size": 2**40}),
    "short hash": release("0.2.0", FILE | {"sha256": "ab"}),
    "capital hash": release("0.2.0", FILE | {"sha256": "AB" * 32}),
    "arch path": release("0.2.0", FILE | {"arch": "../x"}),
    "two files": release("0.2.0", FILE, FILE),
    "version": release("0.2"),
    "version letters": release("0.2.0rc1"),
    "version digits": release("0.٢.0"),
    "data": release("0.2.0", data=0),
    "notes": release("0.2.0", notes={"en": 1}),
    "no notes": release("0.2.0", notes=None),
    "moment": release("0.2.0", published="yesterday"),
    "a day that is none": release("0.2.0", published="2026-02-30T00:00:00Z"),
    "artefacts": release("0.2.0", artefacts={"deb": 1}),
}


@pytest.mark.parametrize("said", BAD.values(), ids=BAD)
def test_a_release_that_makes_no_sense_is_refused_with_the_reason(said: dict[str, Any]) -> None:
    with pytest.raises(UpdateTrouble) as caught:
        read_feed(feed(said))
    assert fault(caught) is UpdateFault.UNREADABLE
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b'{"schema": 1, "schema": 1}',
        feed(schema=2),
        feed(sequence=0),
        feed(releases="none"),
        feed(days=0),
        feed(release("0.2.0"), release("0.2.0")),
        feed(expires="2026-11-27 12:00"),
        feed(*(release(f"0.2.{n}") for n in range(201))),
        feed(filler="x" * FEED_CAP_BYTES),
    ],
)
def test_a_feed_that_makes_no_sense_is_refused_with_the_reason(data: bytes) -> None:
    with pytest.raises(UpdateTrouble) as caught:
        read_feed(data)
    assert fault(caught) is UpdateFault.UNREADABLE


def test_versions_are_ordered_by_their_numbers() -> None:
    texts = ["0.9.0", "0.10.0", "1.0.0", "0.0.10", "0.0.9"]
    assert [str(each) for each in sorted(map(version, texts))] == ["0.0.9", "0.0.10", "0.9.0", "0.10.0", "1.0.0"]
