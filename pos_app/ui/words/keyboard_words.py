"""Words of the settings' section for the language and the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["KeyboardWords"]


class KeyboardWords(QObject):
    """See ``SaleWords``."""

    def title(self) -> str:
        """At most 24 letters: a row of the list of sections."""
        return self.tr("Language and keyboard")

    def why(self) -> str:
        return self.tr("For this till only. What you choose is in force at once.")

    def language_why(self) -> str:
        return self.tr("Of the window and the slips. A sale that was begun stays as it is.")

    def letters(self) -> str:
        return self.tr("Letters on the screen")

    def letters_why(self) -> str:
        return self.tr("To type names where there is no keyboard.")

    def when_needed(self) -> str:
        return self.tr("When needed")

    def at_every_tap(self) -> str:
        return self.tr("At every tap")

    def never(self) -> str:
        return self.tr("Never")

    def trial(self) -> str:
        return self.tr("Try the keyboard")

    def trial_why(self) -> str:
        return self.tr("Type 1 2 3 4 5 in the row above the letters.")

    def digits_arrive(self) -> str:
        return self.tr("Digits arrive as digits.")

    def letters_arrive(self) -> str:
        return self.tr("This row types letters here. Use the number pad for sums, or another layout. Cards are read all the same.")

    def key_list(self) -> str:
        """On a button."""
        return self.tr("What every key does")
