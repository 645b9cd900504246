"""``RegisterPage``: the form and the code. It shows what its presenter says and tells it what was pressed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.customer import Customer
from pos_app.reader import Scan
from pos_app.till.events import Event, Status
from pos_app.ui import words
from pos_app.ui.form_letters import FormLetters
from pos_app.ui.register.form import RegisterForm
from pos_app.ui.register.full_screen import FullScreenCode
from pos_app.ui.register.presenter import RegisterPresenter
from pos_app.ui.register.states import Field, RegisterTill, Step, Wallet
from pos_app.ui.register.wallet_panel import WalletPanel
from pos_app.ui.sale.announcer import announce
from pos_app.ui.sale.states import Runner
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent

LOOK_EVERY_MS = 4_000
"""Whether the card is in the phone by now."""


class RegisterPage(QWidget):
    """A page of the shell. ``served`` gives a phone that goes on the sale; ``left``: back to the sale."""

    served = Signal(str)
    left = Signal()

    def __init__(
        self,
        till: RegisterTill,
        runner: Runner,
        *,
        formats: words.Formats,
        status: Status,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._shown_focus, self._told, self._ready = -1, "", False
        self._in_sight: QWidget | None = None
        self.title = PlainLabel("", Type.TITLE_PAGE)
        self.subtitle = PlainLabel("", Type.BODY, Ink.TEXT2)
        self.form = RegisterForm()
        self.wallet = WalletPanel(formats.money)
        self.full_screen = FullScreenCode(self)
        self.presenter = RegisterPresenter(
            till,
            runner,
            changed=self.show_state,
            serve=self.served.emit,
            leave=self.left.emit,
            clock=clock,
            status=status,
            sms_text=words.register.sms_text,
        )
        self._looks = QTimer(self, interval=LOOK_EVERY_MS)
        self._looks.timeout.connect(self.presenter.wallet.look)
        self.letters = FormLetters(self.form.area, language=formats.language, clock=clock, changed=self.show_state, signs="+-@.")
        self.letters.watch(row.field for row in self.form.rows.values())
        self._lay_out()
        self._connect()
        self._ready = True
        self.show_state()

    def open_new(self, phone: str = "") -> None:
        """An empty form; ``phone``: what was typed at the sale."""
        self.presenter.new(phone)

    def open_edit(self, customer: Customer) -> None:
        """A customer's fields, to be changed."""
        self.presenter.edit(customer)

    @property
    def wants_swipes(self) -> bool:
        """Whether a swipe is for the form; once it is saved, the next customer may swipe."""
        return self.presenter.step is not Step.SAVED

    def scanned(self, scan: Scan) -> None:
        """A card was swiped while the page is shown: what it is for is asked."""
        if scan.candidates:
            self.presenter.read(scan.candidates)

    def happened(self, event: Event) -> None:
        """The till tells."""
        self.presenter.happened(event)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.page_pad
        self._page.setContentsMargins(pad, pad - 8, pad, pad)
        self._page.setSpacing(12 if pad == 16 else 16)
        self._row.setSpacing(metrics.gutter)
        self.form.apply_metrics(metrics)
        self.wallet.apply_metrics(metrics)

    def show_state(self) -> None:
        """Show everything anew."""
        if not self._ready:
            return
        state, said = self.presenter, words.register
        editing = state.editing is not None
        self.title.setText(said.edit_customer() if editing else said.new_customer())
        self.subtitle.setText(said.only_changes() if editing else said.phone_is_enough())
        self.form.show_state(state)
        self.wallet.setVisible(not editing)
        self.wallet.show_state(state.wallet)
        if not state.wallet.looks or not self.isVisible():
            self._looks.stop()
        elif not self._looks.isActive():
            self._looks.start()
        self.letters.show_open(wanted=state.step is Step.TYPING)
        # A low window has room for the letters or for this.
        self.subtitle.setVisible(self.letters.isHidden())
        self._move_focus()
        self._bring_into_sight()
        self._tell()

    def enlarge(self) -> None:
        """F11."""
        if self.presenter.wallet.wallet in (Wallet.READY, Wallet.IN_PHONE):
            self.full_screen.open(self.presenter.wallet.link, self.window())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody wanted: they are the page's, whatever has the focus."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.presenter.enter,
            Qt.Key.Key_Enter: self.presenter.enter,
            Qt.Key.Key_Escape: self.presenter.escape,
            Qt.Key.Key_F8: self._f8,
            Qt.Key.Key_F11: self.enlarge,
        }
        action = actions.get(event.key())
        if action is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            action()

    def showEvent(self, event: QShowEvent) -> None:
        """Look after the code again."""
        super().showEvent(event)
        self._shown_focus = -1
        self.show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._looks.stop()
        self.full_screen.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The shell gives the page the focus."""
        super().focusInEvent(event)
        self._shown_focus = -1
        self._move_focus()

    def _f8(self) -> None:
        if self.presenter.step is Step.SAVED:
            self.presenter.new()

    def _move_focus(self) -> None:
        moves = self.presenter.focus_moves
        if not self.isVisible():
            return
        if self.presenter.step is Step.SAVED:
            # The fields are over: Enter is the page's.
            if self._shown_focus != moves or not self.form.save.hasFocus():
                self.form.save.setFocus()
        elif moves != self._shown_focus:
            self.form.rows[self.presenter.active].field.activate()
        self._shown_focus = moves

    def _bring_into_sight(self) -> None:
        """What is asked, and what is missing, scrolls into sight once."""
        state = self.presenter
        wanted = self.form.agrees if state.consent_missing else self.form.card_no if state.swiped is not None else None
        if wanted is not self._in_sight and wanted is not None:
            # Once it has its place.
            QTimer.singleShot(0, wanted, lambda: self.form.area.ensureWidgetVisible(wanted, 0, 12))
        self._in_sight = wanted

    def _tell(self) -> None:
        """Say to who cannot see it what has changed."""
        state = self.presenter
        errors = [row.field.error for row in self.form.rows.values() if row.field.error]
        said = errors[0] if errors else self.form.agrees.wrong
        if not said and state.step is Step.SAVED:
            said = f"{self.wallet.title.text()}. {self.wallet.sentence.text()}"
        if said and said != self._told and self.isVisible():
            announce(self, said, bool(errors))
        self._told = said

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        self._row = QHBoxLayout()
        self._row.addWidget(self.form, 1)
        self._row.addWidget(self.wallet)
        self._page = QVBoxLayout(self)
        self._page.addLayout(head)
        self._page.addLayout(self._row, 1)
        self._page.addWidget(self.letters)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _connect(self) -> None:
        state, form = self.presenter, self.form
        form.typed.connect(state.type)
        form.left.connect(state.left)
        form.card_answered.connect(lambda yes: state.use_card(yes=yes))
        form.agrees.clicked.connect(lambda checked: state.agree(agreed=checked))
        form.news.clicked.connect(lambda checked: state.want_news(wanted=checked))
        form.save.clicked.connect(state.enter)
        form.cancel.clicked.connect(lambda: self._f8() if state.step is Step.SAVED else state.cancel())
        for which, row in form.rows.items():
            row.field.activated.connect(lambda which=which: self._activated(which))
        self.wallet.sms.connect(state.wallet.ask_sms)
        self.wallet.paid.connect(lambda yes: state.wallet.pay_sms(yes=yes))
        self.wallet.enlarged.connect(self.enlarge)

    def _activated(self, which: Field) -> None:
        self.presenter.active = which
        self.form.area.ensureWidgetVisible(self.form.rows[which], 0, 20)
