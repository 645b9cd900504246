"""Words for what a server answered, or why it could not be asked: the till's own sentences on the disk, as a cashier reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject

from pos_app.ui.words.formats import mask_phone

__all__ = ["AnswerWords"]

_POINTS = r"([−\-\d.,]+)"


class AnswerWords(QObject):
    """See ``SaleWords``. What is kept with an attempt is one English sentence, often with a host's name in it."""

    def sentence(self, answer: str) -> str:
        """One or two plain sentences. What is none of the till's own is the server's word, and is quoted as that."""
        said = answer.strip()
        if not said:
            return ""
        for pattern, words in _KNOWN:
            found = pattern.fullmatch(said)
            if found:
                return words(self, *(_tidy(part) if part else part for part in found.groups()))
        return self.server_said(said)

    def server_said(self, words: str) -> str:
        return self.tr("The server said: “{words}”").format(words=words)

    # The server has it

    def has_it(self) -> str:
        return self.tr("The server has it.")

    def has_it_and(self, note: str) -> str:
        """``note``: an answer once more, e.g. that somebody changed the balance."""
        return f"{self.has_it()} {self.sentence(note)}"

    def balance_shows(self) -> str:
        return self.tr("The balance shows that it arrived.")

    def changed_by_others(self, before: str, after: str) -> str:
        return self.tr("Somebody changed the balance from {before} to {after}: it was taken as it is.").format(
            before=before, after=after
        )

    def put_right(self, points: str) -> str:
        return self.tr("The server still had {points}: it was put right.").format(points=points)

    def crm_has_them(self) -> str:
        return self.tr("The CRM has the customer.")

    def told_otherwise(self, fields: str) -> str:
        names = {
            "name": self.tr("first name"),
            "surname": self.tr("surname"),
            "middlename": self.tr("middle name"),
            "email": self.tr("e-mail"),
            "birthday": self.tr("birthday"),
            "card track": self.tr("card"),
        }
        different = ", ".join(names.get(each, each) for each in fields.split(", "))
        return self.tr("This phone is a customer's already. What differs: {fields}.").format(fields=different)

    def nobody_to_change(self) -> str:
        return self.tr("The server knows nobody with this phone: nothing was changed.")

    # Not one byte left this till

    def unreachable(self) -> str:
        return self.tr("The server could not be reached.")

    def no_secure_line(self) -> str:
        return self.tr("No secure connection to the server could be made.")

    def wrong_date(self) -> str:
        return self.tr("This computer's date is wrong. Please correct it.")

    def bad_certificate(self) -> str:
        return self.tr("The server's certificate is not valid. Nothing was sent.")

    def something_between(self) -> str:
        return self.tr("Something on the network answered instead of the server. It may want a log-in.")

    def proxy(self) -> str:
        return self.tr("The network's proxy does not let this till through.")

    def bad_settings(self) -> str:
        return self.tr("The server's address in Settings is not right.")

    def till_closed(self) -> str:
        return self.tr("The till was being closed.")

    def key_refused(self) -> str:
        return self.tr("The server does not accept the till's key.")

    def key_unread(self) -> str:
        return self.tr("The till's key could not be read on this computer.")

    def pause(self, seconds: str) -> str:
        return self.tr("The server asked for a pause of {n} s.").format(n=seconds)

    # May have arrived

    def no_answer(self) -> str:
        return self.tr("No answer came in time. It may have arrived.")

    def line_lost(self) -> str:
        return self.tr("The connection was lost before the answer. It may have arrived.")

    def program_ended(self) -> str:
        return self.tr("The program ended while this was being sent. It may have arrived.")

    def unclear(self) -> str:
        return self.tr("The answer made no sense.")

    def server_trouble(self) -> str:
        return self.tr("The server has trouble of its own.")

    def other_customer(self) -> str:
        return self.tr("The server answered for another customer. Nothing was taken from its answer.")

    def refused_so_far(self, why: str) -> str:
        """``why``: what was answered."""
        said = self.tr("Refused, but an earlier try may still arrive. It is asked about once more.")
        return f"{said} {self.sentence(why)}"

    def points_not_known(self) -> str:
        return self.tr("It may have arrived, and how many points it was is not known.")

    def old_address(self) -> str:
        return self.tr("It may have arrived at an address that this till does not use any more.")

    def no_way_to_ask(self) -> str:
        return self.tr("It may have arrived, and the server can no longer be asked safely.")

    def does_not_fit(self, now: str, before: str, target: str) -> str:
        return self.tr(
            "It may have arrived: there were {before} points, {target} would be right, and the server has {now}."
        ).format(before=before, target=target, now=now)

    def tells_no_balance(self, before: str, target: str) -> str:
        """After an attempt without an answer."""
        return self.tr(
            "It may have arrived: there were {before} points, {target} would be right, and the server tells no balance."
        ).format(before=before, target=target)

    # The server said no, or a person is needed

    def nobodys(self) -> str:
        return self.tr("No customer has this phone or card.")

    def no_reason(self) -> str:
        return self.tr("The server said no, without a reason.")

    def moved(self, now: str, left: str) -> str:
        return self.tr("The server has {now} points, and this till left {left}: somebody else changed them.").format(
            now=now, left=left
        )

    def no_phone(self) -> str:
        return self.tr("The server tells no phone for this card, so its balance cannot be changed.")

    def no_balance(self) -> str:
        return self.tr("The server tells no balance for this customer. Nothing was changed.")

    def no_bonus(self) -> str:
        return self.tr("No server tells this customer's bonus, so it is not known how many points they earn.")

    def other_account(self, sale: str, till: str) -> str:
        return self.tr("This sale belongs to the account {sale}, and the till to {till} now.").format(sale=sale, till=till)

    def damaged(self) -> str:
        return self.tr("What is on the disk is not what was saved there. It was not sent.")

    def decided(self, who: str, reason: str | None) -> str:
        """A person ended it; ``reason`` is that person's own."""
        said = self.tr("Decided by a person.") if who == "Somebody" else self.tr("Decided by {who}.").format(who=who)
        return f"{said} {reason}" if reason else said

    # Nothing more is to come

    def earns_nothing(self) -> str:
        return self.tr("This customer earns nothing on this sale.")

    def taken_back(self) -> str:
        return self.tr("Taken back before it reached the server.")

    def nothing_to_take_back(self) -> str:
        return self.tr("There is nothing to take back: it never reached the server.")

    def found_owner(self, phone: str) -> str:
        """The card turned out to be somebody's."""
        return self.tr("The card belongs to {phone}: the points go on there.").format(phone=mask_phone(phone))


