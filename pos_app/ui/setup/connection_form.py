"""Step 2: PassQuare's address and the till's key, tried as soon as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from pos_app.loyalty.errors import BadInput, KeyRefused
from pos_app.till.setup_desk import KeyName, KeyPlace, Settings, check_url
from pos_app.ui import words
from pos_app.ui.setup.course import Answer, Course
from pos_app.ui.setup.form import Form, IconLine, Labeled, address_of
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.status_row import RowMark, StatusRow
from pos_app.ui.widgets.text_field import TextField

__all__ = ["ConnectionForm", "key_field"]

_PAUSE_MS = 700
_SHORTEST_KEY = 6


def key_field(name: str) -> TextField:
    """A field whose letters nobody reads over a shoulder."""
    field = TextField("", icon="key-round", name=name, style=Type.LEAD, limit=512)
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class ConnectionForm(Form):
    """``ask_now`` when address and key have stood still for a moment; ``changed_key`` gives each change of the key."""

    ask_now = Signal()
    changed_key = Signal(str)

    def __init__(self, money: Callable[[Settings, object], str]) -> None:
        super().__init__()
        said = words.setup
        self._money = money
        self.address = TextField("https://", icon="globe", name=said.address(), style=Type.LEAD, limit=300)
        self.key = key_field(said.key())
        self._address, self._key = Labeled(said.address(), self.address), Labeled(said.key(), self.key)
        self.promise = IconLine("shield-check", said.to_keyring(), Ink.OK)
        self.server = StatusRow("server", said.server_answers())
        self.account = StatusRow("key-round", said.key_accepted())
        self.account.set_last(True)
        rows = Panel()
        inside = QVBoxLayout(rows)
        inside.setContentsMargins(20, 4, 20, 4)
        inside.setSpacing(0)
        inside.addWidget(self.server)
        inside.addWidget(self.account)
        self.column.addWidget(self._address)
        self.column.addWidget(self._key)
        line = QHBoxLayout()
        line.addWidget(self.promise, 1)
        self.column.addLayout(line)
        self.column.addWidget(rows)
        self.column.addStretch(1)
        self._still = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._still.timeout.connect(self.ask_now)
        self.address.textEdited.connect(self._typed)
        self.key.textEdited.connect(self._key_typed)

    def fill(self, settings: Settings) -> None:
        """The address; a key is never shown again."""
        self.address.setText(settings.server.core_url)
        session = settings.keys is KeyPlace.SESSION
        self.promise.set_words(
            "shield-alert" if session else "shield-check",
            words.setup.no_keyring() if session else words.setup.to_keyring(),
            Ink.WARN if session else Ink.OK,
        )

    def read(self, settings: Settings) -> Settings | None:
        """The address must be one; the key must be there."""
        if self._address.show_error(self._fault()):
            self.address.activate()
            return None
        return replace(settings, server=replace(settings.server, core_url=address_of(self.address.text())))

    def needs_key(self) -> None:
        """Continue was pressed without a key."""
        self._key.show_error(words.setup.key_missing())
        self.key.activate()

    def begin(self) -> None:
        """The key is what is to be typed here."""
        self.key.activate()

    def show_course(self, course: Course) -> None:
        """What PassQuare said."""
        said = words.setup
        if KeyName.APP_KEY in course.keys and not self.key.text():
            self.key.edit.setPlaceholderText("••••••••")
        host = urlsplit(address_of(self.address.text())).hostname or ""
        refused = isinstance(course.refusal, (KeyRefused, BadInput))
        self.key.set_done(course.connection is Answer.WELL)
        self.address.set_done(course.connection is Answer.WELL or refused)
        match course.connection:
            case Answer.ASKING:
                self._show(self.server, said.asking(), RowMark.NONE)
                self._show(self.account, said.asking(), RowMark.NONE)
            case Answer.WELL if course.connected is not None:
                account = course.connected.account
                balance = "" if account.balance is None else self._money(course.settings, account.balance)
                self._show(self.server, said.answered(host, course.connected.took_ms), RowMark.OK)
                self._show(self.account, said.account(account.name, balance), RowMark.OK)
            case Answer.FAILED if course.refusal is not None:
                why = said.why(course.refusal)
                self._show(self.server, host if refused else why, RowMark.OK if refused else RowMark.WARN)
                self._show(self.account, why if refused else said.not_asked(), RowMark.BAD if refused else RowMark.NONE)
            case _:
                self._show(self.server, said.not_asked(), RowMark.NONE)
                self._show(self.account, said.not_asked(), RowMark.NONE)

    @staticmethod
    def _show(row: StatusRow, text: str, mark: RowMark) -> None:
        spoken = {RowMark.OK: words.setup.well(), RowMark.NONE: ""}.get(mark, words.setup.not_well())
        row.show_words(text, mark, spoken)

    def _fault(self) -> str:
        try:
            check_url(address_of(self.address.text()), "address")
        except BadInput:
            return words.setup.bad_address()
        return ""

    def _typed(self) -> None:
        self._address.show_error("")
        self._still.start()
        self.edited.emit()

    def _key_typed(self, typed: str) -> None:
        self._key.show_error("")
        self.changed_key.emit(typed.strip())
        if len(typed.strip()) >= _SHORTEST_KEY:
            self._still.start()
        self.edited.emit()
