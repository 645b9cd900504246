"""Reads that lost keys on their way, to a key that hangs or to another window: never another card, at worst a second swipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pos_app.reader import Keystroke, ScanKind
from pos_app.reader.policy import ReadPolicy

if TYPE_CHECKING:
    from tests.reader.wedge import Desk, Keyboard

NUMBER = "7862374687"
TRACK = f";{NUMBER}=25121010000?\r"
BARE = f"{NUMBER}\r"
CARD = (ScanKind.CARD, NUMBER)
HARMLESS = {CARD, (ScanKind.INCOMPLETE, "")}
FIRST_REPEAT_MS, NEXT_REPEAT_MS = 660, 40


def reads(desk: Desk) -> set[tuple[ScanKind, str]]:
    policy = ReadPolicy()
    return {(scan.kind, scan.value) for read in desk.reads if (scan := policy.understand(read)) is not None}


def hanging(strokes: list[Keystroke], place: int, held_ms: int) -> list[Keystroke]:
    """The press at this place repeats until it is let go, and all that follows comes later; as X11 tells it."""
    presses = [at for at, stroke in enumerate(strokes) if stroke.down and stroke.us_text]
    held = presses[place]
    press, release = strokes[held], strokes[held + 1]
    repeats = [
        stroke._replace(t_ms=press.t_ms + late_ms)
        for late_ms in range(FIRST_REPEAT_MS, held_ms, NEXT_REPEAT_MS)
        for stroke in (release, press)
    ]
    return [*strokes[: held + 1], *repeats, *(stroke._replace(t_ms=stroke.t_ms + held_ms) for stroke in strokes[held + 1 :])]


@pytest.mark.parametrize("held_ms", [300, 900, 1500])
@pytest.mark.parametrize("editing", [True, False])
@pytest.mark.parametrize("text", [TRACK, BARE])
def test_a_key_that_hangs_makes_no_other_card(
    new_desk: type[Desk], keyboard: Keyboard, text: str, editing: bool, held_ms: int
) -> None:
    for place in range(len(text) - 1):
        if keyboard.is_dead(keyboard.wedge(text[place])[-1].code, shift=False):
            continue
        desk = new_desk(editing=editing).feed(hanging(keyboard.wedge(text), place, held_ms)).quiet()
        assert reads(desk) <= HARMLESS, place


@pytest.mark.parametrize("gap_ms", [2, 8, 20])
@pytest.mark.parametrize("text", [TRACK, BARE])
def test_what_was_dropped_while_the_keyboard_moved_to_another_window_makes_no_other_card(
    new_desk: type[Desk], keyboard: Keyboard, text: str, gap_ms: int
) -> None:
    strokes = keyboard.wedge(text, gap_ms=gap_ms)
    for first in range(0, len(strokes), 2):
        for after in range(first + 2, len(strokes), 4):
            desk = new_desk().feed(strokes[:first])
            desk.perform(desk.machine.interrupt(strokes[after - 1].t_ms))
            desk.feed(strokes[after:]).quiet()
            assert reads(desk) <= HARMLESS, (first, after)


def test_a_read_that_was_whole_before_the_keyboard_moved_is_kept(new_desk: type[Desk], keyboard: Keyboard) -> None:
    desk = new_desk().feed(keyboard.wedge(TRACK))
    desk.perform(desk.machine.interrupt(desk.machine.deadline_ms or 0))
    assert reads(desk.quiet()) == {CARD}


def test_a_swipe_in_a_window_that_has_been_there_for_a_while_is_a_card(new_desk: type[Desk], keyboard: Keyboard) -> None:
    desk = new_desk()
    desk.perform(desk.machine.interrupt(10_000))
    desk.feed(keyboard.wedge(BARE, at_ms=10_150)).quiet()
    assert reads(desk) == {CARD}
