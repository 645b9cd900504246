"""Words of the settings of the receipt printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

__all__ = ["PrinterWords"]


class PrinterWords(QObject):
    """See ``SaleWords``."""

    def printer(self) -> str:
        """The section."""
        return self.tr("Printer")

    def why(self) -> str:
        return self.tr("Points slips for customers. A sale never waits for the printer.")

    def connection(self) -> str:
        return self.tr("Connection")

    def kinds(self) -> tuple[str, str, str, str, str, str]:
        """None, network, USB, serial line, file, the computer's own."""
        return (
            self.tr("None"),
            self.tr("Network"),
            self.tr("USB"),
            self.tr("Serial"),
            self.tr("File"),
            self.tr("This computer's"),
        )

    def network_address(self) -> str:
        return self.tr("Printer's address, such as 192.168.1.50")

    def usb_address(self) -> str:
        return self.tr("Empty: the first printer; or its number 04b8:0e15")

    def serial_address(self) -> str:
        return self.tr("Port and speed, such as COM3:9600")

    def file_address(self) -> str:
        return self.tr("Path, such as /dev/usb/lp0")

    def system_address(self) -> str:
        return self.tr("Printer's name; empty: the computer's choice")

    def known(self, names: Sequence[str]) -> str:
        """Under the field: what can stand in it."""
        return self.tr("This computer knows: {names}").format(names=", ".join(names))

    def none_known(self) -> str:
        return self.tr("This computer knows no printer.")

    def address_makes_no_sense(self) -> str:
        return self.tr("This is not such an address.")

    def paper(self) -> str:
        return self.tr("Paper")

    def millimetres(self, width: int) -> str:
        return self.tr("{n} mm").format(n=width)

    def when(self) -> str:
        return self.tr("When to print")

    def on_demand(self) -> str:
        return self.tr("When asked for")

    def after_each_sale(self) -> str:
        return self.tr("After each sale")

    def cut(self) -> str:
        return self.tr("Cut")

    def cuts(self) -> tuple[str, str, str]:
        """Through, in part, not at all."""
        return (self.tr("Through"), self.tr("In part"), self.tr("No"))

    def test(self) -> str:
        """A button."""
        return self.tr("Print a test page")

    def save(self) -> str:
        return self.tr("Save")

    def saved(self) -> str:
        return self.tr("Saved")

    def saved_why(self) -> str:
        return self.tr("The next slip comes out of this printer.")

    def none_why(self) -> str:
        return self.tr("Slips are not printed. They can be kept as PDF in the Journal.")

    def test_printed(self) -> str:
        return self.tr("The test page is printed")

    def test_printed_why(self) -> str:
        return self.tr("Are all letters there, and is the paper cut? Then save.")
