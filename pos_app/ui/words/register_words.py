"""Words of the page where a customer is registered or changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

__all__ = ["RegisterWords"]


class RegisterWords(QObject):
    """See ``SaleWords``."""

    # Head

    def new_customer(self) -> str:
        return self.tr("New customer")

    def phone_is_enough(self) -> str:
        return self.tr("The phone number is enough. The rest can wait.")

    def edit_customer(self) -> str:
        return self.tr("Edit customer")

    def only_changes(self) -> str:
        return self.tr("Only what you change is sent. The points stay as they are.")

    # Fields

    def phone(self) -> str:
        return self.tr("Phone")

    def name(self) -> str:
        return self.tr("First name")

    def surname(self) -> str:
        return self.tr("Surname")

    def birthday(self) -> str:
        return self.tr("Birthday")

    def birthday_form(self) -> str:
        """A placeholder."""
        return self.tr("Day, month, year")

    def email(self) -> str:
        return self.tr("E-mail")

    def promo(self) -> str:
        return self.tr("Promo code")

    def referrer(self) -> str:
        return self.tr("Referrer's phone")

    def optional(self) -> str:
        return self.tr("optional")

    def one_digit(self, name: str) -> str:
        """A slip of the finger?"""
        return self.tr("1 digit differs from {name}").format(name=name)

    # Consent

    def agrees(self) -> str:
        return self.tr("Agrees with the rules")

    def agrees_why(self) -> str:
        return self.tr("Needed to collect points. Aloud is enough; time and till are kept.")

    def news(self) -> str:
        return self.tr("Wants news and offers")

    def news_why(self) -> str:
        return self.tr("Can be changed any time in the phone card.")

    # Card

    def swipe_their_card(self) -> str:
        return self.tr("To give them a card, swipe it now.")

    def card_read(self, card: str) -> str:
        """``card`` is shortened."""
        return self.tr("Card {card} was read").format(card=card)

    def card_becomes_theirs(self) -> str:
        return self.tr("It becomes this customer's card.")

    def card_overwrites(self) -> str:
        return self.tr("It takes the place of the card they have: the old one stops working.")

    def use_card(self) -> str:
        return self.tr("Use this card")

    def not_this_card(self) -> str:
        return self.tr("No, leave it")

    def card_chosen(self, card: str) -> str:
        return self.tr("Card {card} goes to this customer").format(card=card)

    def card_of(self, name: str) -> str:
        return self.tr("This card belongs to {name}").format(name=name)

    def card_stays_theirs(self) -> str:
        return self.tr("It stays theirs. Swipe another card.")

    def take_card_away(self) -> str:
        return self.tr("Without the card")

    # Buttons

    def cancel(self) -> str:
        return self.tr("Cancel")

    def save_and_start(self) -> str:
        return self.tr("Save and start the sale")

    def save_changes(self) -> str:
        return self.tr("Save changes")

    def start_sale(self) -> str:
        return self.tr("Start the sale")

    def one_more(self) -> str:
        return self.tr("Another customer")

    def not_saved(self) -> str:
        return self.tr("The disk did not take it: nothing was saved. Please try once more.")

    # The card in the phone

    def phone_card(self) -> str:
        return self.tr("Card in the phone")

    def after_saving(self) -> str:
        return self.tr("The code is here once you have saved.")

    def registering(self) -> str:
        return self.tr("Registering…")

    def saved(self) -> str:
        return self.tr("Saved")

    def follows_online(self) -> str:
        return self.tr("The link follows once the shop is online.")

    def follows_why(self) -> str:
        return self.tr("The customer is saved and is sent by itself. The sale can start.")

    def ready(self) -> str:
        return self.tr("Ready")

    def let_scan(self) -> str:
        return self.tr("Let the customer scan this")

    def opens_wallet(self) -> str:
        return self.tr("It opens in the Apple or Google Wallet.")

    def waiting_for_scan(self) -> str:
        return self.tr("Waiting for the scan…")

    def in_the_phone(self) -> str:
        return self.tr("Card added to the phone")

    def no_link(self) -> str:
        return self.tr("The customer is registered. The server gave no link for a phone card.")

    def stuck(self) -> str:
        return self.tr("A decision is needed")

    def stuck_why(self) -> str:
        return self.tr("The sale can start. Look into Sync what has to be decided.")

    def enlarge(self) -> str:
        return self.tr("Enlarge")

    def tap_to_close(self) -> str:
        return self.tr("Any key or a tap closes it.")

    def code_spoken(self) -> str:
        return self.tr("Code of the customer's wallet card")

    # SMS

    def send_sms(self) -> str:
        return self.tr("Send SMS")

    def sms_costs(self, credit: str) -> str:
        """``credit``: what is left on the shop's account."""
        return self.tr("An SMS is paid from the shop's account, where {credit} are left.").format(credit=credit)

    def sms_yes(self) -> str:
        return self.tr("Send it")

    def sms_no(self) -> str:
        return self.tr("Do not send")

    def sms_text(self) -> str:
        """What the customer reads; the link takes the place of %link%."""
        return self.tr("Your loyalty card: %link%")

    def sms_sent(self) -> str:
        return self.tr("SMS sent")

    def sms_sending(self) -> str:
        return self.tr("Sending the SMS…")

    def sms_refused(self) -> str:
        return self.tr("The SMS was not sent")

    def sms_unknown(self) -> str:
        return self.tr("The SMS may have been sent")

    def no_credit(self) -> str:
        return self.tr("The shop's account is used up: no SMS can be sent.")

    def sms_not_now(self) -> str:
        return self.tr("No SMS can be sent now: the server does not answer.")
