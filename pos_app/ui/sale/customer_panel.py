"""``CustomerPanel``: the customer that is served (pictures 03, 04, 08)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.money import ZERO
from pos_app.till.views import CustomerView, Source
from pos_app.ui import words
from pos_app.ui.sale.balance_block import BalanceBlock, BalanceView
from pos_app.ui.sale.name_header import NameHeader
from pos_app.ui.sale.phrases import Phrases, spoken_number
from pos_app.ui.theme import Metrics, SizeClass
from pos_app.ui.widgets.avatar import AvatarTone, initials
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.facts import FactRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from pos_app.ui.sale.screen_state import ScreenState

_GAPS = {SizeClass.S: 14, SizeClass.M: 16, SizeClass.L: 20}


class CustomerPanel(QWidget):
    """Name, cards, balance, and what is worth knowing. ``closed``: the cross was pressed."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = NameHeader()
        self.header.closed.connect(self.closed)
        self.card_chip, self.phone_chip = Chip("", "credit-card"), Chip("", "smartphone")
        self.block = BalanceBlock()
        self.banner = Banner("", "", BannerTone.WARN, "wifi-off")
        self.birthday = FactRow("cake", "", "", AvatarTone.ACCENT)
        self.visit = FactRow("shopping-bag", "", "")
        self._short, self._banner_wanted, self._gap = False, False, 16
        self._wanted: dict[QWidget, bool] = {}
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.card_chip)
        chips.addWidget(self.phone_chip)
        chips.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._padded = QVBoxLayout()
        self._padded.addLayout(chips)
        for part in (self.block, self.banner, self.birthday, self.visit):
            self._padded.addWidget(part)
        self._padded.addStretch(1)
        self._column.addLayout(self._padded, 1)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad, gap = metrics.panel_pad, _GAPS[metrics.size_class]
        self._short, self._gap = metrics.page_pad == 16, gap
        self._column.setContentsMargins(pad, pad, 0, pad)
        self._column.setSpacing(gap)
        self._padded.setContentsMargins(0, 0, pad, 0)
        self._padded.setSpacing(gap)
        self.header.apply_metrics(metrics)
        self.block.apply_metrics(metrics)

    def show_customer(self, view: CustomerView, state: ScreenState, phrases: Phrases) -> None:
        """Show ``view`` as far as it is known."""
        customer = view.customer
        # Without a name the phone stands in its place.
        phone = words.mask_phone(customer.phone) if customer.phone and customer.full_name else ""
        spoken = spoken_number(customer.phone, "") if phone else ""
        self.header.show_person(phrases.name(view), phone, initials(customer.full_name), spoken=spoken)
        self._show_chips(view)
        asking = state.done is None and state.serving.refreshing
        self.block.show_balance(self._balance(view, state, phrases, asking=asking))
        self._show_banner(view, state, asking=asking)
        birthday = phrases.birthday(view)
        if birthday is not None:
            self.birthday.set_words(*birthday)
        visit = phrases.visit(view.last_visit) if view.last_visit is not None else None
        if visit is not None:
            self.visit.set_words(*visit)
        self._wanted = {
            self.banner: self._banner_wanted,
            self.birthday: birthday is not None,
            # Beside a banner one fact is enough.
            self.visit: visit is not None and not (self._banner_wanted and birthday is not None),
        }
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question at the foot of the panel leaves less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Too short a panel drops the last visit, then the birthday, then the banner; never the balance."""
        margins = self._column.contentsMargins()
        room = self.height() - margins.top() - margins.bottom()
        room -= self.header.sizeHint().height() + self._gap + self.card_chip.sizeHint().height() + self._gap
        room -= self.block.sizeHint().height()
        inner = self.width() - 2 * margins.left()
        for part, wanted in self._wanted.items():
            height = part.heightForWidth(inner) if part.hasHeightForWidth() else part.sizeHint().height()
            room -= height + self._gap if wanted else 0
            part.setVisible(wanted and room >= 0)

    def _show_chips(self, view: CustomerView) -> None:
        cards = list(dict.fromkeys(card for card in (view.card, *view.customer.cards) if card))
        self.card_chip.setVisible(bool(cards))
        if cards:
            more = f"  +{len(cards) - 1}" if len(cards) > 1 else ""
            self.card_chip.set_words(words.mask_card(cards[0]) + more)
            self.card_chip.setAccessibleName(spoken_number("", cards[0]) + more)
        installed = view.customer.in_phone
        if installed:
            self.phone_chip.set_words(words.sale.card_in_phone_short() if self._short else words.sale.card_in_phone())
        else:
            self.phone_chip.set_words(words.sale.no_phone_card())
        self.phone_chip.setVisible(installed or bool(view.customer.installs))

    def _balance(self, view: CustomerView, state: ScreenState, phrases: Phrases, *, asking: bool) -> BalanceView:
        stale = view.source is Source.CACHE and not asking
        freshness = phrases.as_of(view) if view.source is Source.CACHE else words.sale.live()
        if state.done is not None and state.done.fresh:
            freshness = words.sale.updated_now()
        rates = (view.bonus, view.discount)
        bonus, discount = (words.sale.not_known() if rate is None else phrases.formats.percent(rate) for rate in rates)
        unsent = words.sale.includes_unsent(phrases.formats.points(view.pending)) if view.pending else ""
        if view.balance is None:
            return BalanceView(
                balance="–", freshness=freshness, stale=stale, calm=asking, unsent=unsent, bonus=bonus, discount=discount
            )
        # What the customer owes is kept on the ledger; to them it is nothing to spend.
        shown = max(view.balance, ZERO)
        return BalanceView(
            balance=phrases.formats.points(shown),
            unit=phrases.points_unit(shown),
            worth=phrases.worth(shown),
            freshness=freshness,
            stale=stale,
            owes=words.sale.owes(phrases.points_words(-view.balance)) if view.balance < 0 else "",
            calm=asking and view.source is Source.CACHE,
            unsent=unsent,
            bonus=bonus,
            discount=discount,
        )

    def _show_banner(self, view: CustomerView, state: ScreenState, *, asking: bool) -> None:
        connection = state.status.connection
        self._banner_wanted = True
        if connection.asks_for_key:
            self.banner.set_words(words.shell.account_refused(), words.shell.account_refused_why(), BannerTone.BAD, "circle-alert")
        elif view.source is Source.CACHE and not asking:
            self.banner.set_words(words.sale.you_are_offline(), words.sale.sales_sent_later(), BannerTone.WARN, "wifi-off")
        else:
            self._banner_wanted = False
