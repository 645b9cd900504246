"""Words of the settings' page about how the till looks."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["AppearanceWords"]


class AppearanceWords(QObject):
    """See ``SaleWords``."""

    def appearance(self) -> str:
        return self.tr("Appearance")

    def why(self) -> str:
        return self.tr("For this till only. Every choice is in force at once and kept.")

    def colours(self) -> str:
        return self.tr("Colours")

    def as_the_computer(self) -> str:
        return self.tr("Like the computer")

    def light(self) -> str:
        return self.tr("Light")

    def dark(self) -> str:
        return self.tr("Dark")

    def contrast(self) -> str:
        return self.tr("High contrast")

    def size(self) -> str:
        return self.tr("Size of everything")

    def size_why(self) -> str:
        return self.tr("From the next start of the till, as far as it fits on the screen.")

    def keypad(self) -> str:
        return self.tr("Keypad")

    def keypad_why(self) -> str:
        """The two orders are shown as digits."""
        return self.tr("Which digits are on top.")

    def hands(self) -> str:
        return self.tr("Sides")

    def hands_why(self) -> str:
        return self.tr("Where the customer is on the screen.")

    def customer_left(self) -> str:
        return self.tr("Customer left")

    def customer_right(self) -> str:
        return self.tr("Customer right")

    def closing(self) -> str:
        return self.tr("Close the recorded sale")

    def closing_why(self) -> str:
        return self.tr("Enter and the next card close it too.")

    def after(self, seconds: int) -> str:
        return self.tr("After {n} s").format(n=seconds)

    def never(self) -> str:
        return self.tr("Never")

    def sound(self) -> str:
        return self.tr("Sounds")

    def sound_why(self) -> str:
        return self.tr("For a card read, a sale saved, a refusal.")

    def motion(self) -> str:
        return self.tr("Movement")

    def motion_why(self) -> str:
        return self.tr("What changes on the screen fades briefly.")

    def reduced(self) -> str:
        """Of movement: as little as can be."""
        return self.tr("Reduced")

    def normal(self) -> str:
        return self.tr("Normal")

    def quiet(self) -> str:
        return self.tr("Quiet")

    def off(self) -> str:
        return self.tr("Off")
