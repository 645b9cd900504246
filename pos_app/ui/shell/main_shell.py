"""``MainShell``: the window. Rail on the left, top bar above, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app import resources
from pos_app.ui.theme import Metrics

from .keys_overlay import KeysOverlay
from .pages import PageKey, RailItem, rail_items
from .rail import Rail
from .top_bar import TopBar, TopBarState

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

__all__ = ["MainShell", "Reflowing"]

# The digit row of a Czech keyboard gives these without Shift.
_CZECH_DIGITS = "+ěščřžý"


@runtime_checkable
class Reflowing(Protocol):
    """A page that follows the window's size."""

    def apply_metrics(self, metrics: Metrics) -> None:
        """Called before the page is first shown and whenever the sizes change."""


class MainShell(QWidget):
    """The top-level window; at least 1024×720 logical pixels.

    ``add_page`` puts a page behind its tile. ``page_requested`` tells which page
    a tile or Ctrl+digit asked for (it is shown already); ``queue_clicked`` that a pill of the top bar was pressed (the
    Sync page is shown); ``metrics_changed`` that the sizes did; ``closing`` that the window is about to close.
    """

    accessible_role = QAccessible.Role.Window
    page_requested = Signal(PageKey)
    queue_clicked = Signal()
    metrics_changed = Signal(object)
    closing = Signal()

    def __init__(
        self,
        *,
        title: str,
        clock: Callable[[], str],
        items: Sequence[RailItem] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        items = rail_items() if items is None else items
        self.setWindowTitle(title)
        self.setWindowIcon(QIcon(str(resources.path("icons", "app-icon.svg"))))
        self._metrics = Metrics.for_window(1280, 800)
        self.rail, self.top_bar = Rail(items), TopBar(clock)
        self._stack = QStackedWidget()
        self._pages: dict[PageKey, QWidget] = {}
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self._across = QVBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addLayout(row, 1)
        self._row = row
        self._strip: QWidget | None = None
        self._side: QWidget | None = None
        self._side_over = False
        for index, item in enumerate(items):
            self.add_page(item.key, QWidget())
            self._bind(item.key, index)
        self.rail.requested.connect(self.request_page)
        self.top_bar.queue_clicked.connect(self._open_sync)
        self.overlay = KeysOverlay(self)
        help_key = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        help_key.activated.connect(self.overlay.toggle)
        self.setMinimumSize(1024, 720)
        self.resize(1280, 800)
        self.show_page(items[0].key)

    def _order_focus(self) -> None:
        """The page first, then the top bar, then the rail, and the page again."""
        around = (*self.top_bar.pills, *self.rail.tiles)
        for before, after in pairwise(around):
            QWidget.setTabOrder(before, after)

    def _bind(self, key: PageKey, index: int) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence(f"Ctrl+{index + 1}"), QKeySequence(f"Ctrl+{_CZECH_DIGITS[index]}")])
        shortcut.activated.connect(partial(self.request_page, key))

    @property
    def metrics(self) -> Metrics:
        return self._metrics

    def add_page(self, key: PageKey, page: QWidget) -> None:
        """Put ``page`` where ``key`` leads; what was there is deleted. A ``Reflowing`` page gets the sizes now."""
        old = self._pages.get(key)
        was_shown = old is not None and self._stack.currentWidget() is old
        self._pages[key] = page
        self._stack.addWidget(page)
        if isinstance(page, Reflowing):
            page.apply_metrics(self._metrics)
        if was_shown:
            self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._order_focus()  # Qt moves nobody who follows already, if only round the end

    def add_training(self, strip: QWidget, side: QWidget) -> None:
        """A line over everything, and a panel of a fixed width on the right: over the page where there is no room beside it."""
        self._strip, self._side = strip, side
        self._across.insertWidget(0, strip)
        side.setParent(self)
        self.setMinimumHeight(self.minimumHeight() + strip.height())
        self._reflow()

    def toggle_side(self) -> None:
        """Show or hide the panel."""
        if self._side is None:
            return
        self._side.setVisible(self._side.isHidden())
        self._side.raise_()
        self._reflow()

    def page(self, key: PageKey) -> QWidget:
        """The page behind a tile."""
        return self._pages[key]

    @property
    def shown(self) -> PageKey:
        """Which page is shown."""
        current = self._stack.currentWidget()
        return next(key for key, page in self._pages.items() if page is current)

    def show_page(self, key: PageKey) -> None:
        """Show a page and give it the focus."""
        page = self._pages[key]
        self._stack.setCurrentWidget(page)
        self.rail.show_chosen(key.tile)
        page.setFocus()

    def request_page(self, key: PageKey) -> None:
        """What a tile does: show the page and say so."""
        self.show_page(key)
        self.page_requested.emit(key)

    def _open_sync(self) -> None:
        if PageKey.SYNC in self._pages:
            self.request_page(PageKey.SYNC)
        self.queue_clicked.emit()

    def show_count(self, key: PageKey, count: int, spoken: str) -> None:
        """Say on a page's tile how many things need a person there."""
        self.rail.tile(key).show_count(count, spoken)

    def show_hint(self, key: PageKey, spoken: str) -> None:
        """Mark a page's tile quietly: there is something to look at when there is time; empty: not any more."""
        self.rail.tile(key).show_hint(spoken)

    def show_top_bar(self, state: TopBarState) -> None:
        """Show how things stand."""
        self.top_bar.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reflow when a size that matters changed."""
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        width, height = self.width(), self.height()
        if self._strip is not None and self._side is not None:
            height -= self._strip.height()
            width -= self._place_side(self._side, beside=width - self._side.width() >= self.minimumWidth())
        metrics = Metrics.for_window(width, height)
        if metrics == self._metrics:
            return
        self._metrics = metrics
        self.rail.apply_metrics(metrics)
        self.top_bar.apply_metrics(metrics)
        for page in self._pages.values():
            if isinstance(page, Reflowing):
                page.apply_metrics(metrics)
        self.metrics_changed.emit(metrics)

    def _place_side(self, side: QWidget, *, beside: bool) -> int:
        """How much width the panel takes from the page."""
        over = not beside
        if over != self._side_over or (beside and self._row.indexOf(side) < 0):
            self._side_over = over
            if beside:
                self._row.addWidget(side)
            else:
                self._row.removeWidget(side)
            side.setVisible(beside)
        if over and self._strip is not None:
            top = self._strip.height()
            side.setGeometry(self.width() - side.width(), top, side.width(), self.height() - top)
        return side.width() if beside and not side.isHidden() else 0

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so; nothing is lost by closing, because every sale is on the disk."""
        self.closing.emit()
        super().closeEvent(event)
