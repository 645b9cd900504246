"""A locked keyring is trouble, and never "there is no key"; and a dialog that nobody answers holds nobody for ever."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from tests.keys.desktop import Desktop

NewDesktop = Callable[..., Desktop]

PUT = """
from pos_app.keys import KeyName, system_keys
from pos_app.loyalty.secret import Secret
system_keys("till-1").put(KeyName.APP_KEY, Secret("s3cr3t"))
"""

ASK = """
import sys, time, traceback
from pos_app.keys import KeyName, system_keys
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret

keys = system_keys("till-1")

def told(question):
    try:
        line = str(question())
    except KeyringTrouble as trouble:
        shown = "".join(traceback.TracebackException.from_exception(trouble, capture_locals=True).format())
        assert "s3cr3t" not in shown + repr(trouble)
        line = str(trouble)
    # One write: print() makes two, and threads come between them.
    sys.stdout.write(line + "\\n")
"""

IMPATIENT = """
from dataclasses import replace
from pos_app.keys import Questions
keys = replace(keys, questions=Questions(patience_s=0.5))
"""
GET = "told(lambda: keys.get(KeyName.APP_KEY))\n"
REPLACE = 'told(lambda: keys.put(KeyName.APP_KEY, Secret("other s3cr3t")))\n'
FORGET = "told(lambda: keys.forget(KeyName.APP_KEY))\n"

LOCKED = "The system keyring cannot be {}: it is locked or does not answer (KeyringLocked).\n"
WAITS = "The system keyring cannot be {}: it waits for somebody to unlock it.\n"


@pytest.fixture
def desktop(new_desktop: NewDesktop) -> Desktop:
    """With a key of till-1 in its keyring, unlocked."""
    made = new_desktop()
    made.python(PUT)
    return made


def test_locked_is_not_the_same_as_no_key(desktop: Desktop) -> None:
    """With nothing on the bus to show a dialog, the keyring says at once that it is locked."""
    assert desktop.python(ASK + GET) == "Secret(•••)\n"
    desktop.lock()
    assert desktop.python(ASK + GET + REPLACE + FORGET) == "".join(map(LOCKED.format, ("read from", "written to", "read from")))
    desktop.unlock()
    assert desktop.python(ASK + GET) == "Secret(•••)\n"


def test_a_dialog_that_nobody_answers_holds_nobody_for_ever(desktop: Desktop) -> None:
    desktop.lock()
    with desktop.unanswered_dialog():
        # That the program ended in time is half of what is tested here: the question itself still waits.
        assert desktop.python(ASK + IMPATIENT + GET + GET + REPLACE) == "".join(
            map(WAITS.format, ("read from", "read from", "written to"))
        )


AT_ONCE = """
begun = time.monotonic()
told(lambda: keys.get(KeyName.APP_KEY))
asked_once = time.monotonic()
for _ in range(50):
    told(lambda: keys.get(KeyName.APP_KEY))
print("patient", asked_once - begun >= 0.5, "then at once", time.monotonic() - asked_once < 0.5)
"""


def test_while_the_dialog_is_open_everybody_else_is_told_at_once_and_gets_no_second_dialog(desktop: Desktop) -> None:
    desktop.lock()
    with desktop.unanswered_dialog():
        lines = desktop.python(ASK + IMPATIENT + AT_ONCE).splitlines()
    assert lines[-1] == "patient True then at once True"
    assert lines[:-1] == [WAITS.format("read from").strip()] * 51


MANY = """
from concurrent.futures import ThreadPoolExecutor
from pos_app.keys import RememberedKeys
remembered = RememberedKeys(keys)
with ThreadPoolExecutor(8) as readers:
    for _ in range(8):
        readers.submit(told, lambda: remembered.get(KeyName.APP_KEY))
"""


def test_a_pool_of_readers_comes_to_an_end(desktop: Desktop) -> None:
    """The window closes its pool when it closes; one reader that never came back would keep the program alive."""
    desktop.lock()
    with desktop.unanswered_dialog():
        assert desktop.python(ASK + IMPATIENT + MANY) == WAITS.format("read from") * 8


ASK_AGAIN = """
import threading
told(lambda: keys.get(KeyName.APP_KEY))
sys.stdout.flush()
sys.stdin.readline()
end = time.monotonic() + 10
while time.monotonic() < end:
    try:
        print(keys.get(KeyName.APP_KEY))
        break
    except KeyringTrouble:
        threading.Event().wait(0.02)
"""


def test_once_the_dialog_is_gone_the_next_question_is_answered(desktop: Desktop) -> None:
    desktop.lock()
    pipe = subprocess.PIPE
    with ExitStack() as dialog:
        dialog.enter_context(desktop.unanswered_dialog())
        with subprocess.Popen(
            [sys.executable, "-c", ASK + IMPATIENT + ASK_AGAIN], env=desktop.environment, stdin=pipe, stdout=pipe
        ) as till:
            assert till.stdout is not None
            assert till.stdout.readline().decode() == WAITS.format("read from")
            desktop.unlock()
            dialog.close()
            answer, _ = till.communicate(b"the dialog is gone\n", timeout=20)
    assert answer.decode() == "Secret(•••)\n"


def test_a_keyring_that_nobody_ever_made_is_trouble_and_not_an_empty_one(new_desktop: NewDesktop) -> None:
    desktop = new_desktop(unlocked=False)
    trouble = "The system keyring cannot be {}: it is locked or does not answer (InitError).\n"
    assert desktop.python(ASK + GET + REPLACE) == trouble.format("read from") + trouble.format("written to")
