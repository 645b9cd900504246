"""The sale as a state machine: every key, swipe and answer goes in here, the screen shows what comes of it. No Qt.

One rule above all: what was typed as the amount is never lost, whatever happens on the customer's side. GUI thread only.
``changed`` is called after every change; showing is idempotent, so the screen simply shows everything anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from pos_app.loyalty.errors import BadInput, PosError, Problem
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.till.events import Connection, Event, MessengerStopped, PostingChanged, Status, StatusChanged
from pos_app.till.selling import Draft
from pos_app.till.views import CustomerView, Nobody, Source
from pos_app.ui.printing.compose import Composer
from pos_app.ui.printing.slips import Slips
from pos_app.ui.sale.after_sale import AfterSale
from pos_app.ui.sale.checkout import Checkout
from pos_app.ui.sale.finder import Finder
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.screen_state import Until
from pos_app.ui.sale.serving import Serving
from pos_app.ui.sale.states import Buyer, Face, Field, Notice, Refusal, Runner, SalesTill

DEAF_TO_ENTER_S = 0.6
REFUSAL_LASTS_S = 15.0


class SalePresenter(AfterSale):
    """See the module. ``clock`` counts seconds and never goes back; ``wakes_at`` says when ``wake`` is due."""

    def __init__(
        self,
        till: SalesTill,
        runner: Runner,
        *,
        programme: Programme,
        numbers: NumberForm,
        clock: Callable[[], float],
        changed: Callable[[], None],
        status: Status,
        now: Callable[[], datetime],
        composer: Composer,
    ) -> None:
        def told() -> None:
            self.keep()
            changed()

        def printer_trouble() -> None:
            self._note(Notice.PRINTER)

        failed = self._failed
        self.slips = Slips(till.printing, runner, composer, clock=clock, changed=told, trouble=printer_trouble, failed=failed)
        super().__init__(
            till,
            runner,
            finder=Finder(till, runner, clock, found=self._offer, nobody=self._nobody_read, failed=failed, changed=told),
            serving=Serving(till, runner, failed=failed, changed=told),
            checkout=Checkout(till, runner, clock, failed=failed, undone=self._undone, changed=told),
            programme=programme,
            numbers=numbers,
            clock=clock,
            changed=told,
            status=status,
            failed=failed,
            now=now,
        )

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` wants to be called, on the clock; None: nothing runs out by itself."""
        return min(self._moments(self._clock()), default=None)

    # What the cashier does

    def search(self, text: str) -> None:
        """The customer input was typed into."""
        if text.strip():
            self._leave_done()
            self._dismiss()
            self.not_found = None
        self.finder.type(text)

    def move_row(self, by: int) -> None:
        """Arrow keys over the suggestions."""
        self.finder.move(by)

    def point_at(self, row: int) -> None:
        """Tab came to a suggestion."""
        self.finder.move(row - self.finder.chosen)

    def pick(self, row: int) -> None:
        """A suggestion was tapped."""
        self.finder.take(row)
        self._changed()

    def sell_to_nobody(self) -> None:
        """F7: the number belongs to nobody (yet), sell on it all the same."""
        nobody = self.nobody
        if nobody is not None and self.can_sell_to_nobody:
            self.finder.clear()
            self._offer(nobody)
            self._changed()

    def next_field(self) -> None:
        """Keypad +: on with the sale, also on a number that was not found."""
        if self.face is Face.NOT_FOUND and self.can_sell_to_nobody:
            self.sell_to_nobody()
        else:
            super().next_field()

    def serve_again(self, phone_or_card: str) -> None:
        """A row of "Just served" was tapped."""
        self._leave_done()
        try:
            self.finder.read(self._till.parse(phone_or_card))
        except BadInput as problem:
            self.finder.problem = problem
            self._changed()

    def close_customer(self) -> None:
        """The cross beside the name: serve nobody, keep the amount."""
        if self.done is not None:
            self._next()
        self.serving.drop()
        self.form.forget_customer()
        self._focus(Field.SEARCH)
        self._changed()

    def enter(self) -> None:
        """Enter, never from a key that repeats: one thing, depending on what is asked at the moment."""
        if self._clock() < self._deaf_until or self.checkout.saving:
            return
        if self.done is not None:
            self._next()
        elif self._refused is not None:
            self._dismiss()
        elif self.serving.question is not None:
            self.change_customer(yes=True)
        elif self.not_found is not None:
            self.not_found = None
        elif not (self.active is Field.SEARCH and self.finder.enter()):
            self._confirm()
        self._changed()

    def confirm_pressed(self) -> None:
        """The big button: Next after a sale, else Confirm, whatever field is active."""
        if self._clock() < self._deaf_until or self.checkout.saving:
            return
        if self.done is not None:
            self._next()
        else:
            self._confirm()
        self._changed()

    def escape(self) -> None:
        """One step back: refusal, question, list, field, customer."""
        if self.done is not None:
            self._next()
        elif self._refused is not None:
            self._dismiss()
        elif self.serving.question is not None:
            self.change_customer(yes=False)
        elif self.finder.text or self.finder.reading:
            self.finder.clear()
            self._focus(Field.SEARCH if self.serving.buyer is None else Field.PURCHASE)
        elif self.not_found is not None:
            self.not_found = None
        elif self.active in (Field.REDEEM, Field.RECEIPT, Field.PHONE):
            self._focus(Field.PURCHASE)
        elif self.serving.buyer is not None:
            self.close_customer()
        elif self.active is not Field.SEARCH:
            self._focus(Field.SEARCH)
        self._changed()

    def change_customer(self, *, yes: bool) -> None:
        """The answer to "Change to Petr Svoboda?"."""
        question, self.serving.question = self.serving.question, None
        if yes and question is not None:
            self._take(question)
        self._changed()

    # What the reader, the till and the time do

    def read(self, candidates: Sequence[str]) -> None:
        """A loyalty card or code was read, whatever was going on: the sale goes on or the next one begins."""
        self._dismiss()
        self._leave_done()
        self.not_found = None
        try:
            self.finder.read(self._till.parse_scan(candidates))
        except BadInput:
            self.refuse(Refusal.FOREIGN_CODE)

    def refuse(self, refusal: Refusal) -> None:
        """What was read is no loyalty card. The sale stays as it is."""
        self._leave_done()
        self.finder.clear()
        self.not_found = None
        self._refused = Until(self._clock() + REFUSAL_LASTS_S, refusal=refusal)
        self._focus(Field.SEARCH)
        self._changed()

    def happened(self, event: Event) -> None:
        """The till tells."""
        match event:
            case StatusChanged(status):
                was, self.status = self.status.connection, status
                if status.connection is Connection.ONLINE and was is not Connection.ONLINE:
                    self.serving.back_online()
            case PostingChanged(posting):
                self.checkout.posting_changed(posting)
                self._person_changed(posting)
                self._slip_settled()
            case MessengerStopped():
                self.stopped = True
        self._changed()

    def _person_changed(self, posting: Posting) -> None:
        """The server has a registration or an edit: of who is served, what it tells from now on is shown."""
        buyer = self.serving.buyer
        arrived = posting.state is PostingState.APPLIED and not posting.kind.of_points
        if arrived and isinstance(buyer, CustomerView) and buyer.customer.phone == posting.phone:
            self.serving.meet_again(replace(buyer, source=Source.CACHE))

    def wake(self) -> None:
        """Time passed: whatever ran out goes."""
        now = self._clock()
        self.finder.wake()
        self.slips.wake()
        if self._refused is not None and now >= self._refused.moment:
            self._refused = None
        if self._noted is not None and now >= self._noted.moment:
            self._noted = None
        if self.done is not None and self.done.closes_in_s == 0:
            self._next()
        self._changed()

    # Inside

    def _nobody_read(self, nobody: Nobody) -> None:
        if nobody.checked_online and not self._resumes(nobody):
            self.not_found = nobody
        else:
            self._offer(nobody)

    def _offer(self, buyer: Buyer) -> None:
        """Somebody was found: serve them, or ask first if that changes the customer of a sale that has begun."""
        self._leave_done()
        self.not_found = None
        if self.serving.is_served(buyer):
            self.serving.meet_again(buyer)
            self._focus(Field.PURCHASE)
        elif self.serving.buyer is not None and self.form.begun:
            self.serving.question = buyer
            self._focus(Field.PURCHASE)
        else:
            self._take(buyer)

    def _take(self, buyer: Buyer) -> None:
        self._noted = None
        self.serving.take(buyer)
        self.form.forget_customer()
        self._resume_points(buyer)
        self._focus(Field.PURCHASE)

    def _confirm(self) -> None:
        if self.finder.reading or self.serving.question is not None:
            return
        if not self.serves_who_is_shown:
            self._focus(Field.SEARCH)
            if self.face is Face.IDLE:
                self.finder.problem = BadInput(Problem.QUERY_MISSING)
            return
        buyer = self.serving.ready()
        if buyer is None:
            self._focus(Field.PHONE)
            return
        wrong = self.form.check(self.serving.shown or buyer)
        if wrong is not None:
            self._focus(wrong)
        elif self.form.must_ask(again=self.checkout.sold_just_now(buyer, self.form.gross)):
            # Deaf for a moment here too: a double Enter is no answer.
            self._deaf_until = self._clock() + DEAF_TO_ENTER_S
            self._focus(Field.PURCHASE)
        else:
            self._save(buyer)

    def _save(self, buyer: Buyer) -> None:
        draft = Draft(
            ids=self.form.ids,
            buyer=buyer,
            gross=self.form.gross,
            # What was shown is what is asked: "Max" must not quietly become another number on the way to the disk.
            redeem=self.quote.redeemed,
            receipt=self.form.receipt,
            programme=self.form.programme,
        )
        self.checkout.save(draft, saved=self._saved, refused=self._not_saved)

    def _saved(self) -> None:
        self._noted = None
        if self.done is not None:
            self.slips.saved(self.done.sale.sale_id)
            self._slip_settled()
        self._deaf_until = self._clock() + DEAF_TO_ENTER_S
        self._focus(Field.SEARCH)
        swiped_meanwhile = self.serving.question
        if swiped_meanwhile is not None:
            self._next()
            self._take(swiped_meanwhile)
        self._changed()

    def _not_saved(self, error: PosError) -> None:
        if isinstance(error, BadInput):
            self._focus(self.form.refuse(error))
            self._changed()
        else:
            self._note(Notice.NOT_SAVED)

    def _undone(self) -> None:
        if self.done is None:
            self._note(Notice.UNDONE)
        buyer = self.serving.buyer
        if isinstance(buyer, CustomerView):
            # If it was this customer's sale, the balance shown is another one now.
            self.serving.meet_again(replace(buyer, source=Source.CACHE))
        self._changed()
