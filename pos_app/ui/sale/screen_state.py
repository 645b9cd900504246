"""What the Sale screen shows at this moment: the parts of a sale, and what follows from them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.loyalty.programme import Quote
from pos_app.loyalty.unfinished import Unfinished
from pos_app.till.events import Status
from pos_app.till.views import CustomerView, Nobody
from pos_app.ui.printing.slips import Slips
from pos_app.ui.sale.checkout import Checkout
from pos_app.ui.sale.done import DoneSale
from pos_app.ui.sale.finder import WHOLE_FROM, Finder
from pos_app.ui.sale.form import SaleForm
from pos_app.ui.sale.serving import Serving
from pos_app.ui.sale.states import Buyer, Doubt, Face, Field, Notice, Refusal

TICK_S = 0.1
"""How often the countdowns of a finished sale are shown anew."""


@dataclass(frozen=True, slots=True)
class Until:
    """How long something passing is shown, on the clock that never goes back."""

    moment: float
    refusal: Refusal | None = None
    notice: Notice | None = None


class ScreenState:
    """Panels read it; only its presenter changes it."""

    slips: Slips
    """What became of the slips."""

    def __init__(self, *, finder: Finder, serving: Serving, checkout: Checkout, form: SaleForm, status: Status) -> None:
        self.finder = finder
        self.serving = serving
        self.checkout = checkout
        self.form = form
        self.status = status
        self.stopped = False
        """A bug stopped the delivery: a person must restart the program; sales are safe."""
        self.held: tuple[Unfinished, ...] = ()
        """Sales put aside, the newest first."""
        self.active = Field.SEARCH
        self.focus_moves = 0
        """Counts up whenever the program changed ``active``: only then the screen moves the focus."""
        self.not_found: Nobody | None = None
        """A card that was read and that nobody has, checked online."""
        self._refused: Until | None = None
        self._noted: Until | None = None

    @property
    def face(self) -> Face:
        """What the customer panel shows."""
        if self._refused is not None:
            return Face.REFUSED
        if self.finder.reading or self.finder.answer is not None:
            return Face.NOT_FOUND if self.nobody is not None else Face.LIST
        if self.not_found is not None:
            return Face.NOT_FOUND
        buyer = self.buyer
        if buyer is None:
            return Face.IDLE
        return Face.CUSTOMER if isinstance(buyer, CustomerView) else Face.UNKNOWN

    @property
    def done(self) -> DoneSale | None:
        """The finished sale, while it is shown."""
        return self.checkout.done

    @property
    def buyer(self) -> Buyer | None:
        """Who the customer panel is about."""
        return self.done.buyer if self.done is not None else self.serving.buyer

    @property
    def nobody(self) -> Nobody | None:
        """Who was looked for and not found anywhere that could be asked."""
        answer = self.finder.answer
        if answer is not None and not answer.customers and answer.complete and not self.finder.looking:
            return answer.nobody
        return self.not_found

    @property
    def can_sell_to_nobody(self) -> bool:
        """Whether the number that was not found is whole, so that a sale on it makes sense."""
        nobody = self.nobody
        return nobody is not None and bool(nobody.phone or len(nobody.card) >= WHOLE_FROM)

    @property
    def refusal(self) -> Refusal | None:
        """Why what was read is no customer."""
        return self._refused.refusal if self._refused is not None else None

    @property
    def notice(self) -> Notice | None:
        """One sentence for a while."""
        return self._noted.notice if self._noted is not None else None

    @property
    def doubt(self) -> Doubt | None:
        """Why the sale waits for a second Enter."""
        return self.form.doubt

    @property
    def serves_who_is_shown(self) -> bool:
        """Whether a sale would go to the one whom the panel shows: never to somebody out of sight."""
        return self.done is None and self.face in (Face.CUSTOMER, Face.UNKNOWN) and self.serving.question is None

    @property
    def can_confirm(self) -> bool:
        """Whether Confirm would save."""
        return self.serves_who_is_shown and self.form.gross > 0

    @property
    def can_hold(self) -> bool:
        """Whether there is a sale that could be put aside."""
        return self.done is None and not self.checkout.saving and (self.form.begun or self.serving.buyer is not None)

    @property
    def quote(self) -> Quote:
        """What the open sale comes to; worked out anew at every look."""
        return self.form.quote(self.serving.shown)

    def _moments(self, now: float) -> list[float]:
        """When something passing is over, or wants to be shown anew."""
        moments = [until.moment for until in (self._refused, self._noted) if until is not None]
        moments += [moment for moment in (self.finder.wakes_at, self.slips.wakes_at) if moment is not None]
        if self.done is not None and self.done.counts:
            moments.append(now + TICK_S)
        return moments
