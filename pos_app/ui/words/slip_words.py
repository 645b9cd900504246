"""Words on a slip of paper, and around printing it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.loyalty.errors import PrinterProblem

__all__ = ["SlipWords"]


class SlipWords(QObject):
    """See ``SaleWords``. What stands on the paper is read by the customer."""

    # On the paper

    def copy(self) -> str:
        """A stamp: it was printed before."""
        return self.tr("Copy")

    def taken_back(self) -> str:
        """A stamp: nothing is left of this sale."""
        return self.tr("Voided")

    def refund(self) -> str:
        """A stamp: money was handed back."""
        return self.tr("Refund")

    def receipt(self, number: str) -> str:
        return self.tr("Receipt {number}").format(number=number)

    def sale_number(self, number: str) -> str:
        """In its place: the first letters of the sale's id."""
        return self.tr("Sale {number}").format(number=number)

    def card(self) -> str:
        return self.tr("Card")

    def phone(self) -> str:
        return self.tr("Phone")

    def points_used(self, points: str) -> str:
        """On the left; what they are worth is on the right."""
        return self.tr("Points used ({points})").format(points=points)

    def thanks(self) -> str:
        return self.tr("Thank you. See you soon.")

    def no_tax_receipt(self) -> str:
        return self.tr("Points slip, not a tax receipt")

    def card_for_phone(self) -> str:
        """Below a QR code."""
        return self.tr("Loyalty card for your phone")

    def file_name(self, number: str) -> str:
        """Of a slip that is kept as a file."""
        return self.tr("Points slip {number}").format(number=number)

    # The test page

    def test_page(self) -> str:
        return self.tr("Test page")

    def test_why(self) -> str:
        return self.tr("Letters that are often missing:")

    # Around printing

    def print(self) -> str:
        """A button."""
        return self.tr("Print")

    def title(self) -> str:
        """Above its picture."""
        return self.tr("Points slip")

    def print_slip(self) -> str:
        return self.tr("Print slip")

    def printing(self) -> str:
        return self.tr("Printing…")

    def printed(self) -> str:
        return self.tr("Slip printed")

    def try_again(self) -> str:
        return self.tr("Try again")

    def save_pdf(self) -> str:
        """A button."""
        return self.tr("Save as PDF")

    def saved_pdf(self, name: str, folder: str) -> str:
        return self.tr("{name} is in {folder}").format(name=name, folder=folder)

    def not_saved_pdf(self) -> str:
        return self.tr("The file was not saved: the disk did not take it.")

    def none_set_up(self) -> str:
        return self.tr("No printer is set up")

    def where_to_set_up(self) -> str:
        """Under the line above."""
        return self.tr("Settings, Printer")

    def sale_is_saved(self) -> str:
        return self.tr("The sale is saved.")

    def may_be_in_part(self) -> str:
        """It broke off in the middle."""
        return self.tr("The slip may be printed in part.")

    def problem(self, why: PrinterProblem) -> str:
        """What is wrong with the printer."""
        return {
            PrinterProblem.NOT_SET_UP: self.tr("No printer is set up"),
            PrinterProblem.NO_ANSWER: self.tr("Printer does not answer"),
            PrinterProblem.NO_PAPER: self.tr("Printer has no paper"),
            PrinterProblem.COVER_OPEN: self.tr("Printer's cover is open"),
            PrinterProblem.STOPPED: self.tr("Printer has stopped"),
            PrinterProblem.FORBIDDEN: self.tr("This user may not use the printer"),
            PrinterProblem.NO_USB: self.tr("The system's library for USB (libusb) is missing"),
            PrinterProblem.NOT_HERE: self.tr("This printer cannot be reached"),
            PrinterProblem.TOO_MANY: self.tr("Too many slips wait for the printer"),
        }[why]
