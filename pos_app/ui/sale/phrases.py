"""What the sale's numbers, dates and names are in words: the one place between the presenter and the panels. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.customer import days_to_birthday, fold
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import HUNDRED, Limit, Programme, Quote
from pos_app.loyalty.sale import Buyer as SaleBuyer
from pos_app.loyalty.unfinished import Unfinished
from pos_app.till.views import CustomerView, Nobody, Visit
from pos_app.ui import words
from pos_app.ui.sale.number_text import NumberForm, typed_amount
from pos_app.ui.sale.states import Buyer
from pos_app.ui.widgets.avatar import initials
from pos_app.ui.widgets.suggestions import Suggestion

NBSP = "\u00a0"
_SOON_DAYS = 7
_NO_COINS = frozenset({"CZK", "HUF"})
_LIVE_MONEY = frozenset({Problem.AMOUNT_OVER_LIMIT, Problem.REFUND_OVER_REST})


class Phrases:
    """``now`` is the wall clock in the zone of the shop: dates and times are shown in it. ``programme``: the open sale's rules."""

    def __init__(self, formats: words.Formats, programme: Programme, now: Callable[[], datetime]) -> None:
        self.formats = formats
        self.programme = programme
        self._numbers = NumberForm(decimal=formats.separator, group=formats.group)
        self._now = now

    def local(self, moment: datetime) -> datetime:
        """A moment in the shop's zone."""
        return moment.astimezone(self._now().tzinfo)

    def points_unit(self, points: Decimal) -> str:
        """ "points", in the right form for the number before it."""
        if points != points.to_integral_value():
            return words.sale.points_fraction()
        return words.sale.points(abs(int(points)))

    def points_words(self, points: Decimal) -> str:
        """ "1,240 points"."""
        return f"{self.formats.points(points)}{NBSP}{self.points_unit(points)}"

    def balance(self, points: Decimal) -> str:
        """A balance in a small place: a debt in words, because a number below nothing is none that a customer has."""
        return self.formats.points(points) if points >= 0 else words.sale.owes(self.formats.points(-points))

    def worth(self, points: Decimal) -> str:
        """Points as money: "= €12.40", "= 1 240 Kč"."""
        return words.sale.worth(self._short_money(points * self.programme.point_value))

    def _short_money(self, money: Decimal) -> str:
        """Beside the sale, where no sum is added up: whole crowns need no hellers, which nobody has coins for."""
        return self.formats.money(money, trim=self.formats.currency in _NO_COINS)

    def name(self, buyer: Buyer) -> str:
        """The customer's name; their phone or card, shortened, where there is no name."""
        if isinstance(buyer, CustomerView):
            return buyer.customer.full_name or self.phone_or_card(buyer.customer.phone, buyer.card)
        return self.phone_or_card(buyer.phone, buyer.card)

    def phone_or_card(self, phone: str, card: str) -> str:
        """The shortened phone, else the shortened card."""
        return words.mask_phone(phone) if phone else words.mask_card(card) if card else ""

    def short_name(self, buyer: SaleBuyer) -> str:
        """ "Petr S." for lists that other customers can see."""
        first, _, last = buyer.name.rpartition(" ")
        return words.short_name(first, last) if buyer.name else self.phone_or_card(buyer.phone, buyer.card)

    def held(self, sale: Unfinished) -> tuple[str, str, str]:
        """A sale that was put aside: whose, how much, since when."""
        name = words.checkout.no_customer_yet() if sale.buyer is None else self.short_name(sale.buyer)
        try:
            money = self.formats.money(typed_amount(sale.amount, self._numbers, limit=self.programme.amount_limit))
        except BadInput:
            money = "–"
        return name, money, self.formats.time(self.local(sale.begun_at))

    def as_of(self, view: CustomerView) -> str:
        """How old the balance is."""
        if view.as_of is None:
            return words.sale.not_known()
        return words.sale.as_of(self.formats.moment(self.local(view.as_of), today=self._now().date()))

    def birthday(self, view: CustomerView) -> tuple[str, str] | None:
        """Two lines about a birthday within a week."""
        birthday = view.customer.birthday
        if birthday is None:
            return None
        days = days_to_birthday(birthday, self._now().date())
        if days > _SOON_DAYS:
            return None
        title = words.sale.birthday_in(days) if days else words.sale.birthday_today()
        return title, words.sale.offer_treat(self.formats.day(birthday))

    def visit(self, visit: Visit) -> tuple[str, str]:
        """Two lines about the last visit."""
        at = self.local(visit.at)
        today = at.date() == self._now().date()
        title = words.sale.purchase_today(self.formats.time(at)) if today else words.sale.last_visit(self.formats.day(at.date()))
        return title, words.sale.visits_this_year(visit.visits_this_year, self._short_money(visit.paid))

    def problem(self, problem: BadInput | None) -> str | None:
        """What is wrong, at the field."""
        if problem is None:
            return None
        limit = ""
        if problem.limit is not None:
            money = problem.problem in _LIVE_MONEY
            limit = self.formats.money(problem.limit) if money else self.formats.points(problem.limit)
        return words.problems.sentence(problem.problem, limit=limit, count=problem.count or 0, detail=problem.detail)

    def limit(self, quote: Quote) -> str:
        """The rule that binds how many points can be used, always named."""
        points = self.programme.floor_balance if quote.limit is Limit.FLOOR_BALANCE else quote.redeem_limit
        if quote.limit is Limit.OFFLINE_AMOUNT:
            points = self.programme.offline_limit
        percent = "" if self.programme.max_redeem_percent == HUNDRED else self.formats.percent(self.programme.max_redeem_percent)
        return words.problems.limit(quote.limit, percent=percent, points=self.formats.points(points))

    def suggestion(self, view: CustomerView, typed: str) -> Suggestion:
        """A row, with the letters or digits that were typed marked."""
        customer, name = view.customer, self.name(view)
        phone = words.mask_phone(customer.phone) if customer.phone else self.phone_or_card("", view.card)
        points = "" if view.balance is None else self.formats.points(view.balance)
        unit = "" if view.balance is None else self.points_unit(view.balance)
        digits = "".join(char for char in typed if char.isdigit())
        fits = len(digits) >= 3 and customer.phone.endswith(digits)
        tail = min(3, len(digits))
        return Suggestion(
            name=name,
            phone=phone,
            value=points,
            unit=unit,
            initials=initials(customer.full_name),
            name_marks=name_marks(name, typed),
            phone_marks=((len(phone) - tail, tail),) if fits else (),
            spoken=words.sale.suggestion_spoken(name=name, last_digits=customer.phone[-3:], points=f"{points} {unit}"),
        )