def _tidy(part: str) -> str:
    """Whole points without decimals."""
    return part.removesuffix(".00") if part[:1] in "-0123456789" else part


_Words = Callable[..., str]
_SENTENCES: tuple[tuple[str, _Words], ...] = (
    (r"Done\.", AnswerWords.has_it),
    (r"Done\. (.+)", AnswerWords.has_it_and),
    (r"The balance shows it\.", AnswerWords.balance_shows),
    (rf"Somebody changed the balance from {_POINTS} to {_POINTS}: taken as it is\.", AnswerWords.changed_by_others),
    (rf"The server still had {_POINTS}: put right\.", AnswerWords.put_right),
    (r"\S+ could not be reached(?: in time)?\.", AnswerWords.unreachable),
    (r"The address of \S+ could not be found\.", AnswerWords.unreachable),
    (r"\S+ does not accept connections\.", AnswerWords.unreachable),
    (r"\S+ hung up before a secure connection was made\.", AnswerWords.no_secure_line),
    (r"No secure connection to \S+ could be made\.", AnswerWords.no_secure_line),
    (r"The certificate of \S+ is not valid at this computer's date .+", AnswerWords.wrong_date),
    (r"The certificate of \S+ (?:has expired|does not hold).*", AnswerWords.bad_certificate),
    (r"The certificate shown for \S+ belongs to another host\.", AnswerWords.bad_certificate),
    (r"The certificate shown for \S+ is signed by nobody this computer trusts.+", AnswerWords.something_between),
    (r"Something in between answered for .+", AnswerWords.something_between),
    (r"A web page came instead of an answer of \S+ \(2\d\d\)\.", AnswerWords.something_between),
    (r"A web page came instead of an answer of .+", AnswerWords.server_trouble),
    (r"The proxy does not let this computer through to .+", AnswerWords.proxy),
    (r"The settings for \S+ hold a character that cannot be sent\.", AnswerWords.bad_settings),
    (r"The server's address in the settings is not an address\.", AnswerWords.bad_settings),
    (r"Keys are not sent to \S+ over plain http\.", AnswerWords.bad_settings),
    (r"The till is closing\.", AnswerWords.till_closed),
    (r"\S+ does not accept the key(?: \(\d+\))?\.", AnswerWords.key_refused),
    (r"The system keyring .+", AnswerWords.key_unread),
    (r"This computer has no system keyring that can be used.+", AnswerWords.key_unread),
    (r"There is no \S+ in the .+\.", AnswerWords.key_unread),
    (r"\S+ asks for a pause of (\d+) s\.", AnswerWords.pause),
    (r"\S+ did not answer in time; it may have arrived\.", AnswerWords.no_answer),
    (r"The connection to \S+ was lost before the answer; it may have arrived\.", AnswerWords.line_lost),
    (r"The program ended while this was being sent\.", AnswerWords.program_ended),
    (r"\S+ answered (?:with something that is no answer|in an encoding that was not asked for)\.", AnswerWords.unclear),
    (r"\S+ said both yes and no\.", AnswerWords.unclear),
    (r"\S+ answered (?:in no way that proves anything|with far too much|unreadably: .+) \(\d+\)\.", AnswerWords.unclear),
    (r"The server's answer makes no sense: .+", AnswerWords.unclear),
    (r"\S+ is in trouble \(\d+\)\.", AnswerWords.server_trouble),
    (r"PassQuare answered for another customer than was asked for.+", AnswerWords.other_customer),
    (r"Refused, but an earlier request may still arrive: (.+)", AnswerWords.refused_so_far),
    (r"It may have arrived at an address that the till does not use any more\.", AnswerWords.old_address),
    (r"It may have arrived, and how many points it was is not known\.", AnswerWords.points_not_known),
    (r"It may have arrived, and there is no safe way to ask again\.", AnswerWords.no_way_to_ask),
    (
        rf"It may have arrived: the server has {_POINTS} points, there were {_POINTS} before and {_POINTS} are right\.",
        AnswerWords.does_not_fit,
    ),
    (
        rf"It may have arrived: the server tells no balance, there were {_POINTS} before and {_POINTS} are right\.",
        AnswerWords.tells_no_balance,
    ),
    (r"No customer has this phone or card\.", AnswerWords.nobodys),
    (r"The server said no, without a reason\.", AnswerWords.no_reason),
    (
        rf"PassQuare has {_POINTS} points, (?:but|and) this till left {_POINTS}(?:: somebody else changed them)?\.",
        AnswerWords.moved,
    ),
    (r"PassQuare tells no phone for this card: its balance cannot be written\.", AnswerWords.no_phone),
    (r"PassQuare tells no balance for this customer: nothing was written\.", AnswerWords.no_balance),
    (r"No server tells this customer's bonus: how many points they earn is not known\.", AnswerWords.no_bonus),
    (r"The CRM has the customer\.", AnswerWords.crm_has_them),
    (r"This phone is a customer's already, with another (.+)\.", AnswerWords.told_otherwise),
    (r"PassQuare knows nobody with this phone: nothing was changed\.", AnswerWords.nobody_to_change),
    (r"This sale belongs to the account (.+), and the till to (.*) now\.", AnswerWords.other_account),
    (r"The entry \S+ is not what was written: it is not sent\.", AnswerWords.damaged),
    (r"(.+?) decided: [a-z-]+\.(?: (.+))?", AnswerWords.decided),
    (r"This customer earns nothing on this sale\.", AnswerWords.earns_nothing),
    (r"Taken back before it reached the server\.", AnswerWords.taken_back),
    (r"What this would have taken back never reached the server\.", AnswerWords.nothing_to_take_back),
    (r"No points to take back\.", AnswerWords.nothing_to_take_back),
    (r"The card belongs to (\+?\d+): it goes on there\.", AnswerWords.found_owner),
)
_KNOWN = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _SENTENCES)
