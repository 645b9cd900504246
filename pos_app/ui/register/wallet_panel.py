"""``WalletPanel``: the code for the customer's phone, what it waits for, and the other ways to the card."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.loyalty.errors import Problem
from pos_app.loyalty.profile import Sms
from pos_app.ui import words
from pos_app.ui.register.states import SmsStep, Wallet
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.chip import Chip, ChipTone
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Block, BlockTone, Panel
from pos_app.ui.widgets.progress import Spinner
from pos_app.ui.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from pos_app.ui.register.wallet import WalletSide

WIDTH, WIDTH_SMALL = 416, 320
CODE, CODE_SMALL = 264, 232
_SHOWS_CODE = (Wallet.READY, Wallet.IN_PHONE)


class WalletPanel(Panel):
    """``enlarged``: the code is to fill the screen; ``sms``: the link is to be sent; ``paid``: whether it may be paid for."""

    enlarged = Signal()
    sms = Signal()
    paid = Signal(bool)

    def __init__(self, money: Callable[[Decimal], str]) -> None:
        super().__init__()
        said = words.register
        middle = Qt.AlignmentFlag.AlignHCenter
        self._money = money
        self.head = PlainLabel(said.phone_card(), Type.TITLE_PANEL, shrink_to_px=16)
        self.chip = Chip(said.ready(), "check", ChipTone.OK)
        self.mark = Avatar("", 80, AvatarTone.GREY, icon="qr-code")
        self.code = QrCode(CODE, said.code_spoken())
        self.title = PlainLabel("", Type.LEAD_L, wrap=True, align=middle)
        self.sentence = PlainLabel("", Type.BODY, Ink.TEXT2, wrap=True, align=middle)
        self.strip = Block(BlockTone.SUNKEN)
        self.spinner = Spinner(20)
        self.waits = PlainLabel("", Type.BODY, Ink.TEXT2)
        self.banner = Banner("", "", BannerTone.NEUTRAL, "info")
        self.yes = Button(said.sms_yes(), ButtonKind.PRIMARY, height=56)
        self.no = Button(said.sms_no(), ButtonKind.SECONDARY, key="Esc", height=56)
        self.sms_button = Button(said.send_sms(), ButtonKind.SECONDARY, icon="smartphone", height=56)
        self.large = Button(said.enlarge(), ButtonKind.SECONDARY, icon="maximize", key="F11", height=56)
        self._lay_out(middle)
        self.sms_button.clicked.connect(self.sms)
        self.large.clicked.connect(self.enlarged)
        self.yes.clicked.connect(lambda: self.paid.emit(True))  # noqa: FBT003 - a signal of a bool
        self.no.clicked.connect(lambda: self.paid.emit(False))  # noqa: FBT003

    def _lay_out(self, middle: Qt.AlignmentFlag) -> None:
        strip = QHBoxLayout(self.strip)
        strip.setContentsMargins(12, 12, 12, 12)
        strip.setSpacing(10)
        strip.addStretch(1)
        strip.addWidget(self.spinner)
        strip.addWidget(self.waits)
        strip.addStretch(1)
        answers, buttons = QHBoxLayout(), QHBoxLayout()
        for row, pair in ((answers, (self.no, self.yes)), (buttons, (self.sms_button, self.large))):
            row.setSpacing(12)
            for button in pair:
                row.addWidget(button, 1)
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.chip)
        self._column.addLayout(head)
        self._column.addStretch(1)
        self._column.addWidget(self.mark, 0, middle)
        self._column.addWidget(self.code, 0, middle)
        self._column.addSpacing(4)
        self._column.addWidget(self.title)
        self._column.addWidget(self.sentence)
        self._column.addStretch(2)
        self._column.addWidget(self.banner)
        self._column.addLayout(answers)
        self._column.addWidget(self.strip)
        self._column.addLayout(buttons)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        small = metrics.page_pad == 16
        pad = metrics.panel_pad
        self.setFixedWidth(WIDTH_SMALL if small else WIDTH)
        self.code.set_size(CODE_SMALL if small else CODE)
        self.sms_button.set_icon_name(None if small else "smartphone")
        self.large.set_icon_name(None if small else "maximize")
        self.no.set_key(None if small else "Esc")
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(10 if small else 12)

    def show_state(self, state: WalletSide) -> None:
        """Show everything anew."""
        wallet = state.wallet
        code = wallet in _SHOWS_CODE
        self.code.show_text(state.link if code else "")
        self.code.setVisible(code)
        self.chip.setVisible(code)
        self.mark.setVisible(not code)
        icon, tone = _marks(wallet)
        self.mark.show_icon(icon, tone)
        title, sentence = _said(wallet)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        asked = state.sms_step is SmsStep.ASKED
        self._show_strip(wallet, asked=asked)
        self._show_sms(state)
        for button in (self.yes, self.no):
            button.setVisible(asked)
        self.large.setVisible(code and not asked)
        self.sms_button.setVisible(code and not asked)
        self.sms_button.setEnabled(state.sms in (Sms.NOT_SENT, Sms.REFUSED) and state.sms_step is not SmsStep.SENDING)

    def _show_strip(self, wallet: Wallet, *, asked: bool) -> None:
        waiting = wallet in (Wallet.READY, Wallet.REGISTERING)
        self.strip.setVisible((waiting or wallet is Wallet.IN_PHONE) and not asked)
        if waiting:
            self.spinner.start()
        else:
            self.spinner.stop()
        there = wallet is Wallet.IN_PHONE
        self.strip.set_tone(BlockTone.OK if there else BlockTone.SUNKEN)
        said = words.register
        self.waits.setText(
            said.in_the_phone() if there else said.registering() if wallet is Wallet.REGISTERING else said.waiting_for_scan()
        )
        self.waits.set_look(Type.BODY_MEDIUM if there else Type.BODY, Ink.OK if there else Ink.TEXT2)

    def _show_sms(self, state: WalletSide) -> None:
        said, again = words.register, words.problems.sentence(Problem.SMS_SENT_ALREADY)
        told: tuple[str, str, BannerTone, str] | None = None
        match state.sms_step:
            case SmsStep.ASKED:
                told = (said.sms_costs(self._money(state.credit or Decimal(0))), "", BannerTone.WARN, "coins")
            case SmsStep.SENDING:
                told = (said.sms_sending(), "", BannerTone.NEUTRAL, "smartphone")
            case SmsStep.NO_CREDIT:
                told = (said.no_credit(), "", BannerTone.WARN, "coins")
            case SmsStep.NOT_NOW:
                told = (said.sms_not_now(), "", BannerTone.WARN, "wifi-off")
            case _:
                told = {
                    Sms.SENT: (said.sms_sent(), "", BannerTone.GOOD, "check"),
                    Sms.REFUSED: (said.sms_refused(), "", BannerTone.WARN, "circle-alert"),
                    Sms.UNKNOWN: (
                        said.sms_unknown(),
                        again,
                        BannerTone.WARN,
                        "circle-question-mark",
                    ),
                }.get(state.sms)
        self.banner.setVisible(told is not None)
        if told is not None:
            self.banner.set_words(*told)


def _marks(wallet: Wallet) -> tuple[str, AvatarTone]:
    match wallet:
        case Wallet.LATER:
            return "clock-arrow-up", AvatarTone.GREY
        case Wallet.STUCK:
            return "circle-alert", AvatarTone.BAD
        case Wallet.NO_LINK:
            return "circle-check", AvatarTone.ACCENT
        case _:
            return "qr-code", AvatarTone.GREY


def _said(wallet: Wallet) -> tuple[str, str]:
    said = words.register
    match wallet:
        case Wallet.BEFORE:
            return "", f"{said.after_saving()} {said.swipe_their_card()}"
        case Wallet.REGISTERING:
            return said.saved(), ""
        case Wallet.LATER:
            return said.follows_online(), said.follows_why()
        case Wallet.READY | Wallet.IN_PHONE:
            return said.let_scan(), said.opens_wallet()
        case Wallet.NO_LINK:
            return said.saved(), said.no_link()
        case Wallet.STUCK:
            return said.stuck(), said.stuck_why()
