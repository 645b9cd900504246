"""The section "About": what the program and its parts are, under which licences, and a file for whoever helps."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from pos_app import __version__, resources
from pos_app.loyalty.errors import PosError
from pos_app.ui import words
from pos_app.ui.journal.exporting import documents
from pos_app.ui.sale.states import Errand, Runner
from pos_app.ui.save_dialog import ask_where
from pos_app.ui.settings.parts import fact_grid, section_head
from pos_app.ui.settings.updates_part import UpdatesPart
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.flow import FlowLayout
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_bar import SlimBar
from pos_app.ui.widgets.status_row import RowMark, StatusRow

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

__all__ = ["AboutSection", "AboutTill", "OwnFacts", "Works"]

R = TypeVar("R")
NAME = "pos-app-diagnostics.zip"


class _Disk(Protocol):
    @property
    def sqlite_version(self) -> str: ...


class OwnFacts(Protocol):
    """:class:`pos_app.till.own_data.OwnData`."""

    def disk(self) -> tuple[_Disk, object]: ...
    def save_diagnostics(self, file: Path, versions: Mapping[str, str]) -> None: ...


class Works(Protocol):
    """:class:`pos_app.till.overview.Overview`."""

    def later(self, work: Callable[[], R]) -> Future[R]: ...


class AboutTill(Protocol):
    """What the section needs of the till."""

    @property
    def data(self) -> OwnFacts: ...
    @property
    def overview(self) -> Works: ...


class AboutSection(Panel):
    """``save_to`` writes the diagnostics file; the button asks where to first."""

    def __init__(self, till: AboutTill, runner: Runner, updates: UpdatesPart) -> None:
        super().__init__()
        self.updates = updates
        said = words.upkeep
        self._till, self._runner = till, runner
        self.program = StatusRow("info", said.program())
        self.python = StatusRow("server", "Python")
        self.qt = StatusRow("maximize", "Qt")
        self.sqlite = StatusRow("hard-drive", f"{said.database()} SQLite")
        self.program.show_words(f"pos-app {__version__}", RowMark.NONE)
        self.python.show_words(platform.python_version(), RowMark.NONE)
        self.qt.show_words(qVersion(), RowMark.NONE)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setVerticalScrollBar(SlimBar(self.text))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(said.licences())
        self.licences: list[Button] = []
        self._reading: Errand | None = None
        self._open: int | None = None
        self.banner = Banner("", "", BannerTone.NEUTRAL)
        self.banner.hide()
        self.save = Button(said.save_diagnostics(), ButtonKind.SECONDARY, icon="download", height=48)
        self.save.clicked.connect(self._ask)
        self._lay_out()
        self.apply_metrics(Metrics.for_window(1280, 800))
        self.text.hide()

    def _lay_out(self) -> None:
        said = words.upkeep
        licences = FlowLayout(8)
        for at, file in enumerate(_licence_files()):
            button = Button(file.stem.partition("-")[0], ButtonKind.KEY, height=48)
            button.clicked.connect(partial(self._show_licence, at))
            self.licences.append(button)
            licences.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(PlainLabel(said.diagnostics_why(), Type.HINT, Ink.TEXT3, wrap=True), 1)
        foot.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.addLayout(section_head(said.about(), said.about_why()))
        self._column.addWidget(Divider())
        self._column.addLayout(fact_grid((self.program, self.python, self.qt, self.sqlite)))
        self._column.addWidget(self.updates)
        self._column.addWidget(PlainLabel(said.licences(), Type.BODY_BOLD, elide=True))
        self._column.addLayout(licences)
        self._column.addWidget(self.text, 100)
        self._column.addStretch(1)
        self._column.addWidget(self.banner)
        self._column.addLayout(foot)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(9 if metrics.height < 760 else 14)

    def showEvent(self, event: QShowEvent) -> None:
        """What the database is, it tells itself."""
        super().showEvent(event)
        if not self.sqlite.words:
            self._runner.run(self._till.overview.later(self._till.data.disk), self._show_sqlite, lambda _error: None)

    def save_to(self, file: Path) -> None:
        """Write the file; selling goes on."""
        versions = {
            "pos-app": __version__,
            "python": platform.python_version(),
            "qt": qVersion(),
            "system": platform.system(),
            "release": platform.release(),
        }
        work = partial(self._till.data.save_diagnostics, file, versions)
        self.save.setEnabled(False)
        self._runner.run(self._till.overview.later(work), lambda _done: self._written(file), self._not_written)

    def _ask(self) -> None:
        said = words.upkeep
        ask_where(self, said.save_diagnostics(), documents() / NAME, said.diagnostics_files(), self.save_to)

    def _written(self, file: Path) -> None:
        self.save.setEnabled(True)
        self.banner.set_words(words.upkeep.diagnostics_saved(), str(file), BannerTone.GOOD, "circle-check")
        self.banner.show()

    def _not_written(self, _error: PosError) -> None:
        self.save.setEnabled(True)
        self.banner.set_words(words.line.not_written(), "", BannerTone.WARN, "circle-alert")
        self.banner.show()

    def _show_sqlite(self, told: tuple[_Disk, object]) -> None:
        self.sqlite.show_words(told[0].sqlite_version, RowMark.NONE)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes back finds what there is to do here."""
        super().hideEvent(event)
        self._open_licence(None)

    def _show_licence(self, at: int) -> None:
        """The same once more closes it."""
        self._open_licence(None if at == self._open else at)

    def _open_licence(self, at: int | None) -> None:
        self._open = at
        for index, button in enumerate(self.licences):
            button.set_kind(ButtonKind.TINT if index == at else ButtonKind.KEY)
            button.set_chosen(index == at)
        self.text.setPlainText("")
        self.text.setVisible(at is not None)
        # A text of pages needs the room.
        self.updates.setVisible(at is None)
        if self._reading is not None:
            self._reading.cancel()
        if at is None:
            return
        file = _licence_files()[at]
        self._reading = self._runner.run(
            self._till.overview.later(lambda: file.read_text(encoding="utf-8")), self.text.setPlainText, lambda _error: None
        )


def _licence_files() -> list[Path]:
    return sorted(resources.path("licences").glob("*.txt"))
