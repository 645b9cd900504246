"""Words for what is wrong with an entry, and for the rule that limits redeeming: one per ``Problem`` and ``Limit``."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.loyalty.errors import Problem
from pos_app.loyalty.programme import Limit

__all__ = ["ProblemWords"]


class ProblemWords(QObject):
    """See ``SaleWords``. A test asks for every member of both enums."""

    def sentence(self, problem: Problem, *, limit: str = "", count: int = 0, detail: str = "") -> str:
        """What is wrong, in words. ``limit`` is already formatted (money or points); ``detail`` is shown as it is."""
        match problem:
            case Problem.AMOUNT_MISSING:
                return self.tr("Enter the amount first")
            case Problem.AMOUNT_NOT_A_NUMBER:
                return self.tr("This is not an amount")
            case Problem.AMOUNT_NOT_POSITIVE:
                return self.tr("The amount must be more than 0")
            case Problem.AMOUNT_TOO_PRECISE:
                return self.tr("At most 2 decimal places")
            case Problem.AMOUNT_OVER_LIMIT:
                return self.tr("At most {limit} in this shop").format(limit=limit)
            case Problem.POINTS_NOT_A_NUMBER:
                return self.tr("This is not a number of points")
            case Problem.POINTS_OVER_LIMIT:
                return self.tr("At most {limit} points on this purchase").format(limit=limit)
            case Problem.REFUND_OVER_REST:
                return self.tr("Only {limit} of this sale is left to refund").format(limit=limit)
            case Problem.NOTHING_LEFT:
                return self.tr("Nothing of this sale is left to refund")
            case Problem.NOTHING_TO_CLAIM:
                return self.tr("This sale has no points to give to anybody")
            case Problem.CLAIMED_ALREADY:
                return self.tr("The points of this sale are somebody's already")
            case Problem.CLAIM_TOO_LATE:
                return self.tr("Only a sale of today can be given to a customer")
            case _:
                return self._looking(problem, count, detail)

    def _looking(self, problem: Problem, count: int, detail: str) -> str:
        match problem:
            case Problem.PHONE_TOO_SHORT:
                return self.tr("%n digits missing", "", count) if count else self.tr("Digits are missing")
            case Problem.PHONE_TOO_LONG:
                return self.tr("Too many digits")
            case Problem.PHONE_NOT_A_NUMBER:
                return self.tr("This is not a phone number")
            case Problem.CARD_NOT_READABLE:
                return self.tr("This is not a card number")
            case Problem.QUERY_MISSING:
                return self.tr("Swipe a card, or type a phone, card number or name")
            case Problem.QUERY_TOO_SHORT:
                return self.tr("Type at least %n characters", "", count)
            case Problem.CUSTOMER_NOT_FOUND:
                return self.tr("No customer has this number")
            case Problem.CUSTOMER_NOT_HERE:
                return self.tr("Not on this till. We cannot look online now.")
            case Problem.CUSTOMER_AMBIGUOUS:
                return self.tr("%n customers fit. Ask for the name or more digits.", "", count)
            case Problem.PAYMENT_CARD:
                return self.tr("That was a bank card. Its number was not shown or saved.")
            case Problem.NOT_A_LOYALTY_CARD:
                return self.tr("This code is not a loyalty card.")
            case Problem.READ_ERROR:
                return self.tr("The card did not read well. Please swipe it once more.")
            case _:
                return self._person(problem, detail)

    def _person(self, problem: Problem, detail: str) -> str:
        match problem:
            case Problem.EMAIL_WRONG:
                return self.tr("This is not an e-mail address")
            case Problem.BIRTHDAY_WRONG:
                return self.tr("Day, month and year")
            case Problem.CONSENT_MISSING:
                return self.tr("The customer has to agree to the rules first")
            case Problem.REGISTERED_ALREADY:
                return self.tr("Already registered: {name}").format(name=detail)
            case Problem.REFERRED_BY_SELF:
                return self.tr("Nobody can be their own referrer")
            case Problem.NOTHING_CHANGED:
                return self.tr("Nothing was changed")
            case Problem.SMS_SENT_ALREADY:
                return self.tr("The SMS was sent already, or may have been: it is not sent again")
            case Problem.NOT_REGISTERED_YET:
                return self.tr("The registration has not reached the server yet: the link comes with its answer")
            case _:
                return detail

    def limit(self, limit: Limit, *, percent: str = "", points: str = "") -> str:
        """Why no more points can be used. ``percent``: the share that may be paid in points, "" or "50%" for half."""
        match limit:
            case Limit.BALANCE:
                return self.tr("The whole balance can be used")
            case Limit.FLOOR_BALANCE:
                return self.tr("{points} points must stay on the account").format(points=points)
            case Limit.PURCHASE:
                return self.tr("The whole purchase can be paid with points")
            case Limit.PERCENT:
                if percent.rstrip("%").rstrip() == "50":
                    return self.tr("Up to half of the purchase")
                return self.tr("Up to {percent} of the purchase").format(percent=percent)
            case Limit.SMALLEST_CASH:
                return self.tr("A small part must be paid in money")
            case Limit.OFFLINE_OFF:
                return self.tr("Points cannot be used offline")
            case Limit.OFFLINE_TOO_OLD:
                return self.tr("The balance is too old to use points offline")
            case Limit.OFFLINE_TYPED:
                return self.tr("Offline, points need the card to be swiped")
            case Limit.OFFLINE_AMOUNT:
                return self.tr("Offline at most {points} points").format(points=points)
            case Limit.UNKNOWN_BALANCE:
                return self.tr("Points can be used once we know the balance. Offer it on the next visit.")
