"""Every failure that somebody was expected to meet, as one tree.

::

    PosError
    ├─ NotSent         no byte left                   again, with back-off
    ├─ Unknown         may have happened              resolve by id or by reading
    ├─ Refused         the server said no, in words   a person decides
    │  └─ NoSuchCustomer
    ├─ KeyRefused      401, 403, a known key error    pause, ask for the key
    ├─ SlowDown        429, Retry-After               pause
    ├─ DiskTrouble     full, locked, corrupt          refuse the new sale, keep the old
    │  └─ DiskBusy     another program holds the till's data
    ├─ KeyringTrouble  missing, locked                session key, banner
    ├─ NotPrinted      off, no paper, broke off       the sale is saved; try again
    ├─ UpdateTrouble   feed, download, installer      nothing was installed; selling goes on
    ├─ NotSetUp        there are no settings yet      run the set-up
    └─ BadInput        amount, phone, card            say what is wrong, at the field

``str(error)`` is one plain English sentence without secrets; screens translate by type, :class:`Trouble` and :class:`Problem`.
Anything outside this tree is a bug.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum


class Trouble(Enum):
    """Why a server could not be talked to: what the connection pill says."""

    OFFLINE = "offline"
    """No name, no route, refused, or no answer in time."""
    PORTAL = "portal"
    """Something between here and the server answered instead of it (a log-in page, a redirect, a foreign certificate)."""
    TLS = "tls"
    """The server's certificate does not hold: expired, or for another host."""
    CLOCK = "clock"
    """The certificate is not valid at this computer's date: its clock is probably wrong."""
    KEY = "key"
    """The server does not accept the key."""
    SLOW = "slow"
    """The server asked to be left alone for a while."""
    SERVER = "server"
    """The server answered, but with something that is not an answer (5xx, broken JSON)."""


class PosError(Exception):
    """The root. ``str()`` is a sentence for a person."""


class NotSent(PosError):
    """Not one byte of the request left this computer: it is free to be sent again."""

    def __init__(self, sentence: str, *, trouble: Trouble = Trouble.OFFLINE) -> None:
        super().__init__(sentence)
        self.trouble = trouble


class Unknown(PosError):
    """The request may have been carried out. Never call this "failed"."""

    def __init__(self, sentence: str, *, trouble: Trouble = Trouble.SERVER) -> None:
        super().__init__(sentence)
        self.trouble = trouble


class Refused(PosError):
    """The server understood and said no. ``reason`` is the server's own text: outside text, show it as plain text only."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoSuchCustomer(Refused):
    """The server knows no such customer."""

    def __init__(self, reason: str = "No customer has this phone or card.") -> None:
        super().__init__(reason)


class KeyRefused(PosError):
    """The server does not accept the key, or not any more.

    ``maybe_applied``: a 403 that is no answer of the server's own may come from a firewall that held back the answer, not the
    request.
    """

    trouble = Trouble.KEY

    def __init__(self, sentence: str = "", *, maybe_applied: bool = False) -> None:
        super().__init__(sentence)
        self.maybe_applied = maybe_applied


class SlowDown(PosError):
    """The server asks for a pause of ``retry_after_s`` seconds (1 to 900).

    ``maybe_applied``: a 503 may come from a proxy in front of a server that went on working; a 429 may not.
    """

    trouble = Trouble.SLOW

    def __init__(self, sentence: str, *, retry_after_s: float, maybe_applied: bool = False) -> None:
        super().__init__(sentence)
        self.retry_after_s = retry_after_s
        self.maybe_applied = maybe_applied


class DiskTrouble(PosError):
    """The till's own disk does not take or give data. Nothing that was promised is harmed."""


class DiskBusy(DiskTrouble):
    """Another program (a second till window, a backup tool) holds the till's data."""


class KeyringTrouble(PosError):
    """The system keyring is missing, locked, or did not keep what it was given."""


class PrinterProblem(Enum):
    """Why nothing came out of the printer."""

    NOT_SET_UP = "No printer is set up. Run: pos-app printer KIND:ADDRESS"
    NO_ANSWER = "The printer does not answer."
    NO_PAPER = "The printer has no paper."
    COVER_OPEN = "The printer's cover is open."
    STOPPED = "The printer has stopped: look at its lamp."
    FORBIDDEN = "This user may not use the printer."
    NO_USB = "USB printers need the system's library libusb."
    NOT_HERE = "This program cannot reach that printer: the till's window can."
    TOO_MANY = "Too many slips wait for the printer."


