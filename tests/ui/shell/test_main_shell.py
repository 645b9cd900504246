from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui import words
from pos_app.ui.shell import MainShell, PageKey, PillView, TopBarState, rail_items
from pos_app.ui.theme import LIGHT, Metrics, SizeClass, ThemeKind, install
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.pill import PillTone

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier

STATE = TopBarState(
    shop="Riverside Café",
    till="Till 2",
    account=PillView(words="Account €980.00", tone=PillTone.BARE, icon="shield-check"),
    queue=PillView(words="1 waiting", tone=PillTone.WARN, icon="clock-arrow-up", name="1 sale waiting, open sync centre"),
    connection=PillView(words="Online", tone=PillTone.OK),
    cashier="Eva K.",
)


class Page(QWidget):
    """A page of somebody else: follows the sizes, wants the focus in its field."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[Metrics] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)

    def apply_metrics(self, metrics: Metrics) -> None:
        self.sizes.append(metrics)


@pytest.fixture
def shell(qtbot: QtBot) -> MainShell:
    words.speak("en")
    shell = MainShell(title="Till", clock=lambda: "14:32")
    qtbot.addWidget(shell)
    shell.show_top_bar(STATE)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow, timeout=2000)
    return shell


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel) if label.isVisible() and label.text()]


def test_every_tile_leads_to_its_page(shell: MainShell) -> None:
    asked: list[PageKey] = []
    shell.page_requested.connect(asked.append)
    for item in rail_items():
        QTest.mouseClick(shell.rail.tile(item.key), LEFT)
        assert shell.shown is item.key
        assert shell.rail.tile(item.key).isChecked()
    assert asked == [item.key for item in rail_items()]


def test_a_page_without_a_tile_is_under_the_one_it_was_opened_from(shell: MainShell) -> None:
    shell.add_page(PageKey.REGISTER, Page())
    shell.show_page(PageKey.JOURNAL)
    shell.show_page(PageKey.REGISTER)
    assert shell.shown is PageKey.REGISTER
    assert shell.rail.tile(PageKey.SALE).isChecked()


@pytest.mark.parametrize(("key", "digit"), [(item.key, place) for place, item in enumerate(rail_items(), start=1)])
def test_ctrl_and_a_digit_lead_to_the_page_at_that_place_from_the_top(shell: MainShell, key: PageKey, digit: int) -> None:
    QTest.keyClick(shell, Qt.Key(Qt.Key.Key_0 + digit), CTRL)
    assert shell.shown is key


def test_ctrl_and_the_first_key_of_a_czech_digit_row_lead_to_the_sale(shell: MainShell) -> None:
    shell.show_page(PageKey.JOURNAL)
    QTest.keyClick(shell, Qt.Key.Key_Plus, CTRL)
    assert shell.shown is PageKey.SALE


def test_there_is_no_tile_that_does_nothing(shell: MainShell) -> None:
    assert len(shell.rail.findChildren(type(shell.rail.tile(PageKey.SALE)))) == len({key.tile for key in PageKey})


def test_a_real_page_takes_the_place_and_gets_the_sizes_and_the_focus(shell: MainShell, qtbot: QtBot) -> None:
    page = Page()
    shell.add_page(PageKey.SALE, page)
    assert page.sizes == [shell.metrics]
    shell.request_page(PageKey.JOURNAL)
    shell.request_page(PageKey.SALE)
    qtbot.waitUntil(page.field.hasFocus, timeout=2000)


def test_the_window_reflows_between_the_classes(shell: MainShell, qtbot: QtBot) -> None:
    page = Page()
    shell.add_page(PageKey.SALE, page)
    for size, kind, rail in (((1024, 768), SizeClass.S, 72), ((1600, 900), SizeClass.L, 88), ((1280, 800), SizeClass.M, 88)):
        with qtbot.waitSignal(shell.metrics_changed, timeout=2000):
            shell.resize(*size)
        assert shell.metrics == Metrics.for_window(*size)
        assert page.sizes[-1].size_class is kind
        assert shell.rail.width() == rail
        assert shell.top_bar.height() == 56


def test_the_window_is_never_smaller_than_the_design_allows(shell: MainShell) -> None:
    assert shell.minimumSize().toTuple() == (1024, 720)
    shell.resize(1024, 720)
    assert shell.minimumSizeHint().width() <= 1024
    assert shell.minimumSizeHint().height() <= 720


def test_the_bar_shows_how_things_stand(shell: MainShell) -> None:
    shown = labels(shell.top_bar)
    assert shown == ["Riverside Café", "Till 2", "Eva K.", "14:32"]
    shell.show_top_bar(TopBarState(shop="Riverside Café", till="Till 2"))
    assert labels(shell.top_bar) == ["Riverside Café", "Till 2", "14:32"]


def test_every_pill_opens_the_sync_page(shell: MainShell, qtbot: QtBot) -> None:
    for pill in shell.top_bar.pills:
        shell.show_page(PageKey.SALE)
        with qtbot.waitSignal(shell.queue_clicked, timeout=1000):
            QTest.mouseClick(pill, LEFT)
        assert shell.shown is PageKey.SYNC


def test_the_narrow_window_keeps_the_account_as_an_icon_unless_it_warns(shell: MainShell) -> None:
    account = shell.top_bar.pills[0]
    wide = account.sizeHint().width()
    shell.resize(1024, 768)
    assert account.sizeHint().width() == 48 < wide
    low = PillView(words="Account low: €12.00", tone=PillTone.WARN, icon="triangle-alert")
    shell.show_top_bar(TopBarState(shop="Riverside Café", till="Till 2", account=low))
    assert account.sizeHint().width() > 100


def test_another_look_of_a_window_that_is_open_is_laid_out_as_if_it_had_begun_so(shell: MainShell) -> None:
    install(ThemeKind.HIGH_CONTRAST)
    QApplication.processEvents()
    changed = [pill.x() for pill in shell.top_bar.pills]
    shell.show_top_bar(TopBarState())
    shell.show_top_bar(STATE)
    QApplication.processEvents()
    assert changed == [pill.x() for pill in shell.top_bar.pills]


def test_a_long_shop_name_does_not_push_anything_out(shell: MainShell, qtbot: QtBot) -> None:
    shell.resize(1024, 768)
    shell.show_top_bar(
        TopBarState(
            shop="Velmi dlouhé jméno kavárny a pekárny v Letné ulici",
            till="Pokladna u vchodu",
            account=STATE.account,
            queue=STATE.queue,
            connection=STATE.connection,
            cashier="Eva K.",
        )
    )
    pills = shell.top_bar.pills
    qtbot.waitUntil(lambda: all(pill.width() == pill.sizeHint().width() for pill in pills), timeout=2000)
    assert shell.width() == 1024
    assert shell.top_bar.rect().contains(pills[-1].geometry())


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_longest_thing_that_a_pill_says_fits_the_narrowest_window(
    shell: MainShell, picture: Callable[[QWidget, str], QImage], qtbot: QtBot, language: str
) -> None:
    words.speak(language)
    shell.resize(1024, 768)
    said = words.sync.clock_wrong(9_999)
    wrong = PillView(words=said, tone=PillTone.BAD, icon="circle-alert")
    queue = PillView(words=words.shell.need_attention(12), tone=PillTone.BAD, icon="circle-alert")
    shell.show_top_bar(replace(STATE, queue=queue, connection=wrong))
    pill = shell.top_bar.pills[-1]
    qtbot.waitUntil(lambda: pill.width() == pill.sizeHint().width(), timeout=2000)
    picture(shell, f"shell-wrong-clock-{language}")
    assert shell.width() == 1024
    assert shell.top_bar.rect().contains(pill.geometry())


def test_the_clock_is_asked_again_and_again(qtbot: QtBot) -> None:
    times = iter(["14:32", "14:32", "14:33"])
    shell = MainShell(title="Till", clock=lambda: next(times, "14:33"))
    qtbot.addWidget(shell)
    shell.show()
    qtbot.waitUntil(lambda: "14:33" in labels(shell.top_bar), timeout=6000)


def test_closing_is_announced(shell: MainShell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.closing, timeout=1000):
        shell.close()


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800), (1600, 900)])
def test_the_frame_is_drawn_as_designed(
    qtbot: QtBot, picture: Callable[[QWidget, str], QImage], size: tuple[int, int], language: str
) -> None:
    words.speak(language)
    shell = MainShell(title="Till", clock=lambda: "14:32")
    qtbot.addWidget(shell)
    shell.resize(*size)
    shell.show_top_bar(STATE)
    shell.show_page(PageKey.JOURNAL)
    shell.show()
    qtbot.waitExposed(shell)
    image = picture(shell, f"shell-{size[0]}x{size[1]}-{language}")
    metrics = shell.metrics
    assert image.pixelColor(metrics.rail - 1, 500) == LIGHT.line
    assert image.pixelColor(metrics.rail // 2, size[1] - 20) == LIGHT.surface
    assert image.pixelColor(metrics.rail + 4, 57) == LIGHT.canvas
    assert image.pixelColor(size[0] // 2, 55) == LIGHT.line
    tile = shell.rail.tile(PageKey.JOURNAL)
    assert image.pixelColor(tile.x() + 6, tile.geometry().center().y()) == LIGHT.accent_t
