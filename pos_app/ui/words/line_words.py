"""Words of the Sync centre around what needs a person: what waits, the line to the servers, this computer."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["LineWords"]


class LineWords(QObject):
    """See ``SaleWords``."""

    # The page

    def title(self) -> str:
        return self.tr("Sync centre")

    def need_you(self, n: int) -> str:
        return self.tr("%n sales need your decision. The rest takes care of itself.", "", n)

    def by_itself(self) -> str:
        return self.tr("Nothing for you to do: it takes care of itself.")

    def well(self) -> str:
        return self.tr("Nothing for you to do.")

    def stopped(self) -> str:
        """Under the title, while nothing goes out."""
        return self.tr("Nothing goes out at the moment. Every sale is saved here.")

    def all_sent(self) -> str:
        return self.tr("All sent")

    def all_sent_why(self) -> str:
        return self.tr("Every sale of this till has arrived, and each one once.")

    # What waits

    def in_queue(self) -> str:
        return self.tr("in the queue")

    def on_its_way(self) -> str:
        return self.tr("being sent")

    def next_try(self, time: str) -> str:
        """ "next try in 2:10": longer than a minute and a half."""
        return self.tr("next try in {time}").format(time=time)

    def after_decision(self) -> str:
        return self.tr("waits for your decision")

    def paused(self) -> str:
        return self.tr("paused")

    def more(self, n: str) -> str:
        """Under the list; ``n`` is a number written out."""
        return self.tr("and {n} more").format(n=n)

    def waits_spoken(self, *, name: str, money: str, time: str, turn: str) -> str:
        return self.tr("{name}, {sum}, {time}, {turn}").format(name=name, sum=money, time=time, turn=turn)

    def export(self) -> str:
        return self.tr("Export")

    def export_name(self) -> str:
        return self.tr("Save what waits as a table")

    # The line

    def connection(self) -> str:
        return self.tr("Connection")

    def internet(self) -> str:
        return self.tr("Internet")

    def server(self) -> str:
        return self.tr("Loyalty server")

    def crm(self) -> str:
        return self.tr("Points server")

    def account(self) -> str:
        return self.tr("Account")

    def customers_here(self) -> str:
        return self.tr("Customers on this till")

    def last_sent(self) -> str:
        return self.tr("Last sale sent")

    def computer(self) -> str:
        return self.tr("This computer")

    def last_backup(self) -> str:
        return self.tr("Last backup")

    def clock(self) -> str:
        return self.tr("Clock")

    def wrong_by(self, minutes: str) -> str:
        """The computer's clock."""
        return self.tr("Wrong by {n} min").format(n=minutes)

    def good(self, took: str) -> str:
        """ "Good, 38 ms"."""
        return self.tr("Good, {time}").format(time=took)

    def answers(self) -> str:
        return self.tr("Answers")

    def answered_at(self, time: str) -> str:
        return self.tr("Answered at {time}").format(time=time)

    def not_tried(self) -> str:
        return self.tr("Not asked yet")

    def not_reached(self) -> str:
        return self.tr("Not reached")

    def last_answered(self, time: str) -> str:
        """When there was no trouble yet."""
        return self.tr("Last answered at {time}").format(time=time)

    def key_refused(self) -> str:
        return self.tr("The key is not accepted")

    def not_told(self) -> str:
        return self.tr("Not known yet")

    def updated(self, *, count: str, time: str) -> str:
        return self.tr("{count} · updated {time}").format(count=count, time=time)

    def none_yet(self) -> str:
        return self.tr("None yet")

    def disk_well(self) -> str:
        return self.tr("The disk takes everything")

    def journal_behind(self) -> str:
        """The roll, the second copy of all there is, cannot be written."""
        return self.tr("The second copy cannot be written")

    def disk_nearly_full(self, megabytes: str) -> str:
        return self.tr("Only {n} MB free").format(n=megabytes)

    def kept_here(self) -> str:
        return self.tr("Every sale is on this computer until the server confirms it.")

    def state_well(self) -> str:
        """For a screen reader, in place of a green tick."""
        return self.tr("all right")

    def state_trouble(self) -> str:
        return self.tr("trouble")

    # Banners

    def offline(self) -> str:
        return self.tr("You are offline")

    def offline_why(self) -> str:
        return self.tr("Sales are saved here and sent once the internet is back.")

    def portal_why(self) -> str:
        return self.tr("Open any page in this computer's browser and log in. Sales are saved here meanwhile.")

    def server_why(self) -> str:
        return self.tr("The server answers, but not as it should. It is tried again by itself.")

    def slow(self) -> str:
        return self.tr("The server asked for a pause")

    def slow_why(self) -> str:
        return self.tr("It is tried again by itself.")

    def no_key_why(self) -> str:
        return self.tr("Unlock this computer's keyring. Sales are saved here meanwhile.")

    def other_account_why(self) -> str:
        return self.tr("The key belongs to another account than the sales of this till. Nothing is sent to it.")

    def clock_why(self) -> str:
        return self.tr("Correct date and time of this computer, then sending goes on by itself.")

    def writes_stopped(self) -> str:
        return self.tr("Points are not written any more")

    def elsewhere(self) -> str:
        return self.tr("This till's data was moved or copied here")

    def older(self) -> str:
        return self.tr("An old copy of this till's data was put back")

    def held_why(self) -> str:
        return self.tr("Selling goes on, but nothing is sent before somebody says how it is.")

    def writes_stopped_why(self) -> str:
        """Followed by what the till saw."""
        return self.tr("The till stopped by itself. Look into it, then allow it again.")

    # Saving files

    def send_now(self) -> str:
        return self.tr("Send now")

    def save_backup(self) -> str:
        return self.tr("Save a backup file")

    def saving_backup(self) -> str:
        return self.tr("Saving the backup…")

    def backup_saved(self) -> str:
        """Above the file's name."""
        return self.tr("Backup saved")

    def export_saved(self) -> str:
        return self.tr("Table saved")

    def export_file(self, day: str) -> str:
        """Its name, without the ending."""
        return self.tr("waiting {day}").format(day=day)

    def columns(self) -> tuple[str, ...]:
        """The first row of the table."""
        return (
            self.tr("Date"),
            self.tr("Time"),
            self.tr("Receipt"),
            self.tr("Customer"),
            self.tr("Phone"),
            self.tr("Card"),
            self.tr("Paid"),
            self.tr("Points"),
            self.tr("State"),
            self.tr("Why"),
            self.tr("Tries"),
            self.tr("Last answer"),
            self.tr("Sale"),
            self.tr("Entry"),
        )

    def not_written(self) -> str:
        return self.tr("The file could not be written. Choose another place.")

    def backup_files(self) -> str:
        """In the file dialog."""
        return self.tr("Backups")
