"""``SalePage``: the Sale screen. It shows what its presenter says and tells it what was pressed; it decides nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.phone import calling_code
from pos_app.reader import Scan, ScanKind
from pos_app.till.events import Event, Status
from pos_app.till.views import CustomerView
from pos_app.ui import words
from pos_app.ui.printing.compose import Composer
from pos_app.ui.sale.announcer import PAUSE_MS, Announcer, announce
from pos_app.ui.sale.customer_side import CustomerSide
from pos_app.ui.sale.keys import SaleKeys
from pos_app.ui.sale.last_sales import LastSales
from pos_app.ui.sale.letters_door import LettersDoor
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.phrases import Phrases
from pos_app.ui.sale.presenter import SalePresenter
from pos_app.ui.sale.sale_panel import SalePanel
from pos_app.ui.sale.sounds import Sounds
from pos_app.ui.sale.states import ROUND, Field, Refusal, Runner, SalesTill
from pos_app.ui.theme import Metrics
from pos_app.ui.widgets.pay_band import BandState, PayBand
from pos_app.ui.widgets.sides import is_mirrored, mirror

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QShowEvent

    from pos_app.appearance import Appearance, Sound
    from pos_app.loyalty.programme import Programme, Quote
    from pos_app.ui.widgets.field_base import FieldBase

_REFUSALS = {
    ScanKind.PAYMENT_CARD: Refusal.BANK_CARD,
    ScanKind.READ_ERROR: Refusal.BAD_READ,
    ScanKind.INCOMPLETE: Refusal.BAD_READ,
}


class SalePage(QWidget):
    """A page of the shell. ``register_wanted`` gives a number that was typed or "", ``edit_wanted`` a ``Customer``.

    ``journal_wanted``: the earlier sales are to be seen. ``now`` is the wall clock in the shop's zone, ``clock`` counts seconds and
    never goes back.
    """

    journal_wanted = Signal()
    register_wanted = Signal(str)
    edit_wanted = Signal(object)

    def __init__(
        self,
        till: SalesTill,
        runner: Runner,
        *,
        programme: Programme,
        formats: words.Formats,
        region: str,
        status: Status,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        play: Callable[[Sound], None] = lambda _sound: None,
        composer: Composer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        numbers = NumberForm(decimal=formats.separator, group=formats.group)
        self._clock = clock
        self._shown_focus = -1
        self._ready = False
        self._timer = QTimer(self, singleShot=True)
        self.phrases = Phrases(formats, programme, now)
        self.side = CustomerSide(lambda: calling_code(region))
        self.sale = SalePanel(self.phrases, numbers)
        self.band = PayBand(words.checkout.to_pay(), words.checkout.confirm())
        self.last = LastSales()
        self._sounds = Sounds(play)
        pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._announcer = Announcer(partial(announce, self), pause.start)
        pause.timeout.connect(self._announcer.settled)
        self.presenter = SalePresenter(
            till,
            runner,
            programme=programme,
            numbers=numbers,
            clock=clock,
            changed=self.show_state,
            status=status,
            now=now,
            composer=composer or Composer(shop="", till="", formats=formats),
        )
        self.fields: dict[Field, FieldBase] = {
            Field.SEARCH: self.side.search,
            Field.PURCHASE: self.sale.purchase,
            Field.REDEEM: self.sale.redeem,
            Field.RECEIPT: self.sale.receipt,
            Field.PHONE: self.side.unknown.phone,
        }
        self.keys = SaleKeys(self, self.presenter, self.fields)
        self.letters_door = LettersDoor(self.side.search, clock, self.show_state)
        self._lay_out()
        self._connect()
        self._order_focus()
        self._ready = True
        self.show_state()

    # What comes from outside

    def scanned(self, scan: Scan) -> None:
        """Something was swiped or scanned, whatever was shown."""
        if scan.candidates:
            self._sounds.read()
            self.presenter.read(scan.candidates)
        else:
            self.presenter.refuse(_REFUSALS.get(scan.kind, Refusal.FOREIGN_CODE))

    def happened(self, event: Event) -> None:
        """The till tells."""
        self.presenter.happened(event)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.page_pad
        self._metrics = metrics
        ends = (pad - ROUND, pad)
        left, right = reversed(ends) if is_mirrored(self._row) else ends
        self._row.setContentsMargins(left, pad - ROUND, right, pad - ROUND)
        self._row.setSpacing(metrics.gutter)
        self.side.setFixedWidth(metrics.column_a + 2 * ROUND)
        self._row.setSpacing(metrics.gutter - ROUND)
        self._right.setSpacing(metrics.gap)
        wide = metrics.column_c > 0
        self.last.setVisible(wide)
        self.last.setFixedWidth(metrics.column_c)
        self._third.setContentsMargins(ROUND if wide else 0, ROUND, 0, ROUND)
        for part in (self.side, self.sale, self.band, self.last):
            part.apply_metrics(metrics)
        if self._ready:
            self.show_state()

    def apply_appearance(self, appearance: Appearance) -> None:
        """Sides, keypad and how long a sale is shown, as chosen; the colours are the whole window's."""
        self.presenter.close_by_itself(closes=appearance.sale_closes)
        self.sale.keypad.set_order(appearance.keypad)
        mirror(self._row, mirrored=appearance.left_handed)
        self.apply_metrics(self._metrics)

    # Showing

    def show_state(self) -> None:
        """Show everything anew: cheap where nothing changed."""
        if not self._ready:
            return
        presenter = self.presenter
        quote, self.phrases.programme = presenter.quote, presenter.form.programme
        self.side.show_state(presenter, self.phrases)
        if presenter.active is not Field.SEARCH or presenter.done is not None:
            self.letters_door.close()
        self.sale.show_letters(shown=self.letters_door.is_open)
        self.sale.show_state(presenter, quote, self.phrases)
        self._show_band(quote)
        if not self.last.isHidden():
            self.last.show_sales(presenter.checkout.recent, self.phrases)
        self._move_focus()
        self._announcer.tell(presenter, self.phrases)
        self._sounds.tell(presenter)
        self._arm()

    def _show_band(self, quote: Quote) -> None:
        presenter, said = self.presenter, words.checkout
        done = presenter.done
        to_pay = quote.to_pay if done is None else done.to_pay
        money = self.phrases.formats.money(to_pay)
        spoken = self.phrases.formats.spoken(to_pay)
        self.band.show_total(money, said.to_pay_spoken(spoken))
        if done is not None:
            self.band.show_state(BandState.DONE, said.next())
            return
        state = BandState.READY if presenter.can_confirm else BandState.OFF if quote.gross else BandState.EMPTY
        self.band.show_state(state, said.confirm(), said.confirm_spoken(spoken))

    def _move_focus(self) -> None:
        """Move the focus only where the presenter moved it: an answer that comes late leaves it alone."""
        moves = self.presenter.focus_moves
        if moves == self._shown_focus or not self.isVisible():
            return
        self._shown_focus = moves
        self.fields[self.presenter.active].activate()

    def _arm(self) -> None:
        wakes_at = self.presenter.wakes_at
        if wakes_at is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, round((wakes_at - self._clock()) * 1000)))

    def showEvent(self, event: QShowEvent) -> None:
        """The page is on the screen: its keys and its focus are its own."""
        super().showEvent(event)
        self.keys.watch_window()
        self._shown_focus = -1
        self._move_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The shell gives the page the focus: it goes to the active field."""
        super().focusInEvent(event)
        self.fields[self.presenter.active].activate()

    # Building

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, ROUND, 0, ROUND)
        self._right.addWidget(self.sale, 1)
        self._right.addWidget(self.band)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.side)
        self._row.addLayout(self._right, 1)
        self._third = QVBoxLayout()
        self._third.addWidget(self.last)
        self._row.addLayout(self._third)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _connect(self) -> None:
        sale, side = self.presenter, self.side
        self._timer.timeout.connect(sale.wake)
        for which, field in self.fields.items():
            field.activated.connect(lambda which=which: sale.activated(which))
        side.search.textEdited.connect(sale.search)
        self.sale.purchase.textEdited.connect(sale.type_amount)
        self.sale.redeem.textEdited.connect(sale.type_redeem)
        self.sale.receipt.textEdited.connect(sale.type_receipt)
        side.unknown.phone.textEdited.connect(sale.type_phone)
        side.search.cleared.connect(lambda: sale.search(""))
        side.idle.served_again.connect(sale.serve_again)
        side.idle.taken_up.connect(sale.take_up)
        side.hold.clicked.connect(sale.hold)
        side.list.picked.connect(sale.pick)
        side.list.list.reached.connect(sale.point_at)
        side.customer.closed.connect(sale.close_customer)
        side.unknown.closed.connect(sale.close_customer)
        side.not_found.sell.connect(sale.sell_to_nobody)
        side.not_found.fix.connect(lambda: sale.go(Field.SEARCH))
        side.refused.dismissed.connect(sale.escape)
        side.refused.by_phone.connect(lambda: sale.go(Field.SEARCH))
        side.question.answered.connect(lambda yes: sale.change_customer(yes=yes))
        self.sale.points_asked.connect(sale.ask_points)
        self.sale.done.undo.connect(sale.undo)
        self.sale.done.slip.connect(sale.print_slip)
        self.band.confirmed.connect(sale.confirm_pressed)
        self.last.journal.clicked.connect(self.journal_wanted)
        self.keys.typed.connect(self.letters_door.keyboard_used)
        self.keys.undo_sought.connect(self._seek_undo)
        self.keys.register_sought.connect(self._register)
        side.not_found.register.connect(self._register)
        side.idle.register.connect(self._register)
        side.customer.header.edit.connect(self._edit)
        letters = self.sale.letters
        letters.typed.connect(side.search.insert)
        letters.backspace.connect(side.search.backspace)
        letters.closed.connect(self.letters_door.close)
        keypad = self.sale.keypad
        keypad.digit.connect(self.keys.digit)
        keypad.separator.connect(lambda: self.keys.digit(self.phrases.formats.separator))
        keypad.backspace.connect(self.keys.backspace)
        keypad.clear.connect(self.keys.clear)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    def _register(self) -> None:
        """F8, or the button where nobody was found."""
        nobody = self.presenter.nobody
        self.register_wanted.emit(nobody.phone if nobody is not None else "")

    def _edit(self) -> None:
        buyer = self.presenter.serving.shown
        if isinstance(buyer, CustomerView) and buyer.customer.phone:
            self.edit_wanted.emit(buyer.customer)

    def _seek_undo(self) -> None:
        """The first time it is only pointed at."""
        undo = self.sale.done.undo_card
        if undo.hasFocus():
            self.presenter.undo()
        elif undo.isVisible():
            undo.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        self.presenter.hold_open(held=now is not None and self.sale.done.isAncestorOf(now))

    def _order_focus(self) -> None:
        """Input, customer's actions, purchase, points, receipt, Confirm, undo; a finger on a button takes no focus."""
        for button in self.findChildren(QAbstractButton):
            if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = self.side
        order: list[QWidget] = [
            side.search.edit,
            side.list.list.first_row,
            *side.idle.held_rows,
            *side.idle.rows,
            side.idle.register_button,
            side.customer.header.pencil,
            side.customer.header.cross,
            side.unknown.header.pencil,
            side.unknown.header.cross,
            side.unknown.phone.edit,
            side.not_found.register_button,
            side.not_found.sell_button,
            side.not_found.fix_button,
            side.refused.phone_button,
            side.refused.ok_button,
            side.hold,
            side.question.yes,
            side.question.no,
            self.sale.purchase.edit,
            self.sale.redeem.edit,
            self.sale.receipt.edit,
            self.band.button,
            self.sale.done.undo_card,
            self.sale.done.slip_card,
            self.last.journal,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def changeEvent(self, event: QEvent) -> None:
        """Nothing of its own: kept so that a moved page finds its window again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self.keys.watch_window()
