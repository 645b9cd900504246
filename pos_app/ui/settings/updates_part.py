"""``UpdatesPart``: new versions of the program, in the section "About". Two presses install one; nothing is done by itself."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.errors import PosError, UpdateTrouble
from pos_app.till.updating.installing import Launch
from pos_app.till.updating.state import Doing, UpdateState
from pos_app.ui import words
from pos_app.ui.sale.states import Runner
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.check_row import CheckRow
from pos_app.ui.widgets.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

__all__ = ["UpdatesPart", "UpdatingTill"]

R = TypeVar("R")
LONGEST_NOTE = 140


class _Updating(Protocol):
    """:class:`pos_app.till.updating.updating.Updating`."""

    @property
    def offered(self) -> bool: ...
    @property
    def state(self) -> UpdateState: ...
    def later(self, work: Callable[[], R]) -> Future[R]: ...
    def look_here(self) -> UpdateState: ...
    def check(self) -> UpdateState: ...
    def download(self) -> object: ...
    def install(self) -> Launch: ...


class _Choices(Protocol):
    """:class:`pos_app.till.choices.Choices`."""

    def updates(self) -> bool: ...
    def save_updates(self, *, check: bool) -> Future[bool]: ...


class UpdatingTill(Protocol):
    """What the part needs of the till."""

    @property
    def updating(self) -> _Updating: ...
    @property
    def choices(self) -> _Choices: ...


class UpdatesPart(QWidget):
    """``show_state`` shows the till's state anew."""

    def __init__(
        self, till: UpdatingTill, runner: Runner, *, formats: words.Formats, language: str, now: Callable[[], datetime]
    ) -> None:
        """``language``: of the vendor's words. ``now``: the wall clock in the shop's zone."""
        super().__init__()
        self._updating, self._choices, self._runner = till.updating, till.choices, runner
        self._formats, self._language, self._now = formats, language, now
        self._said = ""
        self.daily = CheckRow(words.updates.daily(), words.updates.daily_why())
        self.status = PlainLabel("", Type.BODY, wrap=True)
        self.note = PlainLabel("", Type.HINT, Ink.TEXT3, wrap=True)
        self.act = Button("", ButtonKind.SECONDARY, height=48)
        self.daily.setChecked(self._choices.updates())
        self._lay_out()
        self.daily.clicked.connect(self._switch)
        self.act.clicked.connect(self._do)
        self.show_state()

    def _lay_out(self) -> None:
        column, line, said = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line.setSpacing(16)
        said.setSpacing(0)
        said.addWidget(self.status)
        said.addWidget(self.note)
        line.addLayout(said, 1)
        line.addWidget(self.act)
        column.addWidget(self.daily)
        column.addLayout(line)

    def show_state(self) -> None:
        """What is known of new versions, or done about them."""
        said, state, offered = words.updates, self._updating.state, self._updating.offered
        self.daily.setVisible(offered)
        self.act.setVisible(offered)
        self.status.setText(self._status(state) if offered else said.not_offered())
        note = self._note(state) if offered and not self._said and state.trouble is None else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.act.setEnabled(state.doing is Doing.NOTHING)
        ready = state.doing is Doing.NOTHING and state.downloaded
        self.act.set_kind(ButtonKind.TINT if ready else ButtonKind.SECONDARY)
        if state.doing is Doing.CHECKING:
            self.act.setText(said.looking())
        elif state.doing is Doing.DOWNLOADING:
            self.act.setText(said.downloading(state.percent))
        else:
            self.act.setText(said.install() if ready else said.download() if state.release is not None else said.look())

    def showEvent(self, event: QShowEvent) -> None:
        """What is on the disk is read again: somebody may have been there."""
        super().showEvent(event)
        if self._updating.offered and self._updating.state.doing is Doing.NOTHING:
            self._run(self._updating.look_here)

    def _status(self, state: UpdateState) -> str:
        said = words.updates
        if self._said:
            return self._said
        if state.trouble is not None:
            return said.fault(state.trouble.fault)
        if state.release is not None:
            version = str(state.release.version)
            return said.is_here(version) if state.downloaded else said.is_there(version)
        if state.checked_at is None:
            return said.never()
        now = self._now()
        return said.nothing_newer(self._formats.moment(state.checked_at.astimezone(now.tzinfo), today=now.date()))

    def _note(self, state: UpdateState) -> str:
        notes = {} if state.release is None else state.release.notes
        return notes.get(self._language, notes.get("en", ""))[:LONGEST_NOTE]

    def _switch(self) -> None:
        self._runner.run(self._choices.save_updates(check=self.daily.isChecked()), self._switched, self._not_switched)

    def _switched(self, on: bool) -> None:  # noqa: FBT001 - what the work answered
        self.daily.setChecked(on)
        if on and self._updating.state.checked_at is None:
            self._run(self._updating.check)

    def _not_switched(self, _error: PosError) -> None:
        self.daily.setChecked(self._choices.updates())
        self._tell(words.reader.disk_did_not_take_it())

    def _do(self) -> None:
        state = self._updating.state
        if state.downloaded:
            self._run(self._updating.install, self._told_how)
        elif state.release is not None:
            self._run(self._updating.download)
        else:
            self._run(self._updating.check)

    def _run(self, work: Callable[[], object], then: Callable[[object], None] | None = None) -> None:
        self._said = ""
        self._runner.run(self._updating.later(work), then or (lambda _done: self.show_state()), self._failed)

    def _told_how(self, launch: object) -> None:
        if isinstance(launch, Launch) and launch.by_hand:
            self._tell(words.updates.by_hand(launch.line))

    def _failed(self, error: PosError) -> None:
        self._tell(words.updates.fault(error.fault) if isinstance(error, UpdateTrouble) else words.line.not_written())

    def _tell(self, sentence: str) -> None:
        self._said = sentence
        self.show_state()
