"""Readers, keyboards and windows that make it hard: locked keys, odd readers, a busy window, popups, a hung key, hostile codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from pos_app.reader.keys import CODE_SHIFT
from tests.reader.wedge import Keyboard
from tests.window.reader.bench import FOCUSES
from tests.window.reader.desk import Desk, at_every
from tests.window.reader.melody import CODE_CAPS_LOCK, CODE_NUM_LOCK, Melody, alt_code_swipe, swipe, typing

if TYPE_CHECKING:
    from tests.window.reader.desk import Outcome

NUMBER = "7862374687"
TRACK = f";{NUMBER}=25121010000?\r"
BOTH = f"%B{NUMBER}^DOE/JOHN^2512101?;{NUMBER}=2512101?\r"
BARE = f"{NUMBER}\r"
WORD = "%LOYAL786237?\r"
CARD = [("card", NUMBER)]
GAP_MS = 8.0
OTHER_WINDOW = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("Other")
field.textChanged.connect(lambda text: print("other", text, flush=True))
field.show()
app.exec()
"""


def keys(text: str, gap_ms: float = GAP_MS) -> Melody:
    return swipe(text, repeat(gap_ms))


def later(melody: Melody, after_ms: float) -> Melody:
    return [(at_ms + after_ms, code, down) for at_ms, code, down in melody]


def end_of(melody: Melody) -> float:
    return melody[-1][0]


def fresh(at: Desk, focus: str, melody: Melody) -> Outcome:
    """A new reader's keys at this focus."""

    def attempt() -> Outcome:
        at.tap()
        return at.at(focus).press(melody)

    return at.punctually(attempt)


def say(at: Desk, what: str, outcome: Outcome) -> str:
    return f"{at.layout}, {what}: {outcome.scans}, traces {outcome.traces}, late {outcome.late_ms:.1f}"


def check(five: list[Desk], outcomes: Callable[[Desk], Iterator[tuple[str, Outcome]]], read: list[tuple[str, str]] = CARD) -> None:
    """At every desk, each of these gave this read and left nothing behind."""

    def faults(at: Desk) -> list[str]:
        return [say(at, what, outcome) for what, outcome in outcomes(at) if outcome.read != read or not outcome.clean]

    found = [fault for faults in at_every(five, faults).values() for fault in faults]
    assert not found, "\n".join(found)


@contextmanager
def locked(at: Desk, code: int) -> Iterator[None]:
    toggle: Melody = [(0, code, True), (20, code, False)]
    at.keyboard.play(toggle)
    try:
        yield
    finally:
        at.keyboard.play(toggle)


@pytest.mark.parametrize("code", [CODE_CAPS_LOCK, CODE_NUM_LOCK], ids=["Caps Lock", "NumLock"])
def test_locked_keys_make_no_difference(five: list[Desk], code: int) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        with locked(at, code):
            for text in (TRACK, BOTH, BARE):
                for focus in ("search", "confirm"):
                    yield text, fresh(at, focus, keys(text))

    check(five, outcomes)


def test_capitals_stay_capitals_under_caps_lock(five: list[Desk]) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        with locked(at, CODE_CAPS_LOCK):
            for focus in ("search", "note", "guests"):
                yield focus, fresh(at, focus, keys(WORD))

    check(five, outcomes, [("card", "LOYAL786237")])


def test_a_reader_may_use_the_keypad_whatever_numlock_is(five: list[Desk]) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for focus in ("search", "guests"):
            yield f"off, {focus}", fresh(at, focus, swipe(BARE, repeat(GAP_MS), keypad=True))
        with locked(at, CODE_NUM_LOCK):
            yield "on", fresh(at, "search", swipe(TRACK, repeat(GAP_MS), keypad=True))

    check(five, outcomes)


@pytest.mark.parametrize("gap_ms", [3, 12])
def test_a_reader_may_type_alt_codes_and_opens_no_menu(five: list[Desk], gap_ms: float) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for text in (TRACK, BARE):
            for focus in ("search", "confirm", "basket"):
                yield f"{text!r} at {focus}", fresh(at, focus, alt_code_swipe(text, gap_ms))

    check(five, outcomes)


