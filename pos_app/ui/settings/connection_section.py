"""The section "Connection and keys": where the sales go, and a new key in place of one that was withdrawn.

A key is taken out of its field as soon as it is tried or the section is left, and is shown by nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import BadInput, PosError
from pos_app.loyalty.secret import Secret
from pos_app.till.rekeying import KeyName, Line, Mode
from pos_app.till.setup_draft import SetupStep
from pos_app.ui import words
from pos_app.ui.sale.states import Runner
from pos_app.ui.settings.parts import fact_grid, section_head
from pos_app.ui.setup.connection_form import key_field
from pos_app.ui.setup.form import IconLine, Labeled
from pos_app.ui.theme import Ink, Metrics
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.status_row import RowMark, StatusRow

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

__all__ = ["ConnectionSection", "RekeyingTill"]


class RekeyingTill(Protocol):
    """What the section needs of :class:`pos_app.till.rekeying.Rekeying`."""

    def line(self) -> Line: ...
    def replace(self, given: Mapping[KeyName, Secret]) -> Future[Account | None]: ...


class ConnectionSection(Panel):
    """``fields``: one for each key that can be replaced here; ``buttons``: one for those of a server, by the last of them."""

    def __init__(self, till: RekeyingTill, runner: Runner, *, formats: words.Formats) -> None:
        super().__init__()
        self._till, self._runner, self._formats = till, runner, formats
        said, set_up = words.connection, words.setup
        names = {
            KeyName.APP_KEY: set_up.key(),
            KeyName.CRM_KEY: set_up.crm_key(),
            KeyName.CRM_USER: set_up.crm_user(),
            KeyName.CRM_PASSWORD: set_up.crm_password(),
        }
        line = till.line()
        self.fields = {name: key_field(names[name]) for together in line.replaceable for name in together}
        self.buttons = {together[-1]: Button(said.replace(), ButtonKind.SECONDARY, height=56) for together in line.replaceable}
        self._labeled: dict[KeyName, Labeled] = {}
        self.core = StatusRow("globe", set_up.address())
        self.account = StatusRow("shield-check", words.line.account())
        self.balances = StatusRow("coins", words.line.crm() if line.crm_url else set_up.name(SetupStep.BALANCES))
        self.place = StatusRow("key-round", said.keys_are())
        self.promise = IconLine("shield-check", "", Ink.OK)
        self.banner = Banner("", "", BannerTone.NEUTRAL)
        self.banner.hide()
        self._column = QVBoxLayout(self)
        self._column.addLayout(section_head(said.title(), said.why()))
        self._column.addWidget(Divider())
        self._column.addLayout(fact_grid((self.core, self.account, self.balances, self.place)))
        for together in line.replaceable:
            self.buttons[together[-1]].setAccessibleName(said.replace_spoken(" + ".join(names[name] for name in together)))
            self.buttons[together[-1]].clicked.connect(partial(self._replace, together))
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in together:
                field = self.fields[name]
                field.edit.setPlaceholderText("••••••••")
                field.edit.returnPressed.connect(partial(self._replace, together))
                field.textEdited.connect(partial(self._typed, name))
                self._labeled[name] = labeled = Labeled(names[name], field)
                row.addWidget(labeled, 1)
            button = QVBoxLayout()
            button.addStretch(1)
            button.addWidget(self.buttons[together[-1]])
            row.addLayout(button)
            self._column.addLayout(row)
        self._column.addWidget(self.promise)
        self._column.addStretch(1)
        self._column.addWidget(self.banner)
        self.apply_metrics(Metrics.for_window(1280, 800))
        self.show_line()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad, low = metrics.panel_pad, metrics.height < 760
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(9 if low else 16)
        for row in (self.core, self.account, self.balances, self.place):
            row.set_low(low)

    def show_line(self) -> None:
        """Where the sales go now, and where the keys are."""
        line, said, set_up = self._till.line(), words.connection, words.setup
        modes = {Mode.SOLE: set_up.only_here, Mode.SHARED: set_up.by_hand, Mode.CRM: set_up.own_crm}
        host = urlsplit(line.crm_url).hostname or ""
        self.core.show_words(line.core_url, RowMark.NONE)
        self.account.show_words(line.account or words.line.not_told(), RowMark.NONE)
        self.balances.show_words(host or modes[line.mode](), RowMark.NONE)
        self.place.show_words(said.in_memory() if line.in_memory else said.in_keyring(), RowMark.NONE)
        if line.in_memory:
            self.promise.set_words("shield-alert", set_up.no_keyring(), Ink.WARN)
        else:
            self.promise.set_words("shield-check", set_up.to_keyring(), Ink.OK)

    def begin(self) -> None:
        """Somebody comes to replace the till's key."""
        self.fields[KeyName.APP_KEY].activate()

    def showEvent(self, event: QShowEvent) -> None:
        """The account may be known by now."""
        super().showEvent(event)
        self.show_line()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed stays."""
        super().hideEvent(event)
        for name, field in self.fields.items():
            field.setText("")
            self._labeled[name].show_error("")
        self.banner.hide()

    def _typed(self, name: KeyName, _text: str) -> None:
        self._labeled[name].show_error("")
        self.banner.hide()

    def _replace(self, together: Sequence[KeyName]) -> None:
        typed = {name: self.fields[name].text().strip() for name in together}
        if not self.buttons[together[-1]].isEnabled():
            return
        for name, text in typed.items():
            if not text:
                self._labeled[name].show_error(words.setup.key_missing())
                self.fields[name].activate()
                return
        for name in together:
            self.fields[name].setText("")
        self._show_busy(busy=True)
        self.banner.set_words("", words.setup.asking(), BannerTone.NEUTRAL, "clock")
        self.banner.show()
        self._runner.run(
            self._till.replace({name: Secret(text) for name, text in typed.items()}), self._replaced, self._not_replaced
        )

    def _show_busy(self, *, busy: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(not busy)

    def _replaced(self, account: Account | None) -> None:
        self._show_busy(busy=False)
        self.show_line()
        sentence = ""
        if account is not None:
            balance = "" if account.balance is None else self._formats.money(account.balance)
            sentence = words.setup.account(account.name, balance)
        self.banner.set_words(words.connection.replaced(), sentence, BannerTone.GOOD, "circle-check")

    def _not_replaced(self, error: PosError) -> None:
        self._show_busy(busy=False)
        # What it was bad for besides its account is nothing that can be typed here.
        why = words.line.other_account_why() if isinstance(error, BadInput) else words.setup.why(error)
        self.banner.set_words(words.connection.not_replaced(), why, BannerTone.BAD, "circle-alert")
