"""What a screen reader is told without being asked (screens.md §10): politely what happened, at once what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from pos_app.loyalty.sale import SaleState
from pos_app.till.events import Connection
from pos_app.till.views import CustomerView
from pos_app.ui import words
from pos_app.ui.sale.states import Face, Notice, Refusal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pos_app.ui.sale.phrases import Phrases
    from pos_app.ui.sale.screen_state import ScreenState

PAUSE_MS = 700
_OFF = frozenset({Connection.OFFLINE, Connection.PORTAL})


def announce(widget: QWidget, text: str, at_once: bool) -> None:  # noqa: FBT001 - see ``Announcer``
    """Hand a sentence to the screen reader, if there is one."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        if at_once:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


class Announcer:
    """Compares what is with what was told last.

    ``say`` gets each sentence, and whether it may interrupt. ``pause`` is called whenever To pay changed: once ``PAUSE_MS`` went
    by without another such call, ``settled`` is to be called, so that no digit of a sum that is being typed is told.
    """

    def __init__(self, say: Callable[[str, bool], None], pause: Callable[[], None]) -> None:
        self._speaker, self._pause = say, pause
        self._sum = ""
        self._told: dict[str, object] = {}

    def tell(self, state: ScreenState, phrases: Phrases) -> None:
        """Say what is new."""
        buyer = state.serving.buyer
        if self._new("buyer", _who(buyer)) and isinstance(buyer, CustomerView):
            self._say(self._customer(buyer, phrases))
        nobody = state.nobody if state.face is Face.NOT_FOUND else None
        if self._new("nobody", nobody and nobody.checked_online) and nobody is not None:
            said = words.sale
            self._say(f"{said.nobody_has_number()}. {said.checked_both()}" if nobody.checked_online else said.not_on_this_till())
        done = state.done
        if self._new("done", None if done is None else (done.sale.sale_id, done.undone)) and done is not None:
            sent = words.checkout.sent() if done.state is SaleState.APPLIED else words.checkout.saved_will_be_sent()
            self._say(words.checkout.sale_undone() if done.undone else f"{words.checkout.sale_recorded()}. {sent}")
        if self._new("refusal", state.refusal) and state.refusal is not None:
            self._say(_refused(state.refusal), at_once=True)
        off = state.slips.why if state.notice is Notice.PRINTER else None
        if self._new("printer", off) and off is not None:
            self._say(f"{words.slip.problem(off.why)}. {words.slip.sale_is_saved()}", at_once=True)
        for field, problem in state.form.errors.items():
            if self._new(field.name, problem):
                self._say(phrases.problem(problem) or "", at_once=True)
        self._sum = self._to_pay(state, phrases)
        if self._new("sum", self._sum):
            self._pause()
        offline = state.status.connection in _OFF
        if self._new("offline", offline) and (offline or state.status.connection is Connection.ONLINE):
            self._say(words.sale.you_are_offline() if offline else words.shell.online(), at_once=offline)

    def settled(self) -> None:
        """Say what is to be paid: nobody has typed for a while."""
        self._say(self._sum)

    @staticmethod
    def _to_pay(state: ScreenState, phrases: Phrases) -> str:
        """Nothing before there is an amount and once it is paid."""
        if state.done is not None or not state.form.gross:
            return ""
        return words.checkout.to_pay_spoken(phrases.formats.spoken(state.quote.to_pay))

    def _new(self, what: str, state: object) -> bool:
        before, self._told[what] = self._told.get(what), state
        return before != state

    def _say(self, text: str, *, at_once: bool = False) -> None:
        if text:
            self._speaker(text, at_once)

    @staticmethod
    def _customer(view: CustomerView, phrases: Phrases) -> str:
        known = [phrases.name(view)]
        if view.balance is not None:
            known.append(f"{words.sale.balance()} {phrases.points_words(view.balance)}")
        for label, rate in ((words.sale.bonus(), view.bonus), (words.sale.discount(), view.discount)):
            if rate is not None:
                known.append(f"{label} {phrases.formats.percent(rate)}")
        return ", ".join(known)


def _who(buyer: object) -> object:
    return buyer.customer.phone or buyer.card if isinstance(buyer, CustomerView) else None


def _refused(refusal: Refusal) -> str:
    said = words.sale
    if refusal is Refusal.BANK_CARD:
        return f"{said.bank_card()}. {said.bank_card_why()}"
    return said.bad_read() if refusal is Refusal.BAD_READ else said.foreign_code()
