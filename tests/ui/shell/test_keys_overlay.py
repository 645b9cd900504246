"""F1: what every key does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.ui import words
from pos_app.ui.widgets.label import PlainLabel
from tests.ui.sale.conftest import stage
from tests.ui.sale.gallery import Stage

__all__ = ["stage"]
Key = Qt.Key


def press(key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Escape, Key.Key_Return, Key.Key_7])
def test_any_key_closes_the_overlay_and_does_nothing_else(stage: Callable[..., Stage], key: Qt.Key) -> None:
    window = stage()
    window.swipe()
    window.amount("64.90")
    press(Key.Key_F1)
    assert window.shell.overlay.isVisible()
    press(key)
    assert not window.shell.overlay.isVisible()
    assert (window.page.sale.purchase.text(), window.till.records) == ("64.90", {})
    assert window.page.sale.purchase.edit.hasFocus()


def test_a_modifier_leaves_it_open_and_a_swipe_goes_to_the_sale(stage: Callable[..., Stage]) -> None:
    window = stage()
    press(Key.Key_F1)
    press(Key.Key_Shift)
    assert window.shell.overlay.isVisible()
    window.swipe()
    assert window.page.presenter.buyer is not None


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 720), (1280, 800), (1600, 900)])
def test_it_lies_inside_the_window_in_every_size(stage: Callable[..., Stage], language: str, size: tuple[int, int]) -> None:
    window = stage(language=language, size=size)
    press(Key.Key_F1)
    overlay = window.shell.overlay
    assert window.shell.rect().contains(overlay.geometry())
    for label in overlay.findChildren(PlainLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
