"""Words of the set-up on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from pos_app.loyalty.errors import BadInput, DiskTrouble, KeyRefused, KeyringTrouble, NotSent, PosError, SlowDown
from pos_app.till.setup_draft import SetupStep

__all__ = ["SetupWords"]


class SetupWords(QObject):
    """See ``SaleWords``. A test asks for every step."""

    def set_up(self) -> str:
        return self.tr("Set up this till")

    def can_stop(self) -> str:
        return self.tr("About five minutes. You can stop and continue later.")

    def step_of(self, number: int, count: int) -> str:
        return self.tr("Step {number} of {count}").format(number=number, count=count)

    def name(self, step: SetupStep) -> str:
        """In the list of the steps."""
        match step:
            case SetupStep.SHOP:
                return self.tr("Language and shop")
            case SetupStep.CONNECTION:
                return self.tr("Connection")
            case SetupStep.BALANCES:
                return self.tr("Balances")
            case SetupStep.PROGRAMME:
                return self.tr("Programme")
            case SetupStep.READER:
                return self.tr("Card reader")
            case SetupStep.PRINTER:
                return self.tr("Printer")
            case _:
                return self.tr("Practice")

    def about(self, step: SetupStep) -> str:
        """Under its name, in the list."""
        match step:
            case SetupStep.SHOP:
                return self.tr("Names, country, money")
            case SetupStep.CONNECTION:
                return self.tr("Where your customers live")
            case SetupStep.BALANCES:
                return self.tr("Who else changes them")
            case SetupStep.PROGRAMME:
                return self.tr("What points are worth")
            case SetupStep.READER:
                return self.tr("One minute, with a test")
            case SetupStep.PRINTER:
                return self.tr("Can be skipped")
            case _:
                return self.tr("A sale that does not count")

    def title(self, step: SetupStep) -> str:
        match step:
            case SetupStep.SHOP:
                return self.tr("Language and shop")
            case SetupStep.CONNECTION:
                return self.tr("Connect to your loyalty programme")
            case SetupStep.BALANCES:
                return self.tr("Does anything else change balances?")
            case SetupStep.PROGRAMME:
                return self.tr("Your programme")
            case SetupStep.READER:
                return self.tr("Card reader")
            case SetupStep.PRINTER:
                return self.tr("Printer for slips")
            case _:
                return self.tr("A first sale for practice")

    def sentence(self, step: SetupStep) -> str:
        match step:
            case SetupStep.SHOP:
                return self.tr("The names stand at the top of the till and on every slip.")
            case SetupStep.CONNECTION:
                return self.tr("Copy the key from your PassQuare account page, or scan it from there.")
            case SetupStep.BALANCES:
                return self.tr("This decides how points are sent, so that none is lost and none counts twice.")
            case SetupStep.PROGRAMME:
                return self.tr("How points may be used. Bonus and discount come with each customer.")
            case SetupStep.READER:
                return self.tr("Swipe any card of yours three times. Without a reader go on.")
            case SetupStep.PRINTER:
                return self.tr("Choose how it is connected, and print a test page. Without a printer go on.")
            case _:
                return self.tr("Against a make-believe server, with made-up customers. Nothing of it is sent or kept.")

    # The buttons

    def back(self) -> str:
        return self.tr("Back")

    def go_on(self) -> str:
        return self.tr("Continue")

    def open_till(self) -> str:
        return self.tr("Finish and open the till")

    def practise(self) -> str:
        return self.tr("Practise a sale")

    def offline_for_now(self) -> str:
        return self.tr("Work offline for now")

    # Language and shop

    def language(self) -> str:
        return self.tr("Language")

    def shop_name(self) -> str:
        return self.tr("Name of the shop")

    def till_name(self) -> str:
        return self.tr("Name of this till")

    def shop_example(self) -> str:
        return self.tr("Riverside Café")

    def till_example(self) -> str:
        return self.tr("Till 2")

    def country(self) -> str:
        return self.tr("Country of the phone numbers")

    def currency(self) -> str:
        return self.tr("Currency")

    def name_missing(self) -> str:
        return self.tr("Please give it a name")

    # Connection

    def address(self) -> str:
        return self.tr("Programme address")

    def key(self) -> str:
        return self.tr("Till key (app_key)")

    def key_missing(self) -> str:
        return self.tr("Please enter the key")

    def to_keyring(self) -> str:
        return self.tr("The key goes to the system keyring of this computer, never to a file. It is not shown again.")

    def no_keyring(self) -> str:
        return self.tr("This computer has no keyring: the key is kept nowhere, and asked for at each start of the till.")

    def server_answers(self) -> str:
        return self.tr("Server answers")

    def key_accepted(self) -> str:
        return self.tr("Key accepted")

    def not_asked(self) -> str:
        return self.tr("Enter the key first")

    def asking(self) -> str:
        return self.tr("Asking…")

    def answered(self, host: str, milliseconds: int) -> str:
        return self.tr("{host}, {n} ms").format(host=host, n=milliseconds)

    def account(self, name: str, balance: str) -> str:
        """``balance`` is formatted money; empty: not said."""
        return self.tr("{account} · prepaid balance {balance}").format(account=name, balance=balance) if balance else name

    def well(self) -> str:
        return self.tr("fine")

    def not_well(self) -> str:
        return self.tr("not right yet")

    def bad_address(self) -> str:
        return self.tr("This is not an address that begins with https://")

    def why(self, error: PosError) -> str:
        """Why the server could not be asked, or what it said."""
        match error:
            case KeyRefused():
                return self.tr("The server does not accept this key. Please copy it once more.")
            case SlowDown():
                return self.tr("The server asks to wait a little. Please try again in a minute.")
            case NotSent():
                return self.tr("The server cannot be reached now. Is the internet there, and the address right?")
            case BadInput():
                return error.detail or str(error)
            case KeyringTrouble():
                return self.tr("The keyring of this computer does not take the key: it may be locked. Please unlock it.")
            case DiskTrouble():
                return self.tr("The answers could not be written to the disk. Please look at the disk and try again.")
            case _:
                return self.tr("What answers at this address is not the expected server.")

    def nothing_answers(self, error: PosError) -> bool:
        """Whether it is the line that fails, and nothing was said about the key."""
        return not isinstance(error, (KeyRefused, BadInput))

    # Balances

    def only_here(self) -> str:
        return self.tr("No, only this till")

    def only_here_why(self) -> str:
        return self.tr("One till, and nobody edits points in the dashboard.")

    def by_hand(self) -> str:
        return self.tr("Somebody edits them by hand now and then")

    def by_hand_why(self) -> str:
        return self.tr("One till, and the dashboard. An edit in the very second of a sale can be lost.")

    def own_crm(self) -> str:
        return self.tr("Our own CRM keeps the balances")

    def own_crm_why(self) -> str:
        return self.tr("Any number of tills. Points are added there, each sale once.")

    def crm_address(self) -> str:
        return self.tr("Address of the CRM")

    def crm_key(self) -> str:
        return self.tr("Key of the CRM (crm_key)")

    def crm_user(self) -> str:
        return self.tr("User at the CRM")

    def crm_password(self) -> str:
        return self.tr("Password at the CRM")

    def crm_basic(self) -> str:
        """A box to tick."""
        return self.tr("The CRM asks for a user and a password")

    def try_it(self) -> str:
        return self.tr("Try it on a test customer (may be left out)")

    def try_it_why(self) -> str:
        return self.tr("0.01 points are added, looked at and taken back.")

    def test_phone(self) -> str:
        return self.tr("Phone of a test customer")

    def try_now(self) -> str:
        return self.tr("Try now")

    def knows_again(self) -> str:
        return self.tr("A sale that is sent twice counts once there. Nothing more to do.")

    def forgets(self) -> str:
        return self.tr("A sale that is sent twice would count twice there: the till looks before it repeats anything.")

    def replaces(self) -> str:
        return self.tr("The balance is written as it should be, and nothing else changes.")

    def tried_badly(self) -> str:
        return self.tr("That did not go as it should. Please show this to whoever keeps the server:")

    # Programme

    def point_value(self) -> str:
        return self.tr("One point is worth")

    def redeem_share(self) -> str:
        return self.tr("Points may pay at most, of a purchase")

    def lifetime(self) -> str:
        return self.tr("Points last, in days (empty: for ever)")

    def ask_above(self) -> str:
        return self.tr("Ask once more above")

    def offline_points(self) -> str:
        return self.tr("Points without internet")

    def offline_points_why(self) -> str:
        return self.tr("At most so many for each customer whose card was read, with a balance of the last 24 hours.")

    def not_offline(self) -> str:
        return self.tr("Off")

    def offline_up_to(self, points: str) -> str:
        return self.tr("Up to {points}").format(points=points)

    def rounding(self) -> str:
        return self.tr("Points that are earned are rounded down to two decimal places.")

    def bad_number(self) -> str:
        return self.tr("This number does not make sense here")

    # Practice

    def practice_cards(self) -> str:
        return self.tr("These customers are there to try:")

    def practice_how(self) -> str:
        return self.tr("Type the number, Enter, an amount, Enter. Or swipe: nothing has to be clicked first.")

    def ready(self) -> str:
        return self.tr("The till is ready")

    def ready_why(self) -> str:
        return self.tr("Everything can be changed later in Settings.")

    def ready_unasked(self) -> str:
        return self.tr("The server was not asked yet: sales are saved, and sent once it has accepted the key.")

    def try_later(self) -> str:
        return self.tr("It could not be kept")
