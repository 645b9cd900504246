"""One program asks, the one that has the till open answers: over a real socket in a real folder."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pos_app.fronts import sockets
from pos_app.fronts.caller import Nothing, OtherVersion
from pos_app.fronts.listener import MOST_AT_ONCE
from pos_app.fronts.messages import Answer
from tests.fronts.conftest import CALL_ID, Holder, ask


def test_what_is_asked_arrives_and_what_is_answered_comes_back(holder: Holder, tmp_path: Path) -> None:
    assert ask(tmp_path, "find", query="Novák", json=True, timeout=None) == Answer(code=3, out="find ž\n")
    (request,) = holder.asked
    assert (request.command, request.call_id, request.arguments) == (
        "find",
        CALL_ID,
        {"query": "Novák", "json": True, "timeout": None},
    )


def test_nobody_takes_the_call_in_an_empty_folder_or_none_at_all(tmp_path: Path) -> None:
    assert ask(tmp_path) is Nothing.NOT_TAKEN
    assert ask(tmp_path / "none") is Nothing.NOT_TAKEN


def test_who_cannot_do_it_sends_the_caller_elsewhere(holder: Holder, tmp_path: Path) -> None:
    assert ask(tmp_path, "elsewhere") is Nothing.NOT_TAKEN


def test_the_socket_is_its_owners_alone_and_gone_when_the_door_closes(holder: Holder, tmp_path: Path) -> None:
    sign = tmp_path / sockets.NAME
    assert stat.S_IMODE(sign.stat().st_mode) == 0o600
    holder.close()
    assert not sign.exists()
    assert ask(tmp_path) is Nothing.NOT_TAKEN


def test_a_socket_that_a_killed_program_left_is_answered_by_nobody_and_replaced(
    new_holder: Callable[..., Holder], tmp_path: Path
) -> None:
    if os.fork() == 0:
        sockets.SocketDoor(tmp_path)
        os._exit(0)
    os.wait()
    assert (tmp_path / sockets.NAME).is_socket()
    assert ask(tmp_path) is Nothing.NOT_TAKEN
    new_holder()
    assert isinstance(ask(tmp_path), Answer)


@pytest.mark.parametrize("what", ["file", "link"])
def test_something_else_in_the_sockets_place_is_replaced(new_holder: Callable[..., Holder], tmp_path: Path, what: str) -> None:
    kept = tmp_path / "kept"
    kept.write_text("kept")
    sign = tmp_path / sockets.NAME
    if what == "file":
        sign.write_text("x")
    else:
        sign.symlink_to(kept)
    assert ask(tmp_path) is Nothing.NOT_TAKEN
    new_holder()
    assert isinstance(ask(tmp_path), Answer)
    assert kept.read_text() == "kept"


def test_a_folder_too_deep_for_a_sockets_path_serves_all_the_same(new_holder: Callable[..., Holder], tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*("a folder with a long name, and žluťoučký" for _ in range(8)))
    deep.mkdir(parents=True)
    assert len(os.fsencode(deep)) > 300
    holder = new_holder(deep)
    assert isinstance(ask(deep), Answer)
    assert [each.name for each in deep.iterdir()] == [sockets.NAME]
    holder.close()
    assert list(deep.iterdir()) == []


def test_another_version_is_told_to_start_the_window_again(new_holder: Callable[..., Holder], tmp_path: Path) -> None:
    holder = new_holder(version="0.0.9")
    with pytest.raises(OtherVersion, match=r"0\.0\.9.*close the till's window and start it again"):
        ask(tmp_path)
    assert holder.asked == []


def test_another_version_without_a_window_is_waited_for(new_holder: Callable[..., Holder], tmp_path: Path) -> None:
    new_holder(version="0.0.9", window=False)
    assert ask(tmp_path) is Nothing.NOT_TAKEN


def test_calls_are_answered_side_by_side(holder: Holder, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(ask, tmp_path, "slow")
        assert holder.begun.wait(10)
        assert isinstance(ask(tmp_path), Answer)
        assert not slow.done()
        holder.going_on.set()
        assert isinstance(slow.result(10), Answer)


def test_more_calls_than_are_taken_at_once_are_turned_away_and_may_come_again(holder: Holder, tmp_path: Path) -> None:
    callers = MOST_AT_ONCE + 8
    with ThreadPoolExecutor(callers) as pool:
        asked = [pool.submit(ask, tmp_path, "slow") for _ in range(callers)]
        turned_away = 0
        while turned_away < 8:
            turned_away = sum(each.done() for each in asked)
            threading.Event().wait(0.01)
        assert {each.result() for each in asked if each.done()} == {Nothing.NOT_TAKEN}
        holder.going_on.set()
        assert sum(isinstance(each.result(10), Answer) for each in asked) == MOST_AT_ONCE
    assert isinstance(ask(tmp_path), Answer)


def test_a_bug_costs_its_own_call_only(holder: Holder, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    answer = ask(tmp_path, "bug")
    assert isinstance(answer, Answer)
    assert (answer.code, "went wrong" in answer.err) == (1, True)
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    assert isinstance(ask(tmp_path), Answer)


def test_closing_lets_what_is_in_progress_end(holder: Holder, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(ask, tmp_path, "slow")
        assert holder.begun.wait(10)
        closing = pool.submit(holder.close, grace_s=30.0)
        while (tmp_path / sockets.NAME).exists():
            threading.Event().wait(0.01)
        assert ask(tmp_path) is Nothing.NOT_TAKEN
        holder.going_on.set()
        assert isinstance(slow.result(10), Answer)
        closing.result(10)


def test_closing_cuts_off_what_takes_too_long_and_says_it_may_have_been_done(holder: Holder, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(ask, tmp_path, "slow")
        assert holder.begun.wait(10)
        holder.close(grace_s=0.05)
        assert slow.result(10) is Nothing.CUT_OFF


def test_closing_twice_is_closing_once(holder: Holder) -> None:
    holder.close()
    holder.close()


def test_an_answer_of_many_megabytes_comes_whole(new_holder: Callable[..., Holder], tmp_path: Path) -> None:
    long = "žx" * 4_000_000
    new_holder(says=long)
    answer = ask(tmp_path)
    assert isinstance(answer, Answer)
    assert answer.out == f"find {long}\n"


def test_an_argument_that_json_has_no_form_for_is_a_bug_here_not_there(holder: Holder, tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        ask(tmp_path, "find", query=Path())
    assert holder.asked == []
