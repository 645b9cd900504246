"""Words of the settings page: the card reader's set-up and the shop's own card numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.reader.survey import Advice

__all__ = ["ReaderWords"]


class ReaderWords(QObject):
    """See ``SaleWords``."""

    def card_reader(self) -> str:
        return self.tr("Card reader")

    def card_numbers(self) -> str:
        return self.tr("Card numbers")

    # Steps

    def connect_step(self) -> str:
        return self.tr("Connect")

    def swipe_step(self) -> str:
        return self.tr("Swipe")

    def done_step(self) -> str:
        return self.tr("Done")

    # What to do, and how it stands

    def swipe_a_card(self) -> str:
        return self.tr("Swipe a loyalty card")

    def three_times(self) -> str:
        return self.tr("Swipe it three times. We will find the right settings.")

    def works(self) -> str:
        return self.tr("This reader works")

    def save_it(self) -> str:
        return self.tr("Save the settings for this till.")

    def saved(self) -> str:
        return self.tr("Saved for this till")

    def in_use(self) -> str:
        return self.tr("The till uses it from now on.")

    def default_in_use(self) -> str:
        return self.tr("The default settings are in use")

    def default_serves(self) -> str:
        return self.tr("They serve most readers. Swipe a card three times to fit them to yours.")

    def swiped_spoken(self, n: int) -> str:
        """What a screen reader says of the three discs."""
        return self.tr("%n of 3 swipes", "", n)

    # The test field

    def test_field(self) -> str:
        return self.tr("Test field")

    def listening(self) -> str:
        return self.tr("Listening")

    def nothing_yet(self) -> str:
        return self.tr("Nothing arrived yet")

    def hidden(self) -> str:
        """In place of what arrived, where nothing of it may be seen."""
        return self.tr("Not shown")

    def milliseconds(self, number: str) -> str:
        return self.tr("{n} ms").format(n=number)

    # What was found

    def start(self) -> str:
        return self.tr("Start")

    def end(self) -> str:
        return self.tr("End")

    def track(self) -> str:
        return self.tr("Track")

    def speed(self) -> str:
        return self.tr("Speed")

    def found(self) -> str:
        return self.tr("recognised")

    def none(self) -> str:
        """There is no mark, no track."""
        return self.tr("none")

    def only_a_number(self) -> str:
        return self.tr("number alone")

    def per_character(self) -> str:
        return self.tr("per character")

    def enter_key(self) -> str:
        return self.tr("Enter")

    def tab_key(self) -> str:
        return self.tr("Tab")

    # Checks

    def is_reader(self) -> str:
        return self.tr("It is a reader, not typing on the keyboard")

    def digits_in(self, digits: int, milliseconds: int) -> str:
        return self.tr("%n digits in {ms} ms", "", digits).format(ms=milliseconds)

    def characters_in(self, characters: int, milliseconds: int) -> str:
        return self.tr("%n characters in {ms} ms", "", characters).format(ms=milliseconds)

    def digits_right(self) -> str:
        return self.tr("The digits are right")

    def digits_translated(self) -> str:
        """The computer has another keyboard layout than the reader."""
        return self.tr("The digits are right on this keyboard too")

    def layouts_alike(self) -> str:
        return self.tr("Reader and computer agree")

    def keys_translated(self) -> str:
        return self.tr("Keys are read by place, not by letter")

    def layout_of_computer(self) -> str:
        return self.tr("The reader is set to this keyboard")

    def bank_cards_refused(self) -> str:
        return self.tr("Bank cards are refused")

    def tried_with_test_number(self) -> str:
        return self.tr("Checked with a test number")

    def bank_cards_not_refused(self) -> str:
        return self.tr("Bank cards would pass")

    def fix_card_numbers(self) -> str:
        return self.tr("Make the card numbers more exact")

    def nth_swipe(self, n: int) -> str:
        """``n`` is 1 to 3."""
        return (self.tr("First swipe"), self.tr("Second swipe"), self.tr("Third swipe"))[min(n, 3) - 1]

    def waiting(self) -> str:
        return self.tr("Waiting…")

    def all_alike(self) -> str:
        return self.tr("All three were the same")

    # To press

    def start_over(self) -> str:
        return self.tr("Start over")

    def use_default(self) -> str:
        return self.tr("Use default")

    def save(self) -> str:
        return self.tr("Save")

    def not_saved(self) -> str:
        return self.tr("The settings were not saved")

    def disk_did_not_take_it(self) -> str:
        return self.tr("The disk did not take them. The old settings stay in use. Please try once more.")

    # What to change

    def advice(self, advice: Advice) -> str:
        """What is the matter, in a few words."""
        match advice:
            case Advice.BANK_CARD:
                return self.tr("That was a bank card")
            case Advice.DOCUMENT:
                return self.tr("That was an identity document")
            case Advice.READ_ERROR:
                return self.tr("The reader could not read the card")
            case Advice.CUT_OFF:
                return self.tr("A part of the card is missing")
            case Advice.SWITCH_ON_ENTER:
                return self.tr("Switch on Enter after the card")
            case Advice.TOO_SLOW:
                return self.tr("Make the reader faster")
            case Advice.TOO_SHORT:
                return self.tr("The number is too short")
            case Advice.CONTROL_CHARACTERS:
                return self.tr("Switch off control characters")
            case Advice.DIFFERS:
                return self.tr("Not the same as the swipe before")
            case Advice.ALT_CODES:
                return self.tr("Set the reader to a US keyboard")

    def advice_why(self, advice: Advice, *, speed: str = "", count: int = 0) -> str:
        """What to do. ``speed`` is the time for one character, already formatted; ``count`` the characters."""
        match advice:
            case Advice.BANK_CARD:
                return self.tr("Its number was not shown or saved. Please swipe the loyalty card instead.")
            case Advice.DOCUMENT:
                return self.tr("Nothing of it was shown or saved. Please swipe the loyalty card instead.")
            case Advice.READ_ERROR:
                return self.tr("Swipe it once more, evenly. If that does not help, try another card or clean the reader.")
            case Advice.CUT_OFF:
                return self.tr("Swipe it once more, from end to end. If that does not help, clean the reader.")
            case Advice.SWITCH_ON_ENTER:
                return self.tr(
                    "The reader sends digits only, {speed} each, and no Enter. That looks like typing. "
                    "Its manual calls it suffix or terminator."
                ).format(speed=speed)
            case Advice.TOO_SLOW:
                return self.tr(
                    "It needs {speed} for a character, which looks like typing. Set 20 ms or less; "
                    "its manual calls it inter-character delay."
                ).format(speed=speed)
            case Advice.TOO_SHORT:
                return self.tr("%n characters look like typing. Let the reader send the marks ; and ? of the track.", "", count)
            case Advice.CONTROL_CHARACTERS:
                return self.tr("The reader sends keys that are no letters or digits. Switch off its function keys and Ctrl codes.")
            case Advice.DIFFERS:
                return self.tr("Use one card for all three swipes. If it was the same card, clean the reader and start over.")
            case Advice.ALT_CODES:
                return self.tr("It types with Alt codes. That works, but it is slow and opens menus in other programs.")

    # The shop's own numbers

    def numbers_title(self) -> str:
        return self.tr("Numbers of your cards")

    def numbers_why(self) -> str:
        return self.tr("With these, no other number is taken for a customer's card, and yours are never taken for bank cards.")

    def numbers_how(self) -> str:
        return self.tr("A beginning such as 2000, or a regular expression for the whole number such as 2000[0-9]+.")

    def number_placeholder(self) -> str:
        return self.tr("Beginning or expression")

    def add_number(self) -> str:
        return self.tr("Add")

    def remove_number(self, number: str) -> str:
        """What a screen reader calls the cross."""
        return self.tr("Remove {number}").format(number=number)

    def bad_number(self) -> str:
        return self.tr("This is not a regular expression")

    def slow_number(self) -> str:
        return self.tr("This could take for ever: a repetition inside a repetition")

    def number_too_long(self) -> str:
        return self.tr("This is too long")

    def number_twice(self) -> str:
        return self.tr("This is here already")

    def last_card(self) -> str:
        return self.tr("Last card")

    def swipe_to_try(self) -> str:
        return self.tr("Swipe a card to try the numbers.")

    def card_matches(self) -> str:
        return self.tr("This card matches")

    def card_matches_not(self) -> str:
        return self.tr("This card does not match")

    def any_card(self) -> str:
        return self.tr("Without numbers, every card is taken")
