"""Words of what needs a person: why, what each way out does, and what is asked before it is done."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["IssueWords"]


class IssueWords(QObject):
    """See ``SaleWords``. Why a posting needs a person, in a heading, is ``words.attempts``'s unless it can be said closer."""

    # Headings

    def points_refused(self) -> str:
        return self.tr("The server did not take the used points")

    def phone_of_nobody(self) -> str:
        return self.tr("This phone belongs to nobody yet")

    def balance_differs(self) -> str:
        """Found by the audit: no sale stands behind it."""
        return self.tr("The balance is not what this till left")

    def card(self, number: str) -> str:
        """Instead of a name: "Card 2000 4471 8820"."""
        return self.tr("Card {number}").format(number=number)

    # What it means

    def fewer_left(self, *, used: str, left: str, missing: str) -> str:
        """Like ``words.sync.not_enough_points_why``, for a sale that was made online."""
        return self.tr(
            "{used} points were used here, but only {left} are left. Nothing is lost. Choose what to do with the missing {missing}."
        ).format(used=used, left=left, missing=missing)

    def card_unknown(self) -> str:
        return self.tr("The server does not know the card. Choose the customer, then the points are added.")

    def phone_unknown(self) -> str:
        return self.tr("The server does not know the phone. Correct it or choose the customer, then the points are added.")

    def look_first(self) -> str:
        """Sent, and nobody knows what came of it."""
        return self.tr("It was sent, but no clear answer came. Look at the customer's points before you decide.")

    def by_others(self) -> str:
        return self.tr("The customer's points are not what this till expected. Look at them before you decide.")

    def key_of_others(self) -> str:
        return self.tr("It goes to nobody else. Put that account's key back, then try again.")

    def not_as_written(self) -> str:
        return self.tr("What is on the disk is not what was written there, so it is not sent. Check this computer's disk.")

    def nothing_lost(self) -> str:
        return self.tr("Nothing is lost.")

    def behind(self, n: int) -> str:
        return self.tr("%n more of this customer wait for it.", "", n)

    # What the server has now

    def looking(self) -> str:
        return self.tr("Looking at the customer's points…")

    def has_now(self, points: str) -> str:
        """``points`` with its unit."""
        return self.tr("The server has {points} now.").format(points=points)

    def before_and_right(self, *, before: str, right: str) -> str:
        return self.tr("There were {before} before; {right} are right with this.").format(before=before, right=right)

    def seems_there(self) -> str:
        return self.tr("They seem to be there.")

    def seems_absent(self) -> str:
        return self.tr("They seem not to be there.")

    def cannot_look(self) -> str:
        return self.tr("The customer's points cannot be read now.")

    # Ways out

    def correct_phone(self) -> str:
        return self.tr("Correct the phone")

    def other_customer(self) -> str:
        return self.tr("Other customer")

    def add_now(self) -> str:
        return self.tr("Add now")

    def take_now(self) -> str:
        return self.tr("Take now")

    def already_there(self) -> str:
        return self.tr("Already there")

    def already_taken(self) -> str:
        return self.tr("Already taken")

    def forgive(self, points: str) -> str:
        """ "Forgive 80 points": ``points`` with its unit."""
        return self.tr("Forgive {points}").format(points=points)

    def write_off(self) -> str:
        return self.tr("Write off")

    def allow_again(self) -> str:
        """After the till stopped writing balances by itself."""
        return self.tr("Allow again")

    def was_moved(self) -> str:
        """The till's data was moved here: the other place is not used any more."""
        return self.tr("It was moved here")

    def is_copy(self) -> str:
        """The other place goes on."""
        return self.tr("It is a copy")

    def was_restored(self) -> str:
        return self.tr("A backup was put back")

    # What they do

    def retry_does(self) -> str:
        return self.tr("It is sent once more. Good once what was wrong has been put right.")

    def move_does(self) -> str:
        return self.tr("The points go to the customer you choose, and to nobody else.")

    def moves_to(self, name: str) -> str:
        return self.tr("The points go to {name}.").format(name=name)

    def add_now_does(self) -> str:
        return self.tr("You looked, and it is not there: it is sent now. This cannot be undone.")

    def already_there_does(self) -> str:
        return self.tr("You looked, and it is there: nothing more is sent. This cannot be undone.")

    def forgive_does(self, points: str) -> str:
        return self.tr("No points are taken: the customer keeps {points}, and the shop bears it. This cannot be undone.").format(
            points=points
        )

    def take_only_does(self, *, left: str, missing: str) -> str:
        return self.tr("{left} are taken, and the shop bears the missing {missing}. This cannot be undone.").format(
            left=left, missing=missing
        )

    def void_does(self, money: str) -> str:
        return self.tr("The whole sale is taken back: hand back {sum}. This cannot be undone.").format(sum=money)

    def give_up_does(self) -> str:
        """A posting that adds points."""
        return self.tr("The sale stays, but nobody gets points for it. This cannot be undone.")

    def leave_does(self) -> str:
        """What may have arrived, or takes points."""
        return self.tr("Nothing more is done; the points at the server stay as they are. This cannot be undone.")

    def allow_does(self) -> str:
        return self.tr("Points are written again; the next write is looked at like the first.")

    def moved_does(self) -> str:
        return self.tr("The other place is not used any more: what is open is asked about, then sent from here.")

    def copy_does(self) -> str:
        return self.tr("The other place goes on and sends what is open. This is another till from now on.")

    def restored_does(self) -> str:
        return self.tr("What is open may have been sent since the backup: it is asked about before anything is sent again.")

    def no_second_till(self) -> str:
        return self.tr("Two tills that write balances overwrite each other. Ask whoever set up this till.")

    # The step before it is done

    def who(self) -> str:
        return self.tr("Who decides?")

    def why(self) -> str:
        return self.tr("Why? It is kept for ever")

    def why_if_you_like(self) -> str:
        return self.tr("Why? (optional)")

    def say_who(self) -> str:
        return self.tr("Say who decides")

    def say_why(self) -> str:
        return self.tr("Say why")

    def choose_first(self) -> str:
        return self.tr("Choose the customer first")

    def phone_card_or_name(self) -> str:
        return self.tr("Phone, card or name")

    def use_number(self, number: str) -> str:
        """A number of nobody, typed whole."""
        return self.tr("Use {number}").format(number=number)

    def back(self) -> str:
        return self.tr("Back")

    def not_kept(self) -> str:
        return self.tr("The disk did not take it: nothing was decided. Please try once more.")

    def settled_elsewhere(self) -> str:
        return self.tr("This has been settled already.")

    # What happened so far

    def so_far(self, n: str) -> str:
        """Folds out what happened to a sale; ``n`` things did."""
        return self.tr("What happened · {n}").format(n=n)

    def hide(self) -> str:
        return self.tr("Hide")

    def was_made(self) -> str:
        return self.tr("Sale saved on this till")

    # Afterwards

    def done(self, what: str) -> str:
        """``what`` was decided: a way out."""
        return self.tr("Decided: {what}").format(what=what)

    def hand_back(self, money: str) -> str:
        return self.tr("Hand back {sum}").format(sum=money)
