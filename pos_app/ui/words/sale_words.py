"""Words of the Sale screen's left side: looking for a customer and showing one."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["SaleWords"]


class SaleWords(QObject):
    """Every method answers words in the language in force. GUI thread.

    Names, numbers and dates that come in are already words (see ``Formats``). Methods that take ``n`` have plurals.
    ``tr`` is spelled out with a literal each time because that is how the translation tool finds it.
    """

    # The input and the way to begin

    def search_hint(self) -> str:
        return self.tr("Swipe, scan, phone or name")

    def search_hint_short(self) -> str:
        """For the narrow window."""
        return self.tr("Card, code or phone…")

    def search_name(self) -> str:
        """What a screen reader calls the input."""
        return self.tr("Find customer, swipe, scan or type")

    def clear_search(self) -> str:
        return self.tr("Clear")

    def who_is_shopping(self) -> str:
        return self.tr("Who is shopping?")

    def start_any_way(self) -> str:
        return self.tr("Start any way you like. No click needed first.")

    def swipe_card(self) -> str:
        return self.tr("Swipe the loyalty card")

    def scan_code(self) -> str:
        return self.tr("Scan the code in the phone")

    def type_any(self) -> str:
        return self.tr("Type phone, card or name")

    def any_format(self) -> str:
        return self.tr("Any format, last 3 digits will do")

    def reader_ready(self) -> str:
        return self.tr("Reader ready")

    def scanner_ready(self) -> str:
        return self.tr("Scanner ready")

    def reader_missing(self) -> str:
        return self.tr("Reader not connected")

    def just_served(self) -> str:
        return self.tr("Just served")

    def register_new(self) -> str:
        return self.tr("Register new customer")

    def register(self) -> str:
        return self.tr("Register customer")

    # Finding

    def customers(self, n: int) -> str:
        """Above the suggestions."""
        return self.tr("%n customers", "", n)

    def looking_online(self) -> str:
        return self.tr("Looking online for more…")

    def not_in_list(self) -> str:
        return self.tr("Not in the list?")

    def register_a_new(self) -> str:
        return self.tr("Register a new customer")

    def many_end_in(self, n: int, digits: str) -> str:
        return self.tr("%n customers end in {digits}", "", n).format(digits=digits)

    def ask_name(self) -> str:
        return self.tr("Ask for the name, then choose.")

    def arrows_and_enter(self) -> str:
        return self.tr("Arrows and Enter, or type more digits")

    def suggestion_spoken(self, *, name: str, last_digits: str, points: str) -> str:
        """A row for a screen reader; ``points`` with its unit."""
        return self.tr("{name}, phone ends in {digits}, {points}").format(name=name, digits=last_digits, points=points)

    def nobody_has_number(self) -> str:
        return self.tr("No customer has this number")

    def checked_both(self) -> str:
        return self.tr("Checked on this till and online just now.")

    def not_on_this_till(self) -> str:
        return self.tr("Not on this till. We cannot look online now.")

    def register_this_number(self) -> str:
        return self.tr("Register this number")

    def sale_on_phone_only(self) -> str:
        return self.tr("Sale on phone number only")

    def fix_number(self) -> str:
        return self.tr("Fix the number")

    # The customer

    def balance(self) -> str:
        return self.tr("Balance")

    def points(self, n: int) -> str:
        """The unit behind a whole number."""
        return self.tr("points", "unit", n)

    def points_fraction(self) -> str:
        """The unit behind a number with decimals: one form in every language, but a plural for the English file's sake."""
        return self.tr("points", "unit after a decimal number", 2)

    def bonus(self) -> str:
        return self.tr("Bonus")

    def discount(self) -> str:
        return self.tr("Discount")

    def not_known(self) -> str:
        """In place of a rate or balance that no server told."""
        return self.tr("not known")

    def worth(self, money: str) -> str:
        """Beside the balance."""
        return self.tr("= {sum}").format(sum=money)

    def card_in_phone(self) -> str:
        return self.tr("Card in phone")

    def card_in_phone_short(self) -> str:
        """For the narrow window."""
        return self.tr("In phone")

    def no_phone_card(self) -> str:
        return self.tr("No phone card")

    def live(self) -> str:
        return self.tr("Live")

    def updated_now(self) -> str:
        return self.tr("Updated now")

    def as_of(self, time: str) -> str:
        return self.tr("As of {time}").format(time=time)

    def owes(self, points: str) -> str:
        """Under a balance below nothing; ``points`` with their unit."""
        return self.tr("owes {points}").format(points=points)

    def includes_unsent(self, points: str) -> str:
        return self.tr("includes {points} not sent yet").format(points=points)

    def phone_spoken(self, last_digits: str) -> str:
        """A shortened phone for a screen reader."""
        return self.tr("Phone ends in {digits}").format(digits=last_digits)

    def card_spoken(self, last_digits: str) -> str:
        """A shortened card for a screen reader; empty: a card too short to say anything of it."""
        return self.tr("Card ends in {digits}").format(digits=last_digits) if last_digits else self.tr("Loyalty card")

    def balance_spoken(self, *, balance: str, freshness: str) -> str:
        """ "Balance 1,240 points, live"."""
        known = freshness[:1].lower() + freshness[1:]
        return self.tr("Balance {balance}, {freshness}").format(balance=balance, freshness=known)

    def birthday_today(self) -> str:
        return self.tr("Birthday today")

    def birthday_in(self, n: int) -> str:
        return self.tr("Birthday in %n days", "", n)

    def offer_treat(self, date: str) -> str:
        """Under the birthday."""
        return self.tr("{date} · offer a treat").format(date=date)

    def last_visit(self, date: str) -> str:
        return self.tr("Last visit {date}").format(date=date)

    def purchase_today(self, time: str) -> str:
        return self.tr("Purchase today {time}").format(time=time)

    def visits_this_year(self, n: int, money: str) -> str:
        return self.tr("{sum} · %n visits this year", "", n).format(sum=money)

    def history(self) -> str:
        return self.tr("History")

    def message(self) -> str:
        return self.tr("Message")

    def close_customer(self) -> str:
        """The name of the cross."""
        return self.tr("Close the customer")

    def change_customer(self, name: str) -> str:
        """Another card was swiped while a sale is open."""
        return self.tr("Change to {name}? The amount stays.").format(name=name)

    # Offline

    def you_are_offline(self) -> str:
        return self.tr("You are offline")

    def sales_sent_later(self) -> str:
        return self.tr("Sales are saved and sent later.")

    def unknown_card(self) -> str:
        return self.tr("Unknown card")

    def can_record(self) -> str:
        return self.tr("You can still record the sale")

    def points_added_later(self) -> str:
        return self.tr("We will find the customer and add the points once the internet is back.")

    def phone(self) -> str:
        return self.tr("Phone")

    def optional(self) -> str:
        return self.tr("optional")

    def phone_helps(self) -> str:
        """Under the phone of an unknown card."""
        return self.tr("Helps if the card is not in the system yet.")

    def not_possible_offline(self) -> str:
        return self.tr("Not possible offline")

    def no_redeem_offline(self) -> str:
        return self.tr("Redeem points (we do not know the balance)")

    def no_discount_offline(self) -> str:
        return self.tr("Personal discount (we do not know the rate)")

    # Refused reads

    def bank_card(self) -> str:
        return self.tr("That was a bank card")

    def bank_card_why(self) -> str:
        return self.tr("Its number was not shown or saved. Please swipe the loyalty card instead.")

    def bank_card_promise(self) -> str:
        return self.tr("Payment cards are spotted at the reader and dropped at once.")

    def waiting_for_swipe(self) -> str:
        return self.tr("Waiting for the next swipe…")

    def find_by_phone(self) -> str:
        return self.tr("Find by phone")

    def bad_read(self) -> str:
        return self.tr("The card did not read well. Please swipe it once more.")

    def foreign_code(self) -> str:
        return self.tr("This code is not a loyalty card.")

    def blocked_card(self) -> str:
        return self.tr("This card is blocked. Ask for another card or phone.")
