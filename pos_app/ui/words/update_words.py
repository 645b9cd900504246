"""Words of new versions of the program."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.loyalty.errors import UpdateFault

__all__ = ["UpdateWords"]


class UpdateWords(QObject):
    """See ``SaleWords``."""

    def daily(self) -> str:
        return self.tr("Look for new versions once a day")

    def daily_why(self) -> str:
        return self.tr("The vendor is asked, and learns nothing of this shop.")

    def not_offered(self) -> str:
        return self.tr("This build of the program offers no updates.")

    def never(self) -> str:
        return self.tr("Not looked for yet.")

    def nothing_newer(self, time: str) -> str:
        return self.tr("No newer version. Last looked: {time}.").format(time=time)

    def is_there(self, version: str) -> str:
        return self.tr("Version {version} is there.").format(version=version)

    def is_here(self, version: str) -> str:
        return self.tr("Version {version} is here, as the vendor signed it.").format(version=version)

    def hint(self) -> str:
        """After the name of the page, for who cannot see the dot."""
        return self.tr("a new version")

    # On the button

    def look(self) -> str:
        return self.tr("Look now")

    def looking(self) -> str:
        return self.tr("Looking…")

    def download(self) -> str:
        return self.tr("Download")

    def downloading(self, percent: int) -> str:
        return self.tr("{n} % here").format(n=percent)

    def install(self) -> str:
        return self.tr("Close and install")

    def by_hand(self, command: str) -> str:
        return self.tr("The data is copied. Close the till, then type: {command}").format(command=command)

    def fault(self, fault: UpdateFault) -> str:
        """What was wrong, and what to do."""
        match fault:
            case UpdateFault.UNREACHABLE:
                return self.tr("The vendor cannot be reached now.")
            case UpdateFault.FORGED:
                return self.tr("What came is not signed by the vendor. It was not used.")
            case UpdateFault.EXPIRED:
                return self.tr("The vendor's list has expired. Check this computer's date.")
            case UpdateFault.OLDER:
                return self.tr("An older list came than was seen before. It was not used.")
            case UpdateFault.UNREADABLE:
                return self.tr("The vendor's list cannot be read. It was not used.")
            case UpdateFault.WRONG_FILE:
                return self.tr("The file is not what the vendor signed. Download it again.")
            case UpdateFault.NO_ROOM:
                return self.tr("The disk has no room for the new version.")
            case UpdateFault.DISK:
                return self.tr("The disk does not take the new version.")
            case UpdateFault.NOT_NOW:
                return self.tr("Not now: first finish the sales that are open, and what waits in Sync.")
            case UpdateFault.NOT_STARTED:
                return self.tr("The installer cannot be started.")
            case UpdateFault.NOTHING:
                return self.tr("No version to install is known. Look now.")
