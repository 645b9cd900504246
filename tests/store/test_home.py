"""A folder that was moved, copied, or put back from an old copy is found out, and one that was not never is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.loyalty.decision import Action
from pos_app.loyalty.sale import PostingState
from pos_app.store.here import Here, here
from pos_app.store.home import Held, NotFitting, Settled, Word
from pos_app.store.marks import Marker, Marks
from pos_app.store.recovery import recover
from pos_app.store.till_store import TillStore
from tests.store.shop import fresh_id, minutes, one_posting

COMPUTER, ANOTHER = "computer", "another computer"


def new_id() -> str:
    return fresh_id().replace("-", "")


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "state")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "till"
    made.mkdir()
    return made


@contextmanager
def at_home(folder: Path, marks: Marks, *, machine: str = COMPUTER) -> Iterator[TillStore]:
    """A till open in ``folder``, as the program opens it."""
    store = TillStore.open(folder / "till.db")
    try:
        store.home.settle_in(here(folder, machine=machine), marks, new_id=new_id)
        marker = Marker(marks, store.home.mark)
        yield store
        marker.close()
    finally:
        store.close()


def sell(store: TillStore) -> str:
    sale, postings = one_posting()
    store.save_sale(sale, postings)
    return postings[0].transaction_id


def said(store: TillStore, word: Word, folder: Path, *, machine: str = COMPUTER) -> Settled:
    return store.home.decide(
        word, who="Eva", reason="a new computer", at=here(folder, machine=machine), now=minutes(9), new_id=new_id
    )


def state(store: TillStore, transaction_id: str) -> PostingState:
    return store.posting(transaction_id).state


# No false alarm


def test_a_till_that_stays_where_it_is_is_never_held(folder: Path, marks: Marks) -> None:
    for _ in range(3):
        with at_home(folder, marks) as store:
            assert store.home.held is Held.NO
            sell(store)
    recover(folder / "till.db")
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO


def test_a_till_killed_before_its_mark_was_written_is_not_held(folder: Path, marks: Marks) -> None:
    with at_home(folder, marks) as store:
        sell(store)
    store = TillStore.open(folder / "till.db")
    sell(store)
    store.close()
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO


def test_a_renamed_folder_is_the_same_folder(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sell(store)
    renamed = folder.rename(tmp_path / "another name")
    for _ in range(2):
        with at_home(renamed, marks) as store:
            assert store.home.held is Held.NO
            sell(store)


def test_a_folder_moved_to_another_disk_of_this_computer_is_at_home_there(folder: Path, marks: Marks, tmp_path: Path) -> None:
    """The newest data is there, and nothing is left where it was."""
    with at_home(folder, marks) as store:
        sell(store)
    shutil.copytree(folder, tmp_path / "elsewhere")
    shutil.rmtree(folder)
    for _ in range(2):
        with at_home(tmp_path / "elsewhere", marks) as store:
            assert store.home.held is Held.NO


def test_a_lost_state_folder_stops_no_till(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sell(store)
    shutil.rmtree(tmp_path / "state")
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO


@pytest.mark.parametrize("text", ["", "{", "[]", '{"life": 1}', '{"life": "x", "n": "1", "hash": "", "folder": ""}', "\x00" * 9])
def test_a_broken_mark_stops_no_till(folder: Path, marks: Marks, tmp_path: Path, text: str) -> None:
    with at_home(folder, marks) as store:
        sell(store)
    (mark,) = (tmp_path / "state").iterdir()
    mark.write_text(text)
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO


def test_a_computer_that_does_not_say_which_it_is_is_believed(folder: Path, marks: Marks) -> None:
    for machine in ("", COMPUTER, "", COMPUTER):
        with at_home(folder, marks, machine=machine) as store:
            assert store.home.held is Held.NO


def test_a_state_folder_that_takes_nothing_stops_no_till(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for _ in range(2):
        with at_home(folder, Marks(tmp_path / "file")) as store:
            assert store.home.held is Held.NO


# What is found


def test_a_copy_on_this_computer_is_held_and_the_original_is_not(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sell(store)
    shutil.copytree(folder, tmp_path / "copy")
    with at_home(tmp_path / "copy", marks) as store:
        assert store.home.held is Held.ELSEWHERE
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO


def test_a_folder_taken_to_another_computer_is_held_until_somebody_says_so(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sold = sell(store)
    theirs = Marks(tmp_path / "their state")
    for _ in range(2):
        with at_home(folder, theirs, machine=ANOTHER) as store:
            assert store.home.held is Held.ELSEWHERE
    with at_home(folder, theirs, machine=ANOTHER) as store:
        later = sell(store)
        # Nobody can say from here whether the other place delivered it meanwhile.
        assert said(store, Word.MOVED, folder, machine=ANOTHER) == Settled(was=Held.ELSEWHERE, in_doubt=1)
        assert (state(store, sold), state(store, later)) == (PostingState.UNKNOWN, PostingState.WAITING)
        assert store.home.held is Held.NO
        assert store.counts().waiting == 2
    with at_home(folder, theirs, machine=ANOTHER) as store:
        assert store.home.held is Held.NO
        assert store.snapshot(between=lambda: None).verify().whole


def test_an_old_copy_put_back_is_found_out_and_all_that_is_open_in_it_is_in_doubt(
    folder: Path, marks: Marks, tmp_path: Path
) -> None:
    with at_home(folder, marks) as store:
        sold = sell(store)
    shutil.copytree(folder, tmp_path / "old")
    with at_home(folder, marks) as store:
        lost = sell(store)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "old", folder)
    for _ in range(2):
        with at_home(folder, marks) as store:
            assert store.home.held is Held.OLDER
    with at_home(folder, marks) as store:
        later = sell(store)
        for word in (Word.MOVED, Word.COPY):
            with pytest.raises(NotFitting):
                said(store, word, folder)
        assert said(store, Word.RESTORED, folder) == Settled(was=Held.OLDER, in_doubt=1)
        assert (state(store, sold), state(store, later)) == (PostingState.UNKNOWN, PostingState.WAITING)
        assert store.posting(sold).first_sent_at is not None
        assert len({sold, lost, later}) == 3
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO
        assert store.snapshot(between=lambda: None).verify().whole


def test_a_copy_leaves_what_is_open_to_the_original_and_is_another_till(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sold = [sell(store), sell(store)]
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    with at_home(copy, marks) as store:
        later = sell(store)
        assert said(store, Word.COPY, copy) == Settled(was=Held.ELSEWHERE, left=2)
        assert [state(store, each) for each in sold] == [PostingState.APPLIED] * 2
        assert [each.transaction_id for each in store.due(limit=9, excluding=set())] == [later]
        (decided,) = store.decisions(sold[0])
        assert (decided.decision.action, decided.decision.who) == (Action.ALREADY_THERE, "Eva")
        assert "a new computer" in decided.decision.reason
        assert store.counts().waiting == 1
    with at_home(copy, marks) as store:
        assert store.home.held is Held.NO
        assert store.snapshot(between=lambda: None).verify().whole
    with at_home(folder, marks) as store:
        assert store.home.held is Held.NO
        assert [state(store, each) for each in sold] == [PostingState.WAITING] * 2
    assert len(list((tmp_path / "state").iterdir())) == 2


def test_the_old_place_is_held_once_somebody_said_that_the_data_was_moved(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sold = sell(store)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    with at_home(copy, marks) as store:
        # Nothing happened at the old place since: there is nothing to doubt.
        assert said(store, Word.MOVED, copy) == Settled(was=Held.ELSEWHERE)
        assert state(store, sold) is PostingState.WAITING
    with at_home(folder, marks) as store:
        assert store.home.held is Held.OLDER


def test_a_copy_from_before_a_recovery_is_an_old_copy(folder: Path, marks: Marks, tmp_path: Path) -> None:
    with at_home(folder, marks) as store:
        sell(store)
    shutil.copytree(folder, tmp_path / "old")
    recover(folder / "till.db")
    with at_home(folder, marks):
        pass
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "old", folder)
    with at_home(folder, marks) as store:
        assert store.home.held is Held.OLDER


def test_a_word_where_nothing_is_held_does_nothing(folder: Path, marks: Marks) -> None:
    with at_home(folder, marks) as store:
        sold = sell(store)
        assert said(store, Word.RESTORED, folder) == Settled(was=Held.NO)
        assert state(store, sold) is PostingState.WAITING


def test_neither_the_computers_id_nor_the_folders_name_is_kept_as_it_is(folder: Path, marks: Marks) -> None:
    with at_home(folder, marks, machine="d41d8cd98f00b204"):
        pass
    with closing(sqlite3.connect(folder / "till.db")) as conn:
        (text,) = conn.execute("SELECT value FROM fact WHERE name = 'home'").fetchone()
    assert "d41d8cd98f00b204" not in text
    assert str(folder) not in text


def test_this_computer_and_this_folder_can_be_told_and_asking_twice_tells_the_same(folder: Path) -> None:
    found = here(folder)
    assert found == here(folder)
    assert found.path
    assert found.folder
    assert here(folder / "not there") == Here(machine=found.machine, path=here(folder / "not there").path, folder="")
    assert replace(found, machine="x") == here(folder, machine="x")
