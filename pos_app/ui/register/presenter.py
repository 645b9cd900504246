"""A registration or an edit as a form: every key, swipe and answer goes in here, the page shows what comes of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pos_app.loyalty.customer import Customer
from pos_app.loyalty.errors import BadInput, DiskTrouble, PosError, Problem
from pos_app.till.events import Connection, Event, PostingChanged, Status, StatusChanged
from pos_app.till.lookup import Answer
from pos_app.till.query import Query
from pos_app.till.registering import Application, Edited, SavedChange
from pos_app.ui.register.states import EDITABLE, Field, RegisterTill, Step, Swiped
from pos_app.ui.register.wallet import WalletSide
from pos_app.ui.sale.phrases import spaced_phone
from pos_app.ui.sale.states import Errand, Runner

DEAF_TO_ENTER_S = 0.6
_PHONES = (Field.PHONE, Field.REFERRER)
_SOON_WRONG = (Problem.PHONE_TOO_LONG, Problem.PHONE_NOT_A_NUMBER)


class RegisterPresenter:
    """``changed`` is called after every change. ``serve`` puts a phone on the sale, ``leave`` goes back there. GUI thread."""

    def __init__(
        self,
        till: RegisterTill,
        runner: Runner,
        *,
        changed: Callable[[], None],
        serve: Callable[[str], None],
        leave: Callable[[], None],
        clock: Callable[[], float],
        status: Status,
        sms_text: Callable[[], str],
    ) -> None:
        self._till, self._runner, self._changed = till, runner, changed
        self._serve, self._leave, self._clock = serve, leave, clock
        self._connection = status.connection
        self.wallet = WalletSide(till, runner, changed=changed, sms_text=sms_text)
        self._looking: list[Errand] = []
        self.focus_moves = 0
        self._begin("", None)

    def _begin(self, phone: str, customer: Customer | None) -> None:
        for errand in self._looking:
            errand.cancel()
        self._looking = []
        self.editing = customer
        self.ids = self._till.registering.new_ids()
        self.texts = dict.fromkeys(Field, "")
        self.texts[Field.PHONE] = phone
        self.errors: dict[Field, BadInput] = {}
        self.agreed = self.wants_news = self.consent_missing = self.not_saved = False
        self.nothing_changed = False
        self.alike: Customer | None = None
        self.known: Customer | None = None
        self.swiped: Swiped | None = None
        self.step = Step.TYPING
        self.saved: SavedChange | None = None
        self._deaf_until = 0.0
        self.wallet.begin()
        self.focus(Field.PHONE)

    # What the cashier does

    def new(self, phone: str = "") -> None:
        """An empty form; ``phone``: what was typed at the sale."""
        self._begin("", None)
        if phone:
            self.type(Field.PHONE, spaced_phone(phone))
            if self.phone:
                self.focus(Field.NAME)
        self._changed()

    def edit(self, customer: Customer) -> None:
        """A customer's fields, to be changed."""
        self._begin(spaced_phone(customer.phone), customer)
        born = customer.birthday
        self.texts |= {
            Field.NAME: customer.name,
            Field.SURNAME: customer.surname,
            Field.EMAIL: customer.email,
            Field.BIRTHDAY: "" if born is None else f"{born.day}. {born.month}. {born.year}",
        }
        self.focus(Field.NAME)
        self._changed()

    def type(self, field: Field, text: str) -> None:
        """A field was typed into."""
        self.texts[field] = text
        self.errors.pop(field, None)
        self.not_saved = self.nothing_changed = False
        if field is Field.PHONE:
            self._phone_typed(text)
        self._changed()

    def left(self, field: Field) -> None:
        """The focus went elsewhere: what is wrong is said now."""
        if self.step is Step.TYPING:
            self._check(field)
            self._changed()

    def agree(self, *, agreed: bool) -> None:
        """To the rules."""
        self.agreed, self.consent_missing = agreed, False
        self._changed()

    def want_news(self, *, wanted: bool) -> None:
        """News and offers."""
        self.wants_news = wanted
        self._changed()

    def enter(self) -> None:
        """The one thing to be done next: save, then start the sale."""
        if self._clock() < self._deaf_until or self.step is Step.SAVING:
            return
        if self.step is Step.SAVED or self.known is not None:
            self._to_the_sale()
        elif self.swiped is not None and not self.swiped.accepted:
            # A card that was swiped is neither taken nor dropped by the key that saves.
            return
        elif self.editing is None:
            self._register()
        else:
            self._edit(self.editing)

    def escape(self) -> None:
        """One step back: the question about the card, else the page."""
        if self.wallet.escape():
            return
        if self.swiped is not None and not self.swiped.accepted:
            self.use_card(yes=False)
        elif self.step is Step.SAVED:
            self._to_the_sale()
        else:
            self.cancel()

    def cancel(self) -> None:
        """Nothing is saved; nothing of what was typed stays on the screen."""
        self._begin("", None)
        self._leave()
        self._changed()

    def use_card(self, *, yes: bool) -> None:
        """The answer to whether the card that was swiped is to be this customer's; no also takes it away again."""
        if self.swiped is not None:
            self.swiped = replace(self.swiped, accepted=True) if yes and self.swiped.owner is None else None
        self._changed()

    def focus(self, field: Field) -> None:
        """Where the next key is to go."""
        self.active = field
        self.focus_moves += 1

    # What the reader and the till do

    def read(self, candidates: Sequence[str]) -> None:
        """A loyalty card was read."""
        if self.step is not Step.TYPING:
            return
        try:
            query = self._till.parse_scan(candidates)
        except BadInput:
            return
        if not query.cards:
            return
        track = query.cards[0]
        self._looking.append(
            self._runner.run(self._till.look_here(query), lambda answer: self._card_looked_up(track, answer), self._ignore)
        )

    def happened(self, event: Event) -> None:
        """The till tells."""
        if isinstance(event, StatusChanged) and event.status.connection is not self._connection:
            self._connection = event.status.connection
            self._show_wallet()
            self._changed()
        if isinstance(event, PostingChanged) and self.saved is not None:
            mine = self.saved.posting.transaction_id
            if event.posting.transaction_id == mine:
                self._runner.run(self._till.registering.change(mine), self._got_further, self._ignore)

    @property
    def phone(self) -> str:
        """E.164 of what stands in the phone's field; empty while that is none."""
        return self._e164(self.texts[Field.PHONE])

    # Inside

    def _phone_typed(self, text: str) -> None:
        for errand in self._looking:
            errand.cancel()
        self._looking = []
        self.alike = self.known = None
        try:
            phone = self._till.registering.phone(text)
        except BadInput as problem:
            if problem.problem in _SOON_WRONG:
                self.errors[Field.PHONE] = problem
            return
        query = Query(text=phone, phone=phone)
        run, till = self._runner.run, self._till
        self._looking = [
            run(till.registering.alike(phone), self._alike_found, self._ignore),
            run(till.look_here(query), self._looked, self._ignore),
            run(till.look_live(query), self._looked, self._ignore),
        ]

    def _alike_found(self, found: list[Customer]) -> None:
        self.alike = found[0] if found else None
        self._changed()

    def _looked(self, answer: Answer) -> None:
        if self.step is Step.TYPING and answer.exact and answer.customers:
            self.known = answer.customers[0].customer
            name = self.known.full_name or self.known.phone
            self.errors[Field.PHONE] = BadInput(Problem.REGISTERED_ALREADY, detail=name)
            self._changed()

    def _card_looked_up(self, track: str, answer: Answer) -> None:
        owner = answer.customers[0].customer if answer.exact and answer.customers else None
        self.swiped = Swiped(track=track, owner=owner)
        self._changed()

    def _check(self, field: Field) -> None:
        text = self.texts[field]
        if not text.strip() or (field is Field.PHONE and self.known is not None):
            return
        try:
            if field in _PHONES:
                self.texts[field] = spaced_phone(self._till.registering.phone(text))
            elif field is Field.BIRTHDAY:
                self._till.registering.birthday(text)
            elif field is Field.EMAIL:
                self._till.registering.email(text)
        except BadInput as problem:
            self.errors[field] = problem

    def _register(self) -> None:
        for field in Field:
            self._check(field)
        if not self.texts[Field.PHONE].strip():
            self.errors[Field.PHONE] = BadInput(Problem.PHONE_TOO_SHORT)
        if self.errors:
            self.focus(next(field for field in Field if field in self.errors))
        elif not self.agreed:
            self.consent_missing = True
        else:
            told = {field.value: self.texts[field] for field in Field}
            track = self.swiped.track if self.swiped is not None else ""
            application = Application(**told, card_track=track, rules_agreed=True, news_agreed=self.wants_news)
            self._save(lambda: self._till.registering.register(application, self.ids))
        self._changed()

    def _edit(self, customer: Customer) -> None:
        for field in EDITABLE:
            self._check(field)
        if self.errors:
            self.focus(next(iter(self.errors)))
        else:
            told = {field.value: self.texts[field] for field in EDITABLE}
            track = self.swiped.track if self.swiped is not None else None
            edited = Edited(**told, card_track=track)
            self._save(lambda: self._till.registering.edit(customer, edited, self.ids))
        self._changed()

    def _save(self, work: Callable[[], object]) -> None:
        self.step, self.not_saved = Step.SAVING, False
        self._runner.run(work(), self._saved, self._refused)  # type: ignore[arg-type]

    def _saved(self, saved: SavedChange) -> None:
        self.step, self.saved = Step.SAVED, saved
        self._deaf_until = self._clock() + DEAF_TO_ENTER_S
        self._show_wallet()
        if self.editing is not None:
            self._to_the_sale()
        self._changed()

    def _refused(self, error: PosError) -> None:
        self.step = Step.TYPING
        problem = error.problem if isinstance(error, BadInput) else None
        if problem is Problem.REGISTERED_ALREADY and isinstance(error, BadInput):
            self.errors[Field.PHONE] = error
            self.focus(Field.PHONE)
        elif problem is Problem.REFERRED_BY_SELF and isinstance(error, BadInput):
            self.errors[Field.REFERRER] = error
            self.focus(Field.REFERRER)
        elif problem is Problem.NOTHING_CHANGED:
            self.nothing_changed = True
        else:
            self.not_saved = True
        self._changed()

    def _got_further(self, saved: SavedChange) -> None:
        self.saved = saved
        self._show_wallet()
        self._changed()

    def _show_wallet(self) -> None:
        if self.saved is not None and self.editing is None:
            self.wallet.show(self.saved, online=self._connection in (Connection.ONLINE, Connection.UNTRIED))

    def _to_the_sale(self) -> None:
        phone = self.known.phone if self.known is not None else self.saved.change.phone if self.saved is not None else self.phone
        self._begin("", None)
        self._serve(phone)
        self._leave()
        self._changed()

    def _e164(self, text: str) -> str:
        try:
            return self._till.registering.phone(text)
        except BadInput:
            return ""

    def _ignore(self, error: PosError) -> None:
        """What a look-up could not find out is no reason to hold anybody up."""
        if isinstance(error, DiskTrouble):
            self.not_saved = True
            self._changed()
