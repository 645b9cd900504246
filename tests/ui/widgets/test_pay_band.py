from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Metrics
from pos_app.ui.widgets.pay_band import BandState, PayBand
from pos_app.ui.widgets.text import advance


@pytest.fixture
def band(qtbot: QtBot) -> PayBand:
    band = PayBand("To pay", "Confirm")
    qtbot.addWidget(band)
    band.resize(712, 128)
    band.show()
    return band


def test_the_number_is_72_px_where_there_is_room(band: PayBand) -> None:
    band.show_total("€56.85")
    assert band.total.drawn_style.size_px == 72


def test_a_long_number_shrinks_in_steps_of_8_px_until_it_fits(band: PayBand) -> None:
    sizes = set()
    for digits in range(1, 22):
        band.show_total("€" + "8" * digits + ".00")
        style = band.total.drawn_style
        sizes.add(style.size_px)
        if style.size_px > 32:
            assert advance(band.total.text(), style) <= band.total.width()
    assert sizes <= {72, 64, 56, 48, 40, 32}
    assert 32 in sizes


def test_the_largest_sum_that_a_shop_can_have_is_never_cut(band: PayBand) -> None:
    for size in ((1024, 768), (1280, 800), (1600, 900)):
        metrics = Metrics.for_window(*size)
        band.apply_metrics(metrics)
        band.resize(metrics.column_b, metrics.band_height)
        band.show_total("999\u00a0999\u00a0999,99\u00a0Kč")
        assert advance(band.total.text(), band.total.drawn_style) <= band.total.width()


@pytest.mark.parametrize(("size", "px"), [((1024, 768), 56), ((1280, 800), 72), ((1600, 900), 80)])
def test_the_number_follows_the_size_of_the_window(band: PayBand, size: tuple[int, int], px: int) -> None:
    metrics = Metrics.for_window(*size)
    band.apply_metrics(metrics)
    band.resize(metrics.column_b, metrics.band_height)
    band.show_total("€1.00")
    assert band.total.drawn_style.size_px == px
    assert band.button.size().toTuple() == (metrics.confirm_width, metrics.confirm_height)


@pytest.mark.parametrize("state", BandState)
def test_confirm_can_be_pressed_in_every_state(band: PayBand, qtbot: QtBot, state: BandState) -> None:
    band.show_state(state, "Confirm")
    with qtbot.waitSignal(band.confirmed, timeout=1000):
        QTest.mouseClick(band.button, Qt.MouseButton.LeftButton)


def test_it_says_what_a_screen_reader_reads(band: PayBand) -> None:
    band.show_total("€56.85", "To pay 56 euro 85 cents")
    band.show_state(BandState.READY, "Confirm", "Confirm sale, 56 euro 85 cents")
    assert band.total.accessibleName() == "To pay 56 euro 85 cents"
    assert band.button.accessibleName() == "Confirm sale, 56 euro 85 cents"


def test_enter_is_not_taken_by_the_button(band: PayBand) -> None:
    assert not band.button.isDefault()
    assert not band.button.autoDefault()
