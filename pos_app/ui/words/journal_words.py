"""Words of the Journal: the list, one sale's story, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["JournalWords"]


class JournalWords(QObject):
    """See ``SaleWords``."""

    # The head

    def everything_waiting(self) -> str:
        return self.tr("All that waits, of every day")

    def everything_stuck(self) -> str:
        return self.tr("All that needs attention, of every day")

    def found(self) -> str:
        """In place of the day while something is looked for."""
        return self.tr("Found in all days")

    def all(self) -> str:
        return self.tr("All")

    def which_sales(self) -> str:
        """What a screen reader calls the three tabs."""
        return self.tr("Which sales")

    def search(self) -> str:
        return self.tr("Search")

    def search_hint(self) -> str:
        return self.tr("Name, digits, receipt, amount")

    def search_name(self) -> str:
        return self.tr("Search the journal by name, last digits, receipt number or amount")

    def stop_searching(self) -> str:
        return self.tr("Stop searching")

    def choose_day(self) -> str:
        return self.tr("Choose a day")

    def day_before(self) -> str:
        return self.tr("The day before")

    def day_after(self) -> str:
        return self.tr("The day after")

    def month_before(self) -> str:
        return self.tr("The month before")

    def month_after(self) -> str:
        return self.tr("The month after")

    def export(self) -> str:
        return self.tr("Save the list as a file")

    def exported(self, file: str, folder: str) -> str:
        return self.tr("{file} is in {folder}").format(file=file, folder=folder)

    def not_exported(self) -> str:
        return self.tr("The file could not be written. Nothing else changed.")

    # Sums

    def sales(self) -> str:
        return self.tr("Sales")

    def takings(self) -> str:
        return self.tr("Takings")

    def discounts(self) -> str:
        return self.tr("Discounts")

    # The list

    def time(self) -> str:
        return self.tr("Time")

    def customer(self) -> str:
        return self.tr("Customer")

    def paid(self) -> str:
        return self.tr("Paid")

    def points(self) -> str:
        return self.tr("Points")

    def state(self) -> str:
        return self.tr("State")

    def list_name(self) -> str:
        """What a screen reader calls the list."""
        return self.tr("Sales, newest first")

    def row_spoken(self, *, time: str, name: str, paid: str, points: str, state: str) -> str:
        return self.tr("{time}, {name}, paid {paid}, points {points}, {state}").format(
            time=time, name=name, paid=paid, points=points, state=state
        )

    def refund_of(self, number: str) -> str:
        """Under the name: what is handed back, and the card or phone."""
        return self.tr("Refund {number}").format(number=number).strip()

    def correction(self) -> str:
        """Points given or taken without a purchase."""
        return self.tr("Correction")

    def part_refunded(self, money: str) -> str:
        return self.tr("{money} refunded").format(money=money)

    def nothing_that_day(self) -> str:
        return self.tr("No sales on this day")

    def nothing_today(self) -> str:
        return self.tr("No sales yet today")

    def nothing_waits(self) -> str:
        return self.tr("Nothing waits. All is sent.")

    def nothing_stuck(self) -> str:
        return self.tr("Nothing needs attention.")

    def nothing_found(self) -> str:
        return self.tr("No sale fits")

    def try_otherwise(self) -> str:
        return self.tr("Try the beginning of a name, the last 3 digits, a receipt number or an amount.")

    # One sale

    def choose_a_sale(self) -> str:
        return self.tr("Choose a sale to see all about it")

    def shown_here(self) -> str:
        """Where all about a sale will stand, while there is none."""
        return self.tr("The chosen sale is shown here")

    def receipt(self, number: str) -> str:
        return self.tr("receipt {number}").format(number=number)

    def handed_back(self) -> str:
        return self.tr("Handed back")

    def refunded_so_far(self) -> str:
        return self.tr("Refunded so far")

    def saved_here(self) -> str:
        return self.tr("Saved on this till")

    def refund_saved_here(self) -> str:
        return self.tr("Refund saved on this till")

    def of_points_used(self, what: str) -> str:
        """``what`` became of the points that were used, where a sale has both kinds."""
        return self.tr("{what} · points used").format(what=what)

    def of_points_earned(self, what: str) -> str:
        return self.tr("{what} · points earned").format(what=what)

    def earlier_tries(self, n: int) -> str:
        return self.tr("%n earlier tries", "", n)

    def next_try_soon(self) -> str:
        return self.tr("next try at once")

    def voided(self) -> str:
        return self.tr("Voided")

    def refunded(self, money: str) -> str:
        return self.tr("{money} handed back").format(money=money)

    def takes_back(self, time: str) -> str:
        return self.tr("Takes back the sale of {time}").format(time=time)

    def open_that(self) -> str:
        """After the name of a line that leads to another sale."""
        return self.tr("open it")

    def can_be_voided(self) -> str:
        return self.tr("Not sent yet, so it can still be voided. Sent sales are refunded.")

    # What can be done

    def void(self) -> str:
        return self.tr("Void")

    def refund(self) -> str:
        return self.tr("Refund")

    def name_customer(self) -> str:
        return self.tr("Add the customer")

    def void_this(self) -> str:
        return self.tr("Void this sale?")

    def void_why(self, money: str) -> str:
        return self.tr("{money} goes back to the customer. Nothing of it is sent.").format(money=money)

    def keep(self) -> str:
        return self.tr("Keep")

    def back(self) -> str:
        return self.tr("Back")

    def voided_now(self) -> str:
        return self.tr("The sale is voided.")

    # Refund

    def refund_title(self) -> str:
        return self.tr("Refund a sale")

    def refund_of_whom(self, *, time: str, name: str) -> str:
        return self.tr("{time} · {name}").format(time=time, name=name)

    def amount_back(self) -> str:
        return self.tr("How much of the purchase")

    def all_of_it(self, money: str) -> str:
        return self.tr("All {money}").format(money=money)

    def half_of_it(self) -> str:
        return self.tr("Half")

    def hand_back(self) -> str:
        return self.tr("Hand back")

    def points_come_back(self) -> str:
        return self.tr("Used points that come back")

    def points_are_taken(self) -> str:
        return self.tr("Earned points that are taken")

    def refund_is_final(self) -> str:
        return self.tr("A refund cannot be undone.")

    def refund_now(self, money: str) -> str:
        return self.tr("Refund {money}").format(money=money)

    def refund_saved(self, money: str) -> str:
        return self.tr("Hand back {money}. The refund is saved.").format(money=money)

    # A customer who forgot the card

    def whose_sale(self) -> str:
        return self.tr("Whose purchase was it?")

    def claim_why(self) -> str:
        return self.tr("Today only, and once. The points of this sale go to the customer you choose.")

    def give_points_to(self, name: str) -> str:
        return self.tr("Give the points to {name}").format(name=name)

    def give_points(self) -> str:
        return self.tr("Give the points")

    def claimed(self, name: str) -> str:
        return self.tr("The points go to {name}.").format(name=name)

    def claim_reason(self, name: str) -> str:
        """What is kept as the reason of the decision."""
        return self.tr("Forgot the card: {name}").format(name=name)

    # The file

    def columns(self) -> tuple[str, ...]:
        """The first row of an exported file."""
        return (
            self.tr("Date"),
            self.tr("Time"),
            self.tr("Receipt"),
            self.tr("Customer"),
            self.tr("Phone"),
            self.tr("Card"),
            self.tr("Purchase"),
            self.tr("Discount"),
            self.tr("Points used"),
            self.tr("Points earned"),
            self.tr("Paid"),
            self.tr("State"),
            self.tr("Sale"),
            self.tr("Takes back"),
        )

    def file_name(self, what: str) -> str:
        """Without its ending. ``what``: the day, or what was looked for."""
        return self.tr("journal {what}").format(what=what)
