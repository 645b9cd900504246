"""The section "Data": where it lies, copies of it, how long customers are remembered, and erasing one of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.phone import parse_phone
from pos_app.ui import words
from pos_app.ui.journal.exporting import documents
from pos_app.ui.sale.states import Runner
from pos_app.ui.save_dialog import ask_where
from pos_app.ui.settings.about_section import Works
from pos_app.ui.settings.appearance_section import ChoiceRow
from pos_app.ui.settings.parts import section_head
from pos_app.ui.setup.form import Labeled
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.status_row import RowMark, StatusRow
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

__all__ = ["DataSection", "DataTill", "OwnFolder", "RetentionTill"]

_MEGABYTE = 1_000_000
DAYS = (0, 365, 90, 30)


class _Kept(Protocol):
    """:class:`pos_app.till.daily_backup.BackupState`."""

    @property
    def last(self) -> datetime | None: ...
    @property
    def kept(self) -> int: ...


class OwnFolder(Protocol):
    """:class:`pos_app.till.own_data.OwnData`."""

    @property
    def folder(self) -> Path: ...
    def size_bytes(self) -> int: ...
    def backups(self) -> _Kept: ...
    def back_up(self, file: Path) -> object: ...
    def forget_customer(self, phone: str) -> bool: ...


class RetentionTill(Protocol):
    """How long the till remembers customers."""

    def customer_days(self) -> int: ...
    def save_customer_days(self, days: int) -> Future[int]: ...


class DataTill(Protocol):
    """What the section needs of the till."""

    @property
    def data(self) -> OwnFolder: ...
    @property
    def overview(self) -> Works: ...


class DataSection(Panel):
    """``save_to`` copies the till's data; the button asks where to first."""

    def __init__(
        self,
        till: DataTill,
        choices: RetentionTill,
        runner: Runner,
        *,
        formats: words.Formats,
        region: str,
        now: Callable[[], datetime],
    ) -> None:
        """``region``: of phones without a country. ``now``: the wall clock in the shop's zone."""
        super().__init__()
        said = words.upkeep
        self._till, self._runner, self._formats, self._region = till, runner, formats, region
        self._now, self._choices = now, choices
        self.folder = StatusRow("hard-drive", said.folder())
        self.room = StatusRow("info", said.size())
        self.backups = StatusRow("database-backup", said.backups())
        self.folder.show_words(str(till.data.folder), RowMark.NONE)
        self.backup = Button(words.line.save_backup(), ButtonKind.SECONDARY, icon="download", height=48)
        shown = (words.keyboard.never(), *(said.days(each) for each in DAYS[1:]))
        self.forgetting = ChoiceRow(said.forgetting(), said.forgetting_why(), shown)
        self.phone = TextField("", icon="phone", name=said.phone(), style=Type.LEAD, limit=40)
        self.erase = Button(said.erase_now(), ButtonKind.SECONDARY, height=56)
        self._labeled = Labeled(said.phone(), self.phone)
        self.banner = Banner("", "", BannerTone.NEUTRAL)
        self._stay = PlainLabel(said.sales_stay(), Type.HINT, Ink.TEXT3, wrap=True)
        self._show_banner(shown=False)
        self._lay_out()
        self._show_days(choices.customer_days())
        self.forgetting.chosen.connect(self._choose_days)
        self.backup.clicked.connect(self._ask)
        self.erase.clicked.connect(self._erase)
        self.phone.edit.returnPressed.connect(self._erase)
        self.phone.textEdited.connect(lambda _text: self._labeled.show_error(""))
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _lay_out(self) -> None:
        said = words.upkeep
        rows = QGridLayout()
        rows.setHorizontalSpacing(24)
        rows.setVerticalSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.folder, 1)
        first.addWidget(self.backup)
        rows.addLayout(first, 0, 0, 1, 2)
        for at, each in enumerate((self.room, self.backups)):
            each.set_last(True)
            rows.addWidget(each, 1, at)
            rows.setColumnStretch(at, 1)
        forget = QVBoxLayout()
        forget.setSpacing(2)
        forget.addWidget(PlainLabel(said.erase(), Type.BODY_BOLD, elide=True))
        forget.addWidget(PlainLabel(said.erase_why(), Type.HINT, Ink.TEXT3, wrap=True))
        forget.addWidget(self._stay)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._labeled, 1)
        button = QVBoxLayout()
        button.addStretch(1)
        button.addWidget(self.erase)
        line.addLayout(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(section_head(said.data(), said.data_why()))
        self._column.addWidget(Divider())
        self._column.addLayout(rows)
        self._column.addWidget(Divider())
        self._column.addWidget(self.forgetting)
        self._column.addWidget(Divider())
        self._column.addLayout(forget)
        self._column.addLayout(line)
        self._column.addStretch(1)
        self._column.addWidget(self.banner)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)
        low = metrics.height <= 768
        self._column.setSpacing(6 if metrics.height < 740 else 8 if low else 12)
        for row in (self.folder, self.room, self.backups):
            row.set_low(low)

    def showEvent(self, event: QShowEvent) -> None:
        """Look how much there is now."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody's phone stays here."""
        super().hideEvent(event)
        self.phone.setText("")
        self._labeled.show_error("")
        self._show_banner(shown=False)

    def save_to(self, file: Path) -> None:
        """Copy the data there; selling goes on."""
        self.backup.setEnabled(False)
        self.backup.setText(words.line.saving_backup())
        work = partial(self._till.data.back_up, file)
        self._runner.run(self._till.overview.later(work), lambda _done: self._saved(file), self._not_saved)

    def _look(self) -> None:
        later, data = self._till.overview.later, self._till.data
        self._runner.run(later(data.size_bytes), self._show_size, lambda _error: None)
        self._runner.run(later(data.backups), self._show_backups, lambda _error: None)

    def _show_size(self, size: int) -> None:
        shown = self._formats.points(Decimal(max(1, round(size / _MEGABYTE))))
        self.room.show_words(words.upkeep.megabytes(shown), RowMark.NONE)

    def _show_backups(self, kept: _Kept) -> None:
        if kept.last is None:
            self.backups.show_words(words.line.none_yet(), RowMark.NONE)
            return
        now = self._now()
        time = self._formats.moment(kept.last.astimezone(now.tzinfo), today=now.date())
        count = self._formats.points(Decimal(kept.kept))
        self.backups.show_words(words.upkeep.backups_kept(count=count, time=time), RowMark.NONE)

    def _ask(self) -> None:
        said = words.line
        name = f"pos-app-{self._now():%Y-%m-%d}.db"
        ask_where(self, said.save_backup(), documents() / name, said.backup_files(), self.save_to)

    def _saved(self, file: Path) -> None:
        self._backup_ends()
        self._say(words.line.backup_saved(), str(file), BannerTone.GOOD)

    def _not_saved(self, _error: PosError) -> None:
        self._backup_ends()
        self._say(words.line.not_written(), "", BannerTone.WARN)

    def _backup_ends(self) -> None:
        self.backup.setEnabled(True)
        self.backup.setText(words.line.save_backup())
        self._look()

    def _choose_days(self, at: int) -> None:
        self._runner.run(self._choices.save_customer_days(DAYS[at]), self._days_kept, self._days_not_kept)

    def _days_kept(self, days: int) -> None:
        self._show_banner(shown=False)
        self._show_days(days)

    def _days_not_kept(self, _error: PosError) -> None:
        self._show_days(self._choices.customer_days())
        self._say(words.reader.not_saved(), words.reader.disk_did_not_take_it(), BannerTone.BAD)

    def _show_days(self, days: int) -> None:
        # What was set on the command line may be none of these: then none is marked.
        self.forgetting.show_chosen(DAYS.index(days) if days in DAYS else -1)

    def _erase(self) -> None:
        if not self.erase.isEnabled():
            return
        try:
            phone = parse_phone(self.phone.text(), region=self._region)
        except BadInput as error:
            self._labeled.show_error(words.problems.sentence(error.problem))
            self.phone.activate()
            return
        self.erase.setEnabled(False)
        work = partial(self._till.data.forget_customer, phone)
        self._runner.run(self._till.overview.later(work), self._erased, self._not_erased)

    def _erased(self, found: bool) -> None:  # noqa: FBT001 - what the work answered
        self.erase.setEnabled(True)
        self.phone.setText("")
        if found:
            self._say(words.upkeep.erased(), words.upkeep.sales_stay(), BannerTone.GOOD)
        else:
            self._say(words.upkeep.not_here(), "", BannerTone.NEUTRAL)

    def _not_erased(self, _error: PosError) -> None:
        self.erase.setEnabled(True)
        self._say(words.upkeep.not_erased(), words.reader.disk_did_not_take_it(), BannerTone.BAD)

    def _show_banner(self, *, shown: bool) -> None:
        self.banner.setVisible(shown)
        # It takes the room, and after an erasure says the same.
        self._stay.setVisible(not shown)

    def _say(self, title: str, sentence: str, tone: BannerTone) -> None:
        self.banner.set_words(title, sentence, tone, "circle-check" if tone is BannerTone.GOOD else "circle-alert")
        self._show_banner(shown=True)