def name_marks(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where the words that were typed begin a word of ``name``, accents and case aside."""
    marks = []
    for wanted in fold(typed).split():
        at = 0
        for word in name.split(" "):
            if fold(word).startswith(wanted) and len(fold(word)) == len(word):
                marks.append((at, len(wanted)))
                break
            at += len(word) + 1
    return tuple(marks)


def spaced_phone(phone: str) -> str:
    """A whole phone as people read it: "+420 777 123 482". For a number that was just typed; else phones are shortened."""
    country = words.mask_phone(phone).partition(NBSP)[0]
    if not country.startswith("+"):
        return phone
    rest = phone.removeprefix(country)
    return NBSP.join([country, *(rest[i : i + 3] for i in range(0, len(rest), 3))])


def spaced_card(card: str) -> str:
    """A card number in groups of four: "2000 4471 8820"; other codes as they are, shortened in the middle."""
    if card.isdigit() and len(card) <= 20:
        return NBSP.join(card[i : i + 4] for i in range(0, len(card), 4))
    return card if len(card) <= 24 else f"{card[:10]}…{card[-10:]}"


def spoken_number(phone: str, card: str) -> str:
    """A phone, else a card, as a screen reader may say it for all to hear: only how it ends."""
    if phone:
        return words.sale.phone_spoken(phone[-3:])
    return words.sale.card_spoken(card[-4:] if len(card) > 4 else "")


def number_of(nobody: Nobody) -> str:
    """The phone or card that nobody has, whole: the cashier compares it with what the customer says."""
    return spaced_phone(nobody.phone) if nobody.phone else spaced_card(nobody.card)
