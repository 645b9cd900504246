"""Scenes as pictures. The same bytes every time: the clocks stand, nothing blinks or turns. GUI thread."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.ui.theme import ThemeKind, install
from pos_app.ui.widgets.keypad import Key
from pos_app.ui.widgets.progress import Spinner
from tests.gallery.view import THEMES, Scene, Shown, View

__all__ = ["application", "drawn", "opened"]

_MOST_TURNS, _LONGEST_MS = 8, 5_000


def application() -> QApplication:
    """The application, dressed; windows that close do not end it, no caret blinks."""
    app = QApplication.instance() or QApplication(["gallery"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    app.setCursorFlashTime(0)
    install()
    return app


def opened(scene: Scene, views: Iterable[View]) -> Iterator[tuple[View, Shown]]:
    """The scene as in each of the views, one after the other; opened once for each language."""
    by_language: dict[str, list[View]] = {}
    for view in views:
        by_language.setdefault(view.language, []).append(view)
    try:
        for group in by_language.values():
            shown = scene.open(group[0])
            # A window that is not the active one has no caret.
            QTest.qWaitForWindowActive(shown.shell, _LONGEST_MS)
            for view in group:
                _dress(shown, scene, view)
                yield view, shown
            shown.close()
    finally:
        install(ThemeKind.LIGHT)


def drawn(scene: Scene, views: Iterable[View]) -> Iterator[tuple[View, QImage]]:
    """Pictures of the scene, in the pixels of the monitor."""
    for view, shown in opened(scene, views):
        picture, before = _photograph(shown.shell, view.scale), None
        # What is laid out again after it was shown comes to rest within a few turns.
        for _ in range(_MOST_TURNS):
            if picture == before:
                break
            shown.settle()
            picture, before = _photograph(shown.shell, view.scale), picture
        yield view, picture


def _dress(shown: Shown, scene: Scene, view: View) -> None:
    install(THEMES[view.theme])
    if not scene.own_size:
        shown.shell.resize(*view.window)
    shown.settle()
    for spinner in shown.shell.findChildren(Spinner):
        spinner.stop()
    for key in shown.shell.findChildren(Key):
        key.let_go()
    shown.settle()


def _photograph(window: QWidget, scale: float) -> QImage:
    # What the window itself paints on with this QT_SCALE_FACTOR; tests/gallery/test_drawing.py compares the two.
    picture = QImage(window.size() * scale, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    window.render(picture, QPoint(0, 0))
    picture.setDevicePixelRatio(1)
    return picture
