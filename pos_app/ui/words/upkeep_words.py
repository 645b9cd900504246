"""Words of the settings' sections for whoever looks after the till: its rules, its data, training, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["UpkeepWords"]


class UpkeepWords(QObject):
    """See ``SaleWords``."""

    # Programme

    def next_sale(self) -> str:
        return self.tr("In force from the next sale on. A sale that was begun keeps the price that the customer was told.")

    # Data

    def data(self) -> str:
        return self.tr("Data")

    def data_why(self) -> str:
        return self.tr("Everything this till knows lies in one folder on this computer.")

    def folder(self) -> str:
        return self.tr("Folder")

    def size(self) -> str:
        return self.tr("Size")

    def megabytes(self, count: str) -> str:
        """``count`` is a number written out."""
        return self.tr("{n} MB").format(n=count)

    def backups(self) -> str:
        return self.tr("Backups")

    def backups_kept(self, *, count: str, time: str) -> str:
        return self.tr("{n} kept, the last at {time}").format(n=count, time=time)

    def forgetting(self) -> str:
        return self.tr("Forget customers whom the server does not have any more")

    def forgetting_why(self) -> str:
        return self.tr("After so long without news of them; not while points or a sale are open.")

    def days(self, count: int) -> str:
        """On a button."""
        return self.tr("%n days", "", count)

    def erase(self) -> str:
        return self.tr("Erase a customer from this till")

    def erase_why(self) -> str:
        return self.tr("What this till remembers of them. As long as the server has the customer, they are read again.")

    def phone(self) -> str:
        return self.tr("Phone of the customer")

    def erase_now(self) -> str:
        """On the button."""
        return self.tr("Erase")

    def erased(self) -> str:
        return self.tr("Erased from this till")

    def not_here(self) -> str:
        return self.tr("This till remembers nobody with this phone")

    def sales_stay(self) -> str:
        return self.tr("Sales stay, with the name and phone they were for: they are accounting records of this shop.")

    def not_erased(self) -> str:
        return self.tr("Not erased")

    # About

    def about(self) -> str:
        return self.tr("About")

    def about_why(self) -> str:
        return self.tr("What to tell whoever helps you.")

    def program(self) -> str:
        return self.tr("Program")

    def database(self) -> str:
        return self.tr("Database")

    def window(self) -> str:
        return self.tr("Window")

    def licences(self) -> str:
        return self.tr("Licences")

    def save_diagnostics(self) -> str:
        return self.tr("Save a diagnostics file")

    def diagnostics_why(self) -> str:
        return self.tr("For whoever helps you. No keys, no names, phones and cards masked.")

    def diagnostics_saved(self) -> str:
        return self.tr("Diagnostics saved")

    def diagnostics_files(self) -> str:
        """In the file dialog."""
        return self.tr("Diagnostics")
