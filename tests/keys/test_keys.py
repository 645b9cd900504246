"""Keys without a system: the session's memory, remembering, and back-ends that misbehave."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from keyring.backend import KeyringBackend

from pos_app.keys import KeyName, Questions, RememberedKeys, SessionKeys, SystemKeys
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret
from tests.window.waiting import wait_until

TEXT = "s3cr3t"


class Forgetful(KeyringBackend):
    """Takes what it is given and keeps something else, as a keyring with a limit on lengths does."""

    priority = 0

    def __init__(self, kept: str | None) -> None:
        self._kept = kept

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Talkative(KeyringBackend):
    """Fails, and quotes what it was given."""

    priority = 0

    def __init__(self) -> None:
        self._stores: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        try:
            self._stores[password] += password
        except KeyError as error:
            raise ValueError(f"cannot store {password!r}") from error


@pytest.mark.parametrize("kept", [None, "", "s3cr3", "S3CR3T", "s3cr3t "])
def test_a_keyring_that_keeps_something_else_is_found_out_at_once(kept: str | None) -> None:
    with pytest.raises(KeyringTrouble, match="did not keep the key it was given"):
        SystemKeys(Forgetful(kept), "till-1").put(KeyName.APP_KEY, Secret(TEXT))


def test_what_goes_wrong_in_a_keyring_does_not_carry_the_key_further() -> None:
    with pytest.raises(KeyringTrouble) as told:
        SystemKeys(Talkative(), "till-1").put(KeyName.APP_KEY, Secret(TEXT))
    assert str(told.value) == "The system keyring cannot be written to: it is locked or does not answer (ValueError)."
    assert (told.value.__cause__, told.value.__context__) == (None, None)
    # Only what pos_app itself holds: this very test knows the text, too.
    frames = [line for line in traceback.walk_tb(told.value.__traceback__) if "pos_app" in line[0].f_code.co_filename]
    shown = "".join(traceback.StackSummary.extract(frames, capture_locals=True).format())
    assert "doing = 'written to'" in shown
    assert TEXT not in shown


def test_keys_of_a_session_are_kept_in_memory_only_as_long_as_it_lasts() -> None:
    given = {KeyName.APP_KEY: Secret("a")}
    keys = SessionKeys(given)
    keys.put(KeyName.CRM_KEY, Secret("c"))
    keys.forget(KeyName.APP_KEY)
    keys.forget(KeyName.APP_KEY)
    assert [keys.get(name) for name in KeyName] == [None, Secret("c"), None, None]
    assert keys.place == "memory of this session"
    assert given == {KeyName.APP_KEY: Secret("a")}, "the caller's own are left alone"
    assert SessionKeys().get(KeyName.CRM_KEY) is None


class Counting(SessionKeys):
    """Counts how often it is asked."""

    asked = 0

    def get(self, name: KeyName) -> Secret | None:
        self.asked += 1
        return super().get(name)


def test_many_threads_ask_the_keyring_once() -> None:
    keys = Counting({KeyName.APP_KEY: Secret(TEXT)})
    remembered = RememberedKeys(keys)
    together = threading.Barrier(8)

    def read() -> Secret | None:
        together.wait(10)
        return remembered.get(KeyName.APP_KEY)

    with ThreadPoolExecutor(8) as readers:
        answers = [reader.result(10) for reader in [readers.submit(read) for _ in range(8)]]
    assert answers == [Secret(TEXT)] * 8
    assert keys.asked == 1


def test_a_question_in_time_is_answered_and_a_failed_one_makes_room_for_the_next() -> None:
    questions = Questions(patience_s=10)

    def fails() -> str:
        raise OSError("the bus went away")

    for _ in range(3):
        with pytest.raises(KeyringTrouble, match=r"cannot be read from: .*\(OSError\)"):
            questions.ask(fails, "read from")
        assert questions.ask(lambda: "answer", "read from") == "answer"


def test_questions_are_put_one_at_a_time() -> None:
    questions = Questions(patience_s=10)
    inside, most, counting = 0, 0, threading.Lock()

    def question() -> None:
        nonlocal inside, most
        with counting:
            inside += 1
            most = max(most, inside)
        threading.Event().wait(0.005)
        with counting:
            inside -= 1

    with ThreadPoolExecutor(8) as askers:
        for asked in [askers.submit(questions.ask, question, "read from") for _ in range(16)]:
            asked.result(10)
    assert most == 1


def test_an_answer_that_comes_late_frees_the_way_for_the_next_question() -> None:
    questions, dialog = Questions(patience_s=0.05), threading.Event()

    def unlock() -> str:
        assert dialog.wait(10)
        return "late"

    def soon(call: Callable[[], str]) -> str | None:
        try:
            return questions.ask(call, "read from")
        except KeyringTrouble as trouble:
            assert "waits for somebody to unlock it" in str(trouble)  # noqa: PT017 - either answer is looked at
            return None

    assert soon(unlock) is None
    assert soon(lambda: "not asked") is None
    dialog.set()
    assert wait_until(lambda: soon(lambda: "asked"), what="the next answer") == "asked"