def test_a_reader_may_be_set_to_the_layout_of_the_computer(five: list[Desk]) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        keyboard = Keyboard(at.layout)
        for text in (TRACK, BARE, f"%{NUMBER}?\r"):
            places = [keyboard.place(char) for char in text]
            assert not any(keyboard.is_dead(code, shift=shift) for code, shift in places)  # nobody could see what it typed
            for focus in FOCUSES:
                yield f"{text!r} at {focus}", fresh(at, focus, swipe(text, repeat(GAP_MS), host=at.layout))

    check([at for at in five if at.layout in ("cz", "de", "fr")], outcomes)


@pytest.mark.parametrize("stall_ms", [150, 300, 600])
def test_a_window_that_is_busy_reads_the_card_all_the_same(five: list[Desk], stall_ms: int) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for focus in ("search", "confirm", "guests"):
            for text in (TRACK, BARE):

                def attempt(focus: str = focus, text: str = text) -> Outcome:
                    at.tap()
                    at.at(focus).order("busy", after_ms=30, ms=stall_ms)
                    return at.press(keys(text))

                yield f"{text!r} at {focus}", at.punctually(attempt)

    check(five, outcomes)


@pytest.mark.parametrize("stall_ms", [300, 600])
def test_typing_while_the_window_is_busy_is_no_scan(five: list[Desk], stall_ms: int) -> None:
    def faults(at: Desk) -> list[str]:
        at.at("search").order("busy", after_ms=150, ms=stall_ms)
        outcome = at.press(typing(BARE, at.layout, repeat((85.0, 95.0))))
        return [] if (outcome.scans, outcome.after["search"]) == ((), NUMBER) else [say(at, "typing", outcome)]

    assert not [fault for faults_ in at_every(five, faults).values() for fault in faults_]


@pytest.mark.parametrize("pause_ms", [8, 300])
def test_the_same_card_twice_is_one_card(five: list[Desk], pause_ms: float) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for text in (TRACK, BARE):
            first = keys(text)
            yield text, fresh(at, "search", first + later(first, end_of(first) + pause_ms))

    check(five, outcomes)


def test_two_cards_are_two_cards(five: list[Desk]) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        first, second = keys(TRACK), keys(";78374598987=25121010000?\r")
        yield "two", fresh(at, "confirm", first + later(second, end_of(first) + 300))

    check(five, outcomes, [("card", NUMBER), ("card", "78374598987")])


@pytest.mark.parametrize("end", ["\r\r", "\r\n", "\n", "\t"], ids=["Enter twice", "CR LF", "LF", "Tab"])
def test_a_read_may_end_in_any_way(five: list[Desk], end: str) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for text in (f";{NUMBER}?", NUMBER):
            for focus in ("search", "confirm"):
                yield f"{text!r} at {focus}", fresh(at, focus, keys(text + end))

    check(five, outcomes)


def hung(text: str, place: int) -> Melody:
    """The reader's keys, the one at this place held for 900 ms."""
    whole = keys(text)
    presses = [at for at, (_, code, down) in enumerate(whole) if down and code != CODE_SHIFT]
    held = presses[place]
    return [*whole[: held + 1], *later(whole[held + 1 :], 900)]


@pytest.mark.parametrize("text", [TRACK, BARE, BOTH])
@pytest.mark.parametrize("place", [3, 6])
def test_a_key_of_the_reader_that_hangs_makes_no_other_card(five: list[Desk], text: str, place: int) -> None:
    def faults(at: Desk) -> list[str]:
        outcome = fresh(at, "search", hung(text, place))
        harmless = {("incomplete", "")} | ({*CARD} if text is BOTH else set())  # its second track came whole
        return [] if {*outcome.read} <= harmless else [say(at, f"{text!r} hung", outcome)]

    assert not [fault for faults_ in at_every(five, faults).values() for fault in faults_]


def test_a_person_may_hold_a_key(five: list[Desk]) -> None:
    def faults(at: Desk) -> list[str]:
        found = []
        for code in (6, 39):  # 5 and ; on a US keyboard
            held: Melody = [(0, code, True), (1200, code, False)]
            at.tap(on=False)
            plain = at.at("search").press(held)
            at.tap()
            tapped = at.at("search").press(held)
            # X repeats by a clock of its own, so one more or less means nothing
            alike = abs(len(plain.after["search"]) - len(tapped.after["search"])) <= 2
            if tapped.scans or not alike or len(tapped.after["search"]) < 5:
                found.append(say(at, f"{code} held, {plain.traces} without the tap", tapped))
        return found

    assert not [fault for faults_ in at_every(five, faults).values() for fault in faults_]


