"""The disk in memory is as unkind as it says, and no unkinder."""

from __future__ import annotations

from random import Random

import pytest

from tests.faults.model_disk import SECTOR, File, Folder, Mood
from tests.faults.model_vfs import ModelVfs, Power

OLD, NEW = b"o" * (3 * SECTOR), b"n" * (3 * SECTOR)


def written_over() -> File:
    file = File()
    file.write(0, OLD)
    file.flush()
    file.write(0, NEW)
    return file


def survivors(file: File, mood: Mood) -> set[bytes]:
    return {bytes(file.survivor(Random(seed), mood)) for seed in range(300)}


def test_each_sector_that_was_not_flushed_is_old_or_new_by_itself() -> None:
    torn = survivors(written_over(), Mood.ANY)
    assert len(torn) == 8
    assert {each[at : at + SECTOR] for each in torn for at in (0, SECTOR, 2 * SECTOR)} == {b"o" * SECTOR, b"n" * SECTOR}


def test_writes_that_arrive_in_order_stop_at_a_sector() -> None:
    assert {each.count(b"n") // SECTOR for each in survivors(written_over(), Mood.FIRST)} == {0, 1, 2, 3}


@pytest.mark.parametrize("mood", Mood)
def test_what_was_flushed_survives(mood: Mood) -> None:
    file = written_over()
    file.flush()
    assert survivors(file, mood) == {NEW}


def test_bytes_beside_those_that_were_written_are_never_touched() -> None:
    file = File()
    file.write(0, OLD)
    file.flush()
    file.write(100, b"n" * 10)
    assert survivors(file, Mood.ANY) == {OLD, OLD[:100] + b"n" * 10 + OLD[110:]}


def test_a_file_that_grew_may_have_grown_without_what_was_written() -> None:
    file = File()
    file.write(0, NEW)
    left = survivors(file, Mood.ANY)
    assert {len(each) for each in left} == {0, len(NEW)}
    assert any(bytes(SECTOR) in each for each in left)


def test_a_file_that_shrank_may_be_as_long_as_before() -> None:
    file = File()
    file.write(0, OLD)
    file.flush()
    file.truncate(SECTOR)
    assert {b"o" * SECTOR, OLD} <= survivors(file, Mood.ANY)


def test_a_flush_that_failed_is_not_made_good_by_the_next_one() -> None:
    left = set()
    for seed in range(50):
        file = written_over()
        file.fail_to_flush(Random(seed))
        file.flush()
        assert bytes(file.now) == NEW
        left.add(bytes(file.flushed))
    assert {OLD, NEW} < left


@pytest.mark.parametrize("flushed", [True, False])
def test_a_file_that_was_made_or_deleted_is_surely_so_only_after_the_folder_was_flushed(flushed: bool) -> None:
    found = set()
    for seed in range(50):
        folder = Folder.holding({"old": bytearray(b"1")})
        folder.enter("new", File())
        folder.enter("old", None)
        if flushed:
            folder.flush()
        found.add(frozenset(folder.after_a_cut(Random(seed)).flushed))
    assert found == ({frozenset({"new"})} if flushed else {frozenset(each) for each in ((), ("old",), ("new",), ("old", "new"))})


def test_a_disk_that_lied_to_one_till_is_honest_to_the_next(vfs: ModelVfs) -> None:
    for lies in ({"lies_about_flushing": True}, {}):
        folder = Folder()
        vfs.start(folder, Power(Random(0)), **lies)
        folder.enter("new", File())
        vfs.flush_folder()
        assert ("new" in folder.flushed) is not bool(lies)
