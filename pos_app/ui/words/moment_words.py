"""Words for the rarer moments of a sale: nobody fits, a number of nobody, a question, trouble with the disk."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["MomentWords"]


class MomentWords(QObject):
    """See ``SaleWords``."""

    # Finding

    def reading_card(self) -> str:
        """A card was read and is being looked for."""
        return self.tr("Looking for the card…")

    def nobody_fits(self) -> str:
        return self.tr("Nobody on this till fits")

    def try_whole_number(self) -> str:
        """Under the line above: the servers find whole numbers only."""
        return self.tr("Type the whole phone number, or swipe the card.")

    def sale_on_card_only(self) -> str:
        return self.tr("Sale on card number only")

    # A sale for a number of nobody

    def unknown_number(self) -> str:
        return self.tr("Unknown number")

    def points_once_registered(self) -> str:
        return self.tr("The points wait here until this number is registered.")

    # Questions

    def change(self) -> str:
        """Yes, to another customer."""
        return self.tr("Change")

    def keep(self) -> str:
        """No, the same customer."""
        return self.tr("Keep")

    # Trouble

    def not_saved(self) -> str:
        return self.tr("The sale was not saved")

    def not_saved_why(self) -> str:
        return self.tr("The disk did not take it. Please try once more.")

    def did_not_work(self) -> str:
        return self.tr("That did not work")

    def nothing_changed(self) -> str:
        return self.tr("Nothing was changed. Please try once more.")

    def sending_stopped(self) -> str:
        return self.tr("Sending has stopped")

    def sending_stopped_why(self) -> str:
        return self.tr("All sales are saved. Please close the program and start it again.")

    def fault(self) -> str:
        """Something in the program itself went wrong."""
        return self.tr("Something went wrong in the program")

    # Connection, where "offline" would be the wrong word

    def no_key(self) -> str:
        return self.tr("No key")

    def log_in(self) -> str:
        """A network that wants a log-in first."""
        return self.tr("Network wants a log-in")

    def wrong_clock(self) -> str:
        return self.tr("Clock is wrong")

    def wrong_account(self) -> str:
        return self.tr("Other account")

    def server_trouble(self) -> str:
        return self.tr("Server has trouble")

    # Third column

    def open_journal(self) -> str:
        """A button below the last sales."""
        return self.tr("Open journal")

    def last_sales(self) -> str:
        return self.tr("Last sales")

    def nothing_sold(self) -> str:
        """No sale yet in the list of the last sales."""
        return self.tr("No sale yet")
