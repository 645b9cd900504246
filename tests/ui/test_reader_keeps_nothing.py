"""After a bank card: not one of its digits in a widget, an undo history, the clipboard, a log, a traceback or an object.

What Python cannot promise is not asked here: single characters, which the interpreter keeps one of each, and the toolkit's
key events, freed but not overwritten.
"""

from __future__ import annotations

import faulthandler
import gc
import hashlib
import logging
import pickle
import re
import traceback
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pos_app.reader import RawRead, ReadEnd, ReaderProfile, ReadPolicy, Scan, ScanKind, classify
from pos_app.reader.classify import classify_buffer
from pos_app.reader.decode import spell_into_buffer
from pos_app.reader.payment import passes_luhn
from pos_app.reader.run import RunKey
from tests.reader.wedge import LAYOUTS, Keyboard
from tests.ui.test_reader_tap import FOCUSES, Desk

WINDOW = 8
"""So many digits of a card in a row are no accident."""


def number(seed: int) -> str:
    """A Visa number that stands in no file: made when it is needed, by nobody kept."""
    body = f"4{hashlib.sha256(str(seed).encode()).digest().hex().translate(str.maketrans('abcdef', '012345'))[:14]}"
    return next(f"{body}{digit}" for digit in range(10) if passes_luhn(f"{body}{digit}".encode()))


def prints(of: str) -> set[bytes]:
    """How to know pieces of the number again without having it."""
    return {hashlib.sha256(of[i : i + WINDOW].encode()).digest() for i in range(len(of) - WINDOW + 1)}


def is_in(text: str, known: set[bytes]) -> bool:
    return any(
        hashlib.sha256(run[i : i + WINDOW].encode()).digest() in known
        for run in re.findall(rf"\d{{{WINDOW},}}", text)
        for i in range(len(run) - WINDOW + 1)
    )


def live_texts() -> list[str]:
    """Every text and buffer that some object of this process refers to."""
    found: list[str] = []
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if type(part) is str:
                found.append(part)
            elif type(part) in (bytes, bytearray):
                found.append(bytes(part).decode("latin-1"))
    return found


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk(qtbot)
    desk.till.destroyed.connect(lambda: None)
    return desk


def swipe(desk: Desk, seed: int, layout: str = "us") -> set[bytes]:
    card = number(seed)
    desk.press(Keyboard(layout).wedge(f"%B{card}^DOE/JOHN^2512101000?;{card}=2512101000?\r"))
    return prints(card)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_live_object_has_the_digits_of_a_bank_card(desk: Desk, layout: str) -> None:
    known = set[bytes]()
    for seed, focus in enumerate(FOCUSES):
        getattr(desk.till, focus).setFocus()
        known |= swipe(desk, seed, layout)
        assert desk.wait_for_scan() == Scan(ScanKind.PAYMENT_CARD, note="Visa")
    card = number(99)
    assert any(is_in(text, prints(card)) for text in live_texts()), "the search finds what is there"
    del card
    gc.collect()
    assert not any(is_in(text, known) for text in live_texts())
    desk.tap.remove()


def test_no_widget_undo_or_clipboard_has_them(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for seed, focus in enumerate(FOCUSES):
        widget: QWidget = getattr(desk.till, focus)
        widget.setFocus()
        known = swipe(desk, seed)
        desk.wait_for_scan()
        for editor in (desk.till.search, desk.till.amount.findChild(QLineEdit), desk.till.page):
            assert editor is not None
            editor.undo()
            editor.redo()
            text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()
            assert not is_in(text, known)
            assert "4" not in text
        assert QGuiApplication.clipboard().text() == ""
        assert not is_in(caplog.text, known)
    desk.tap.remove()


def test_no_traceback_has_them(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[str] = []

    def bug(scan: Scan) -> None:
        try:
            scan.note.index("what it does not hold")
        except ValueError as error:
            told.extend(traceback.TracebackException.from_exception(error, capture_locals=True).format())
        with (tmp_path / "fault").open("w+") as file:
            faulthandler.dump_traceback(file)
            told.append((tmp_path / "fault").read_text())

    desk.tap.scanned.connect(bug)
    known = swipe(desk, 7)
    desk.wait_for_scan()
    assert len(told) > 2
    assert not any(is_in(text, known) for text in told)
    desk.tap.remove()


def test_a_read_that_is_understood_is_zeroed(qapp: QApplication) -> None:
    card = number(3)
    for typed in (f";{card}=2512?", card, f"]C1{card}", f"%B{card}^A/B^2512?\r;E?\r", ";7862374687?", "ABC\x0e1"):
        buffer = bytearray(typed.encode())
        classify_buffer(buffer)
        assert not any(buffer), typed
        read = RawRead(0, ReadEnd.WHOLE, bytearray(typed.encode()))
        ReadPolicy().understand(read)
        assert not any(read.buffer)
        assert not is_in(repr(read), prints(card))


def test_what_is_said_of_a_bank_card_can_be_stored_anywhere() -> None:
    card = number(5)
    scan = classify(f";{card}=2512101?", profile=ReaderProfile(loyalty_patterns=(r"\d{16}", "4")))
    scan_unknown = classify(card)
    for each in (scan, scan_unknown):
        assert each.kind is ScanKind.PAYMENT_CARD
        assert not re.search(rb"\d{4}", pickle.dumps((each.value, each.candidates, each.tracks, each.note)))


def test_the_spelling_that_is_not_used_is_zeroed() -> None:
    keys = [
        RunKey(stroke, 0, visible=False) for stroke in Keyboard("cz").wedge(";7862374687?") if stroke.down and stroke.code != 42
    ]
    spelling = spell_into_buffer(keys)
    assert spelling.text == b";7862374687?"
    gc.collect()
    assert b";7862374687?" not in {bytes(thing) for thing in gc.get_objects() if isinstance(thing, bytearray)}