class NotPrinted(PosError):
    """A slip did not come out of the printer. ``in_part``: it broke off in the middle, so that a piece of it may have."""

    def __init__(self, why: PrinterProblem, *, in_part: bool = False) -> None:
        super().__init__(why.value + (" The slip may be printed in part." if in_part else ""))
        self.why = why
        self.in_part = in_part


class UpdateFault(Enum):
    """What was wrong with an update."""

    UNREACHABLE = "unreachable"
    """The vendor's server did not answer, or not with what was asked for."""
    FORGED = "forged"
    """Not signed by the vendor."""
    EXPIRED = "expired"
    OLDER = "older"
    """A feed older than one seen before."""
    UNREADABLE = "unreadable"
    WRONG_FILE = "wrong_file"
    """What was downloaded is not what the feed promised."""
    NO_ROOM = "no_room"
    """On the disk."""
    DISK = "disk"
    NOT_NOW = "not_now"
    """The shift is not closed, or something still has to be sent or decided."""
    NOT_STARTED = "not_started"
    """The installer could not be run."""
    NOTHING = "nothing"
    """There is no such release, or this build has no feed."""


class UpdateTrouble(PosError):
    """No update was made. Nothing of the till was changed."""

    def __init__(self, sentence: str, *, fault: UpdateFault) -> None:
        super().__init__(sentence)
        self.fault = fault


class NotSetUp(PosError):
    """This data folder holds no settings yet."""


class Problem(Enum):
    """What is wrong with something that was typed. ``{limit}`` and ``{count}`` are filled from :class:`BadInput`."""

    AMOUNT_MISSING = "Enter the amount first."
    AMOUNT_NOT_A_NUMBER = "This is not an amount."
    AMOUNT_NOT_POSITIVE = "The amount must be more than 0."
    AMOUNT_TOO_PRECISE = "An amount has at most 2 decimal places."
    AMOUNT_OVER_LIMIT = "The amount is over this shop's limit of {limit}."
    POINTS_NOT_A_NUMBER = "This is not a number of points."
    POINTS_OVER_LIMIT = "At most {limit} points on this purchase."
    REFUND_OVER_REST = "Only {limit} of this sale is left to refund."
    NOTHING_LEFT = "This sale has been taken back already: nothing of it is left to refund."
    NOTHING_TO_CLAIM = "This sale has no points that could be given to somebody."
    CLAIMED_ALREADY = "The points of this sale are somebody's already."
    CLAIM_TOO_LATE = "Only a sale of today can be given to a customer afterwards."
    PHONE_TOO_SHORT = "Digits missing in this phone number: {count}."
    PHONE_TOO_LONG = "This phone number has too many digits."
    PHONE_NOT_A_NUMBER = "This is not a phone number."
    CARD_NOT_READABLE = "This is not a card number."
    QUERY_MISSING = "Swipe a card, or type a phone, card number or name."
    QUERY_TOO_SHORT = "Type at least {count} characters."
    CUSTOMER_NOT_FOUND = "No customer has this number. Checked on this till and online just now."
    CUSTOMER_NOT_HERE = "Not on this till, and we cannot look online now."
    CUSTOMER_AMBIGUOUS = "{count} customers fit. Ask for the name or more digits."
    PAYMENT_CARD = "That was a bank card. Its number was not shown or saved."
    NOT_A_LOYALTY_CARD = "This code is not a loyalty card."
    READ_ERROR = "The card did not read well. Please swipe it once more."
    EMAIL_WRONG = "This is not an e-mail address."
    BIRTHDAY_WRONG = "Type the birthday as day, month and year, such as 25.1.1980."
    CONSENT_MISSING = "The customer has to agree to the rules first."
    REGISTERED_ALREADY = "Already registered: {detail}"
    REFERRED_BY_SELF = "Nobody can be their own referrer."
    NOTHING_CHANGED = "Nothing was changed."
    SMS_SENT_ALREADY = "The SMS was sent already, or may have been: it is not sent again."
    NOT_REGISTERED_YET = "The registration has not reached the server yet: the link comes with its answer."
    SETTING = "{detail}"


class BadInput(PosError):
    """Something typed or swiped makes no sense. Nothing is lost; the sentence belongs beside the field."""

    def __init__(self, problem: Problem, *, limit: Decimal | None = None, count: int | None = None, detail: str = "") -> None:
        shown_limit = "" if limit is None else f"{limit.normalize():f}"
        super().__init__(problem.value.format(limit=shown_limit, count=count, detail=detail))
        self.problem = problem
        self.limit = limit
        self.count = count
        self.detail = detail