def dialog_faults(at: Desk, focus: str, *, after_ms: int, allowed: tuple[list[tuple[str, str]], ...]) -> list[str]:
    found = []
    for text in (TRACK, BARE):
        at.tap()
        at.at("search").order("ask", focus=focus, after_ms=after_ms)
        if not after_ms:
            at.order("settle", quiet_ms=300)  # nobody answers a dialog that has just opened with a card
        outcome = at.press(keys(text, 12))
        left = at.order("dialog_text")["text"]
        undisturbed = outcome.dialog and not left and not outcome.happened and not outcome.after["search"]
        if outcome.read not in allowed or not undisturbed:
            found.append(f"{say(at, text, outcome)}, left in the dialog: {left!r}, dialog open: {outcome.dialog}")
    return found


@pytest.mark.parametrize("focus", ["edit", "ok"])
def test_a_modal_dialog_is_not_answered_by_a_card(five: list[Desk], focus: str) -> None:
    found = at_every(five, lambda at: dialog_faults(at, focus, after_ms=0, allowed=(CARD,)))
    assert not [fault for faults in found.values() for fault in faults]


@pytest.mark.parametrize("focus", ["edit", "ok"])
def test_a_card_that_a_dialog_cuts_in_two_is_no_other_card(five: list[Desk], focus: str) -> None:
    """Qt drops what is pressed between the opening of a modal dialog and the moment when the dialog has the keyboard."""
    found = at_every(five, lambda at: dialog_faults(at, focus, after_ms=80, allowed=(CARD, [("incomplete", "")], [])))
    assert not [fault for faults in found.values() for fault in faults]


@pytest.mark.parametrize("what", ["menu", "method", "completer", "context"])
def test_an_open_popup_is_not_moved_by_a_card(five: list[Desk], what: str) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for text in (TRACK, BARE, BOTH):
            at.tap()
            at.at("method" if what == "method" else "search").order("open", what=what)
            yield text, at.press(keys(text))

    check(five, outcomes)


def test_what_was_selected_is_selected_again(five: list[Desk]) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for text in (TRACK, BARE):
            for select in (True, False):
                at.tap()
                at.at("search").order("write", where="search", text="Jana 7", select=select)
                yield text, at.press(keys(text))

    check(five, outcomes)


def test_three_thousand_characters_are_drained(us: Desk) -> None:
    outcome = us.at("search").press(keys("]Q1" + "0123456789" * 300 + "\r", 1))
    assert (outcome.read, outcome.clean) == ([("rejected", "")], True), outcome.traces


@pytest.mark.parametrize("text", ["ABC\x0e123456\r", "\x0e123456789\r", "ABC\x02123456\r", "\x02\x02123456\r"])
def test_a_code_with_commands_in_it_fires_none(five: list[Desk], text: str) -> None:
    def outcomes(at: Desk) -> Iterator[tuple[str, Outcome]]:
        for focus in ("search", "confirm"):
            yield focus, fresh(at, focus, keys(text))

    check(five, outcomes, [("rejected", "")])


def test_the_layout_may_change_between_two_swipes(us: Desk) -> None:
    for layout in ("cz", "ru", "fr", "us"):
        us.set_layout(layout)
        outcome = fresh(us, "search", keys(BOTH))
        assert (outcome.read, outcome.clean) == (CARD, True), say(us, layout, outcome)


@pytest.mark.parametrize("text", [TRACK, BOTH.partition(";")[0] + "\r"], ids=["track 2", "track 1"])
def test_the_end_of_a_swipe_that_began_in_another_window_is_no_card(cz: Desk, text: str) -> None:
    cz.at("search")
    other = cz.launcher.python("-c", OTHER_WINDOW, title="^Other$")
    back = Timer(0.5, cz.screen.xdotool, ("windowactivate", "--sync", cz.bench.window))
    back.start()
    outcome = cz.press(keys(text, 45))
    back.join()
    other.wait_for_output("other .{3}")
    other.stop()
    assert [kind for kind, _ in outcome.read] in ([], ["incomplete"]), say(cz, text, outcome)
    assert outcome.clean, say(cz, text, outcome)
