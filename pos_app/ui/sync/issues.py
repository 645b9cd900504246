"""What an issue card is about and what can be done there, from what the till says. Pure: no words, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from pos_app.loyalty.decision import REASON_NEEDED, Action
from pos_app.loyalty.sale import Attention, PostingKind
from pos_app.till.overview import Stuck


class Issue(Enum):
    """The kind of a card."""

    FEWER_POINTS = auto()
    """Used points were refused, and the customer has fewer than were used."""
    POINTS_REFUSED = auto()
    REFUSED = auto()
    CARD_OF_NOBODY = auto()
    PHONE_OF_NOBODY = auto()
    UNKNOWN = auto()
    MOVED = auto()
    DIFFERS = auto()
    """The audit found another balance than this till left."""
    NOT_REGISTERED = auto()
    NOT_CHANGED = auto()
    """What was edited of a customer was refused."""
    REGISTERED = auto()
    """Somebody else's data is at the phone that was to be registered."""
    TOLD_UNKNOWN = auto()
    """What was told of a customer may have arrived."""
    OTHER_ACCOUNT = auto()
    DAMAGED = auto()


class Way(Enum):
    """A way out; several may be the same action with other words."""

    RETRY = Action.RETRY
    REGISTER = "they are to become a customer"
    """Not decided here: what waits for their phone is tried again by the registration itself."""
    FIX_PHONE = "the phone was mistyped"
    CHOOSE = "another customer is meant"
    ADD_NOW = Action.ADD_NOW
    ALREADY_THERE = Action.ALREADY_THERE
    FORGIVE = Action.FORGIVE
    TAKE_ONLY = Action.TAKE_ONLY
    VOID = Action.VOID
    WRITE_OFF = Action.WRITE_OFF

    @property
    def action(self) -> Action:
        """What the till is told."""
        if self is Way.REGISTER:
            return Action.RETRY
        return self.value if isinstance(self.value, Action) else Action.MOVE

    @property
    def searches(self) -> bool:
        """Whether somebody is chosen first."""
        return self.action is Action.MOVE

    @property
    def needs_reason(self) -> bool:
        return self.action in REASON_NEEDED


class Look(Enum):
    """What a balance read just now says of points that may have arrived."""

    THERE = auto()
    ABSENT = auto()
    NEITHER = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """A way as the card offers it; ``main``: the one that is right more often than not."""

    way: Way
    main: bool = False


_OF_A_PERSON = {
    Attention.REFUSED: Issue.NOT_REGISTERED,
    Attention.NO_CUSTOMER: Issue.NOT_REGISTERED,
    Attention.REGISTERED: Issue.REGISTERED,
    Attention.OUTCOME_UNKNOWN: Issue.TOLD_UNKNOWN,
}


def used(stuck: Stuck) -> Decimal:
    """The points that are to be taken, 0 or more."""
    points = stuck.matter.posting.sum
    return -points if points is not None and points < 0 else Decimal(0)


def issue(stuck: Stuck, balance: Decimal | None) -> Issue:
    """What the card is about. ``balance``: the customer's, read just now; None: not known."""
    posting = stuck.matter.posting
    if not posting.kind.of_points and posting.attention in _OF_A_PERSON:
        told = _OF_A_PERSON[posting.attention]
        return Issue.NOT_CHANGED if told is Issue.NOT_REGISTERED and posting.kind is PostingKind.EDIT else told
    match posting.attention:
        case Attention.NO_CUSTOMER:
            return Issue.CARD_OF_NOBODY if posting.card and not posting.phone else Issue.PHONE_OF_NOBODY
        case Attention.OUTCOME_UNKNOWN:
            return Issue.UNKNOWN
        case Attention.BALANCE_MOVED:
            return Issue.MOVED if stuck.record.sale.quote.gross else Issue.DIFFERS
        case Attention.WRONG_ACCOUNT:
            return Issue.OTHER_ACCOUNT
        case Attention.DAMAGED:
            return Issue.DAMAGED
        case _:
            if not used(stuck):
                return Issue.REFUSED
            return Issue.FEWER_POINTS if balance is not None and balance < used(stuck) else Issue.POINTS_REFUSED


def wants_balance(stuck: Stuck) -> bool:
    """Whether the customer's points at this moment help to decide."""
    attention = stuck.matter.posting.attention
    if not stuck.matter.posting.kind.of_points:
        return False
    return attention in (Attention.OUTCOME_UNKNOWN, Attention.BALANCE_MOVED) or (
        attention is Attention.REFUSED and bool(used(stuck))
    )


def looked(stuck: Stuck, balance: Decimal | None) -> Look | None:
    """What ``balance`` says; None where nothing can be compared with it."""
    compared = stuck.matter.posting.compared
    if balance is None or compared is None or compared.read == compared.target:
        return None
    return Look.THERE if balance == compared.target else Look.ABSENT if balance == compared.read else Look.NEITHER


def ways(stuck: Stuck, balance: Decimal | None) -> tuple[Shown, ...]:
    """What can be done, the likeliest first; only what the till takes."""
    kind, look = issue(stuck, balance), looked(stuck, balance)
    posting = stuck.matter.posting
    match kind:
        case Issue.FEWER_POINTS:
            some = balance is not None and balance > 0
            wanted = [Way.TAKE_ONLY] if some else []
            order = [*wanted, Way.FORGIVE, Way.RETRY, Way.VOID]
            main: Way | None = order[0]
        case Issue.POINTS_REFUSED:
            order, main = [Way.RETRY, Way.FORGIVE, Way.CHOOSE, Way.VOID], Way.RETRY
        case Issue.REFUSED:
            fix = [Way.FIX_PHONE] if posting.phone else []
            order, main = [Way.RETRY, *fix, Way.CHOOSE, Way.WRITE_OFF], Way.RETRY
        case Issue.CARD_OF_NOBODY:
            order, main = [Way.CHOOSE, Way.RETRY, Way.WRITE_OFF], None
        case Issue.PHONE_OF_NOBODY:
            order, main = [Way.FIX_PHONE, Way.REGISTER, Way.CHOOSE, Way.RETRY, Way.FORGIVE, Way.WRITE_OFF], None
        case Issue.REGISTERED:
            order, main = [Way.ADD_NOW, Way.ALREADY_THERE], None
        case Issue.TOLD_UNKNOWN:
            order, main = [Way.ADD_NOW, Way.ALREADY_THERE, Way.WRITE_OFF], None
        case Issue.UNKNOWN | Issue.MOVED | Issue.DIFFERS:
            order = [Way.ADD_NOW, Way.ALREADY_THERE, Way.WRITE_OFF]
            main = {Look.THERE: Way.ALREADY_THERE, Look.ABSENT: Way.ADD_NOW}.get(look) if look else None
        case _:
            order, main = [Way.RETRY, Way.WRITE_OFF], None
    voidable = stuck.record.left > 0 and not stuck.record.sale.reverses
    return tuple(
        Shown(way, way is main) for way in order if way.action in stuck.matter.possible and (way is not Way.VOID or voidable)
    )
