"""The card in the customer's phone, after a registration: its link, whether it was scanned, and the SMS. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from pos_app.loyalty.errors import PosError
from pos_app.loyalty.profile import ProfileChange, Sms
from pos_app.loyalty.sale import PostingState
from pos_app.till.lookup import Answer
from pos_app.till.query import Query
from pos_app.till.registering import SavedChange
from pos_app.ui.register.states import RegisterTill, SmsStep, Wallet
from pos_app.ui.sale.states import Errand, Runner

MOST_LOOKS = 90
"""How often it is looked whether the card is in the phone, before that is given up."""


class WalletSide:
    """``looks`` says whether the page is to call :meth:`look` now and then. GUI thread."""

    def __init__(self, till: RegisterTill, runner: Runner, *, changed: Callable[[], None], sms_text: Callable[[], str]) -> None:
        self._till, self._runner, self._changed, self._sms_text = till, runner, changed, sms_text
        self._errand: Errand | None = None
        self.begin()

    def begin(self) -> None:
        """Nobody is registered yet."""
        if self._errand is not None:
            self._errand.cancel()
        self._errand = None
        self._change: ProfileChange | None = None
        self._left = MOST_LOOKS
        self.wallet = Wallet.BEFORE
        self.sms_step = SmsStep.NONE
        self.credit: Decimal | None = None

    @property
    def link(self) -> str:
        """What the code says; empty: there is none."""
        return self._change.links.best if self._change is not None else ""

    @property
    def sms(self) -> Sms:
        """How it is with the SMS."""
        return self._change.sms if self._change is not None else Sms.NOT_SENT

    @property
    def looks(self) -> bool:
        """Whether it is still waited for the scan."""
        return self.wallet is Wallet.READY and self._left > 0

    def show(self, saved: SavedChange, *, online: bool) -> None:
        """The registration is so far."""
        self._change = saved.change
        state = saved.posting.state
        if state is PostingState.APPLIED:
            if self.wallet is not Wallet.IN_PHONE:
                self.wallet = Wallet.READY if self.link else Wallet.NO_LINK
        elif state in (PostingState.NEEDS_PERSON, PostingState.CANCELLED):
            self.wallet = Wallet.STUCK
        else:
            tried = bool(saved.posting.last_answer)
            self.wallet = Wallet.REGISTERING if online and not tried else Wallet.LATER

    def look(self) -> None:
        """Ask whether the card is in the phone by now."""
        if not self.looks or self._change is None or self._errand is not None:
            return
        self._left -= 1
        phone = self._change.phone
        self._errand = self._runner.run(self._till.look_live(Query(text=phone, phone=phone)), self._looked, self._not_looked)

    def ask_sms(self) -> None:
        """What it would be paid from is looked up before anybody is asked."""
        if self.sms_step in (SmsStep.LOOKING, SmsStep.SENDING) or self.sms not in (Sms.NOT_SENT, Sms.REFUSED):
            return
        self.sms_step = SmsStep.LOOKING
        self._runner.run(self._till.sms.credit(), self._credit_told, self._sms_not_now)
        self._changed()

    def pay_sms(self, *, yes: bool) -> None:
        """The cashier's answer."""
        if self.sms_step is not SmsStep.ASKED or self._change is None:
            return
        self.sms_step = SmsStep.SENDING if yes else SmsStep.NONE
        if yes:
            sent = self._till.sms.send(self._change.transaction_id, self._sms_text())
            self._runner.run(sent, self._sms_done, self._sms_not_now)
        self._changed()

    def escape(self) -> bool:
        """Whether there was a question to be put away."""
        if self.sms_step is not SmsStep.ASKED:
            return False
        self.pay_sms(yes=False)
        return True

    def _looked(self, answer: Answer) -> None:
        self._errand = None
        if answer.exact and answer.customers and answer.customers[0].customer.in_phone:
            self.wallet = Wallet.IN_PHONE
            self._changed()

    def _not_looked(self, _error: PosError) -> None:
        self._errand = None

    def _credit_told(self, credit: Decimal) -> None:
        self.credit = credit
        self.sms_step = SmsStep.ASKED if credit > 0 else SmsStep.NO_CREDIT
        self._changed()

    def _sms_not_now(self, _error: PosError) -> None:
        self.sms_step = SmsStep.NOT_NOW
        self._changed()

    def _sms_done(self, change: ProfileChange) -> None:
        self.sms_step, self._change = SmsStep.NONE, change
        self._changed()
