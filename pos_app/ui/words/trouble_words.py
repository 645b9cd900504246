"""Words of the small window: why the till cannot be opened, and how its data is rebuilt."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.till.opening import Reason, Stage

__all__ = ["TroubleWords"]


class TroubleWords(QObject):
    """See ``SaleWords``. A test asks for every reason and every stage."""

    def title(self, reason: Reason) -> str:
        """In a few words."""
        match reason:
            case Reason.DAMAGED:
                return self.tr("The till's data is damaged")
            case Reason.BEHIND:
                return self.tr("The till's data is not what it was")
            case Reason.NOTHING_LEFT:
                return self.tr("Nothing of the till's data can be read")
            case Reason.NEWER:
                return self.tr("This data is from a newer version")
            case Reason.BUSY:
                return self.tr("Another program is using the till's data")
            case Reason.FULL:
                return self.tr("The disk is full")
            case Reason.DISK:
                return self.tr("The disk does not work as it should")
            case Reason.NOT_SET_UP:
                return self.tr("This till is not set up yet")
            case Reason.SETTINGS:
                return self.tr("Something in the set-up is wrong")
            case Reason.KEYS:
                return self.tr("The till has no key")
            case _:
                return self.tr("The till cannot be opened")

    def sentence(self, reason: Reason) -> str:
        """What it means."""
        match reason:
            case Reason.DAMAGED:
                return self.tr("The file with the sales cannot be read any more. Every sale is on the till's roll as well.")
            case Reason.BEHIND:
                return self.tr("The file with the sales is empty, old or another one: the till's roll knows of more sales.")
            case Reason.NOTHING_LEFT:
                return self.tr("Neither the file with the sales nor the till's roll. Please call for help before anything else.")
            case Reason.NEWER:
                return self.tr("This program must not touch it. Nothing was changed: please update the program.")
            case Reason.BUSY:
                return self.tr("It may be a second till, a backup or a virus scanner. Nothing is lost: please try again.")
            case Reason.FULL:
                return self.tr("No sale could be saved. Please make room on the disk and try again. Nothing is lost.")
            case Reason.DISK:
                return self.tr("The till's files cannot be read or written now. Nothing was changed.")
            case Reason.NOT_SET_UP:
                return self.tr("Please run the set-up on this computer first.")
            case Reason.SETTINGS:
                return self.tr("Please correct it, then try again. The sales are safe.")
            case Reason.KEYS:
                return self.tr("The key is not where it should be. The sales are safe.")
            case _:
                return self.tr("The sales on the disk are safe.")

    def waiting_there(self, n: int) -> str:
        """In data that this program must not touch."""
        return self.tr("%n entries in it wait to be sent. They are safe, and the newer program sends them.", "", n)

    # What recovery does

    def rebuilds(self) -> str:
        return self.tr("The data is rebuilt from the roll.")

    def keeps(self) -> str:
        return self.tr("Nothing is deleted: the old files are kept beside the new ones.")

    def asks_again(self) -> str:
        return self.tr("What is not proved to have arrived is asked about again. Nothing is sent twice.")

    def recover_now(self) -> str:
        return self.tr("Recover now")

    def try_again(self) -> str:
        return self.tr("Try again")

    def close(self) -> str:
        return self.tr("Close")

    def open_till(self) -> str:
        return self.tr("Open the till")

    # While it works

    def rebuilding(self) -> str:
        return self.tr("The data is being rebuilt")

    def stage(self, stage: Stage, lines: int) -> str:
        """``lines``: how many lines of the roll were read."""
        match stage:
            case Stage.READING:
                return self.tr("Reading the roll: %n lines", "", lines)
            case Stage.CHECKING:
                return self.tr("Checking what was rebuilt")
            case _:
                return self.tr("Putting it in its place")

    # The last resort

    def copies_help(self) -> str:
        return self.tr("If there is a copy of the data, put it back and try again.")

    def begin_empty_ask(self) -> str:
        return self.tr("Begin with an empty queue…")

    def begin_empty(self) -> str:
        return self.tr("Begin with an empty queue")

    def begin_empty_means(self) -> str:
        return self.tr("Points that had not arrived when the data was damaged will not be sent. Sales go on at once.")

    def moved_beside(self) -> str:
        return self.tr("Nothing is deleted: the damaged files are moved into a folder beside.")

    def kept_with_name(self) -> str:
        return self.tr("Who decided it, and why, is kept for ever.")

    def begin_empty_now(self) -> str:
        return self.tr("Begin empty")

    def putting_aside(self) -> str:
        return self.tr("The damaged files are put aside")

    def begun_empty(self) -> str:
        return self.tr("The till begins with an empty queue")

    # Afterwards

    def rebuilt(self) -> str:
        return self.tr("The data was rebuilt")

    def sales_there(self, n: int) -> str:
        return self.tr("%n sales are there.", "", n)

    def sales_waiting(self, n: int) -> str:
        return self.tr("%n entries wait: each is compared with the server before anything is sent.", "", n)

    def files_kept(self, n: int) -> str:
        return self.tr("%n old files were kept.", "", n)

    def not_rebuilt(self) -> str:
        return self.tr("The data could not be rebuilt")

    def not_rebuilt_why(self) -> str:
        return self.tr("The old files are as they were. Please call for help before anything else is done with them.")
