"""The harness itself: what is typed, swiped and clicked arrives at a window under any layout, and nothing is left behind."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen

REPEATER = '''
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

class Repeater(QWidget):
    """Says each key and each click on stdout; its field is for looking at."""

    def keyPressEvent(self, event):
        if event.text():
            print(f"key {event.nativeScanCode()} {event.text()!r}", flush=True)

    def mousePressEvent(self, event):
        print(f"click {event.globalPosition().toPoint().toTuple()}", flush=True)

app = QApplication(sys.argv)
window = Repeater()
window.setWindowTitle("Repeater")
window.setStyleSheet("background: #2060c0")
window.show()
app.exec()
'''


@pytest.fixture
def repeater(program: Launcher, tmp_path: Path) -> Program:
    script = tmp_path / "repeater.py"
    script.write_text(REPEATER)
    return program.python(str(script), title="^Repeater$")


def typed(repeater: Program) -> str:
    """What the window took for text, in order."""
    lines = [line.split(" ", 2) for line in repeater.output().splitlines() if line.startswith("key ")]
    return "".join(text[1:-1] for _, _, text in lines)


def scan_codes(repeater: Program) -> list[int]:
    return [int(line.split(" ")[1]) for line in repeater.output().splitlines() if line.startswith("key ")]


@pytest.mark.parametrize(("layout", "text"), [("us", "Hello 123"), ("cz", "Příliš 42,50"), ("de", "Größe 7")])
def test_typed_text_arrives_as_it_is_meant_under_any_layout(screen: Screen, repeater: Program, layout: str, text: str) -> None:
    screen.layout(layout)
    screen.type_text(text)
    wait_until(lambda: typed(repeater) == text, what=f"{text!r}")


def test_a_swipe_under_the_us_layout_arrives_as_it_is_on_the_card(screen: Screen, repeater: Program) -> None:
    screen.swipe("%B0123456789^DOE/J?;0123456789=99?\n")
    repeater.wait_for_output(r"key 36 '\\r'")
    assert typed(repeater) == r"%B0123456789^DOE/J?;0123456789=99?\r"


def test_a_swipe_under_the_czech_layout_arrives_as_its_physical_keys(screen: Screen, repeater: Program) -> None:
    screen.layout("cz")
    screen.swipe("1234567890\n")
    repeater.wait_for_output(r"key 36 '\\r'")
    assert scan_codes(repeater) == [*range(10, 20), 36]
    assert typed(repeater) == r"+ěščřžýáíé\r"


def test_a_swipe_is_as_fast_as_a_reader(screen: Screen, repeater: Program) -> None:
    screen.swipe("00000000001111111111000000000011111111110000000000\n", gap_ms=2)
    repeater.wait_for_output(r"key 36 '\\r'", timeout_s=2)


def test_a_click_lands_where_it_is_aimed(screen: Screen, repeater: Program) -> None:
    screen.click(700, 420)
    repeater.wait_for_output(r"click \(700, 420\)")


@pytest.mark.parametrize("screen", [(1024, 768)], indirect=True)
def test_a_screenshot_shows_the_window_over_the_whole_screen(screen: Screen, repeater: Program) -> None:
    picture = QImage(str(screen.screenshot("harness-1024x768")))
    assert (picture.width(), picture.height()) == (1024, 768)
    corners = {picture.pixelColor(x, y).name() for x in (0, 1023) for y in (0, 767)}
    assert corners == {"#2060c0"}


def test_a_program_that_ends_before_its_window_is_told_with_its_own_words(program: Launcher) -> None:
    with pytest.raises(AssertionError, match="no till today"):
        program.python("-c", "import sys; sys.exit('no till today')")


def test_what_a_program_started_ends_with_it(program: Launcher) -> None:
    starts_a_child = "import subprocess, sys; print(subprocess.Popen(['sleep', '600']).pid, flush=True); sys.stdin.read(); input()"
    parent = program.python("-c", starts_a_child, window=False)
    child = int(parent.wait_for_output(r"\d+\n").group())
    parent.stop()
    wait_until(lambda: not is_running(child), what="the end of the child")


def test_a_killed_program_gets_no_chance_to_tidy_up(program: Launcher) -> None:
    tidy = "import atexit, signal; atexit.register(print, 'tidied'); print('ready', flush=True); signal.pause()"
    started = program.python("-c", tidy, window=False)
    started.wait_for_output("ready")
    started.kill()
    assert started.wait_for_end() == -signal.SIGKILL
    assert "tidied" not in started.output()


def is_running(process: int) -> bool:
    """Whether it does something still: a zombie that nobody has buried yet does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
