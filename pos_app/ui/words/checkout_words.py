"""Words of the Sale screen's right side: fields, sums, To pay, and what comes after Confirm."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["CheckoutWords"]


class CheckoutWords(QObject):
    """See ``SaleWords``."""

    # Fields

    def purchase(self) -> str:
        return self.tr("Purchase")

    def redeem_points(self) -> str:
        return self.tr("Redeem points")

    def receipt_number(self) -> str:
        return self.tr("Receipt no. (optional)")

    def receipt_number_short(self) -> str:
        """For the narrow window."""
        return self.tr("Receipt (optional)")

    def max_points(self, points: str) -> str:
        """The wide quick button."""
        return self.tr("Max {points}").format(points=points)

    def leaves(self, money: str) -> str:
        """A quick button: so many points that this whole sum remains to be paid."""
        return self.tr("→ {sum}").format(sum=money)

    def leaves_spoken(self, money: str) -> str:
        return self.tr("Use points so that {sum} remain to pay").format(sum=money)

    def uses_spoken(self, points: str) -> str:
        """A quick button for a screen reader; ``points`` with its unit."""
        return self.tr("Use {points}").format(points=points)

    def max_spoken(self, points: str) -> str:
        """The wide quick button for a screen reader."""
        return self.tr("Use as many as possible, {points}").format(points=points)

    def find_customer_first(self) -> str:
        return self.tr("Find the customer first to see how many points they can use.")

    def redeem_unknown(self) -> str:
        return self.tr("Points can be used once we know the balance. Offer it on the next visit.")

    def enter_amount_first(self) -> str:
        return self.tr("Enter the amount first")

    def big_amount(self, money: str) -> str:
        return self.tr("Is {sum} right? Press Enter once more.").format(sum=money)

    def same_again(self, money: str) -> str:
        """Title: the same customer paid the same less than a minute ago."""
        return self.tr("{sum} was recorded for this customer just now").format(sum=money)

    def same_again_why(self) -> str:
        """Under the line above."""
        return self.tr("Press Enter once more if it is another purchase.")

    # Strip

    def discount(self, percent: str = "") -> str:
        """With the rate if there is one."""
        return self.tr("Discount {percent}").format(percent=percent).strip()

    def points_used(self) -> str:
        return self.tr("Points used")

    def points_earned(self) -> str:
        return self.tr("Points earned")

    def new_balance(self) -> str:
        return self.tr("New balance")

    def later(self) -> str:
        """In place of a value that is not known offline."""
        return self.tr("later")

    def about(self, value: str) -> str:
        """A value that the server has not confirmed."""
        return self.tr("≈ {value}").format(value=value)

    # Band

    def to_pay(self) -> str:
        return self.tr("To pay")

    def confirm(self) -> str:
        return self.tr("Confirm")

    def next(self) -> str:
        return self.tr("Next")

    def to_pay_spoken(self, money: str) -> str:
        """``money`` as ``Formats.spoken`` says it."""
        return self.tr("To pay {sum}").format(sum=money)

    def confirm_spoken(self, money: str) -> str:
        return self.tr("Confirm sale, {sum}").format(sum=money)

    # Put aside

    def hold_sale(self) -> str:
        """A button: serve somebody else first."""
        return self.tr("Hold sale")

    def held_sales(self) -> str:
        """Above the sales that were put aside."""
        return self.tr("On hold")

    def held_spoken(self, name: str, money: str, time: str) -> str:
        """A row of that list."""
        return self.tr("Take up {name}, {sum}, held since {time}").format(name=name, sum=money, time=time)

    def no_customer_yet(self) -> str:
        """In place of a name: only an amount was typed."""
        return self.tr("No customer yet")

    # After Confirm

    def sale_recorded(self) -> str:
        return self.tr("Sale recorded")

    def sent(self) -> str:
        return self.tr("Sent")

    def saved_will_be_sent(self) -> str:
        return self.tr("Saved, will be sent")

    def undo(self) -> str:
        return self.tr("Undo")

    def left(self, time: str) -> str:
        """Under Undo: "1:52 left"."""
        return self.tr("{time} left").format(time=time)

    def undo_spoken(self, time: str) -> str:
        return self.tr("Undo, {time} left").format(time=time)

    def points_and_balance(self) -> str:
        """Under Print slip."""
        return self.tr("Points and balance")

    def show_qr(self) -> str:
        return self.tr("Show QR")

    def card_for_phone(self) -> str:
        """Under Show QR."""
        return self.tr("Card for the phone")

    def ready_for_next(self) -> str:
        return self.tr("Ready for the next customer. Just swipe or scan.")

    def closes_in(self, seconds: int) -> str:
        return self.tr("closes in {n} s").format(n=seconds)

    def sale_undone(self) -> str:
        return self.tr("Sale undone. Points are back as before.")

    # Letters on the screen

    def space(self) -> str:
        return self.tr("space")

    def close_letters(self) -> str:
        """The key that puts the letters away."""
        return self.tr("Done")

    # The keypad, for a screen reader

    def digit_names(self) -> tuple[str, str, str, str, str, str, str, str, str, str]:
        """From zero to nine."""
        return (
            self.tr("zero"),
            self.tr("one"),
            self.tr("two"),
            self.tr("three"),
            self.tr("four"),
            self.tr("five"),
            self.tr("six"),
            self.tr("seven"),
            self.tr("eight"),
            self.tr("nine"),
        )

    def separator_name(self) -> str:
        return self.tr("decimal sign")

    def backspace_name(self) -> str:
        return self.tr("delete the last digit, hold to clear")
