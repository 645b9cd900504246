"""Registrations and edits of customers: each saved in one commit with the posting that carries it, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.profile import Links, Profile, ProfileChange, Sms
from pos_app.loyalty.sale import Attention, Posting, PostingKind, PostingState, Sale
from pos_app.store.database import Database, Row
from pos_app.store.decisions import Decisions
from pos_app.store.journal import Journal
from pos_app.store.postings import Postings
from pos_app.store.room import Room
from pos_app.store.rows import mark, storable, to_text
from pos_app.store.sales import Sales
from pos_app.store.trouble import Altered

# What a flipped bit must not change comes first, up to `who`.
_FIXED = "name, surname, middlename, email, birthday, card_track, promo, referred_by, rules_agreed_at, news_agreed_at, who"
_FOUND = "crm_at, customer_id, form_url, apple_url, google_url, sms"
_FIXED_COUNT = _FIXED.count(",") + 1
_INSERT = f"INSERT INTO profile_change (posting, {_FIXED}, mark) VALUES (?, {', '.join('?' * _FIXED_COUNT)}, ?)"  # noqa: S608
_SELECT = f"SELECT posting, {_FIXED}, {_FOUND}, mark FROM profile_change WHERE posting = ?"  # noqa: S608
_WAS_IN_DOUBT = """
SELECT 1 FROM posting p JOIN sale s ON s.seq = p.sale JOIN attempt a ON a.posting = p.seq
WHERE s.customer = ? AND p.kind IN ('register', 'edit') AND a.outcome = ? LIMIT 1
"""
_AGAIN = "The customer was registered again."
_REGISTERED = "The customer was registered."


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedChange:
    """A registration or an edit that is on the disk."""

    sale: Sale
    posting: Posting
    change: ProfileChange
    fresh: bool = False
    """False: it had been saved before, and is as it is now; nothing was written."""


class Profiles:
    """Of one open ``till.db``, in its thread. Raises DiskTrouble; LookupError for an id that is nobody's."""

    def __init__(
        self, database: Database, journal: Journal, sales: Sales, postings: Postings, decisions: Decisions, room: Room
    ) -> None:
        self._database = database
        self._journal = journal
        self._sales = sales
        self._postings = postings
        self._decisions = decisions
        self._room = room

    def save(self, sale: Sale, posting: Posting, change: ProfileChange) -> SavedChange:
        """Save it in one commit: when this returns it survives a power cut. The same ``sale_id`` again writes nothing.

        A registration goes in front of all that waits for its phone, and what waited for somebody to have this phone waits for the
        server again. One of the same phone that needed a person is given up for it.
        """
        with self._database.writing(posting.kind.value) as conn:
            if self._sales.record(sale.sale_id) is not None:
                return self.of(posting.transaction_id)
            first = posting.kind is PostingKind.REGISTER
            if first:
                self._give_up_older(posting, change, sale.made_at)
            (added,) = self._sales.insert(conn, sale, (posting,), first=first) or ()
            values = _fixed(change)
            conn.execute(_INSERT, (added.seq, *values, mark((posting.transaction_id, *values))))
            self._journal.note("profile_change", added.seq)
            if first:
                self._serve_again(posting.phone, change.who, sale.made_at)
        return SavedChange(sale=sale, posting=added, change=change, fresh=True)

    def of(self, transaction_id: str) -> SavedChange:
        """The change that this posting carries, as it is now."""
        posting = self._postings.get(transaction_id)
        return SavedChange(sale=self._sales.there(posting.sale_id).sale, posting=posting, change=self._change(posting)[0])

    def to_be_sent(self, transaction_id: str) -> ProfileChange:
        """The same, for sending. Raises Altered for a row that is not what was written."""
        posting = self._postings.get(transaction_id)
        change, stored = self._change(posting)
        if mark((transaction_id, *_fixed(change))) != stored:
            raise Altered(f"The entry {transaction_id} is not what was written: it is not sent.")
        return change

    def latest(self, phone: str, kind: PostingKind = PostingKind.REGISTER) -> SavedChange | None:
        """The last registration (or edit) of this phone at this till; None: there is none."""
        row = self._database.row(
            "SELECT p.transaction_id FROM posting p JOIN sale s ON s.seq = p.sale WHERE p.customer = ? AND p.kind = ? "
            "ORDER BY s.seq DESC LIMIT 1",
            (phone, kind.value),
        )
        return self.of(row[0]) if row else None

    def was_in_doubt(self, customer: str) -> bool:
        """Whether the outcome of anything that was told of them (:attr:`Posting.customer_key`) was unknown for a while."""
        return self._database.row(_WAS_IN_DOUBT, (customer, PostingState.UNKNOWN.value)) is not None

    def at_crm(self, transaction_id: str, customer_id: str, *, at: datetime) -> ProfileChange:
        """The merchant's CRM has them, under this id (empty: it did not tell)."""
        return self._found(transaction_id, crm_at=to_text(at), customer_id=storable(customer_id))

    def linked(self, transaction_id: str, links: Links) -> ProfileChange:
        """Where the customer gets the wallet card."""
        urls = {"form_url": links.form, "apple_url": links.apple, "google_url": links.google}
        return self._found(transaction_id, **{name: storable(url) for name, url in urls.items()})

    def sms(self, transaction_id: str, state: Sms) -> ProfileChange:
        """What is known of the SMS with the link."""
        return self._found(transaction_id, sms=state.value)

    def recover(self) -> int:
        """An SMS that was being sent when the program ended may have been sent; how many there were."""
        cut_off = self._database.rows(
            "SELECT p.transaction_id FROM profile_change c JOIN posting p ON p.seq = c.posting WHERE c.sms = ?",
            (Sms.SENDING.value,),
        )
        for (transaction_id,) in cut_off:
            self.sms(transaction_id, Sms.UNKNOWN)
        return len(cut_off)

    def _found(self, transaction_id: str, **values: str) -> ProfileChange:
        def write() -> ProfileChange:
            posting = self._postings.get(transaction_id)
            with self._database.writing("profile") as conn:
                sets = ", ".join(f"{name} = ?" for name in values)
                conn.execute(f"UPDATE profile_change SET {sets} WHERE posting = ?", (*values.values(), posting.seq))  # noqa: S608
                self._journal.note("profile_change", posting.seq)
            return self._change(posting)[0]

        return self._room.resolutely(write)

    def _change(self, posting: Posting) -> tuple[ProfileChange, int]:
        row = self._database.row(_SELECT, (posting.seq,))
        if row is None:
            raise LookupError(f"nothing about a person goes out with {posting.transaction_id}")
        return _from(posting, row[1:]), row[-1]

    def _give_up_older(self, posting: Posting, change: ProfileChange, at: datetime) -> None:
        for each in self._postings.line(posting.customer_key):
            if each.kind is PostingKind.REGISTER and each.state is PostingState.NEEDS_PERSON:
                decision = Decision(action=Action.WRITE_OFF, who=change.who, reason=_AGAIN)
                self._decisions.decide(each.transaction_id, decision, at=at)

    def _serve_again(self, phone: str, who: str, at: datetime) -> None:
        for each in self._postings.line(phone):
            if each.attention is Attention.NO_CUSTOMER:
                decision = Decision(action=Action.RETRY, who=who, reason=_REGISTERED)
                self._decisions.decide(each.transaction_id, decision, at=at)


def altered_changes(rows: Sequence[Row]) -> list[int]:
    """The ``posting`` of each row (transaction_id, posting, what is fixed …, mark) that is not what was written."""
    return [row[1] for row in rows if mark((row[0], *row[2:-1])) != row[-1]]


MARKED = f"SELECT p.transaction_id, c.posting, {_FIXED.replace('name, surname', 'c.name, surname')}, c.mark FROM profile_change c JOIN posting p ON p.seq = c.posting"  # noqa: E501, S608
"""For :func:`altered_changes`."""


def _fixed(change: ProfileChange) -> tuple[str | None, ...]:
    told = change.profile
    texts = (told.name, told.surname, told.middlename, told.email)
    return (
        *(None if each is None else storable(each) for each in texts),
        None if told.birthday is None else told.birthday.isoformat(),
        None if told.card_track is None else storable(told.card_track),
        storable(change.promo),
        change.referred_by,
        None if change.rules_agreed_at is None else to_text(change.rules_agreed_at),
        None if change.news_agreed_at is None else to_text(change.news_agreed_at),
        storable(change.who),
    )


def _from(posting: Posting, row: Row) -> ProfileChange:
    return ProfileChange(
        transaction_id=posting.transaction_id,
        phone=posting.phone,
        profile=Profile(
            name=row[0],
            surname=row[1],
            middlename=row[2],
            email=row[3],
            birthday=None if row[4] is None else date.fromisoformat(row[4]),
            card_track=row[5],
        ),
        promo=row[6],
        referred_by=row[7],
        rules_agreed_at=_moment(row[8]),
        news_agreed_at=_moment(row[9]),
        who=row[10],
        crm_at=_moment(row[11]),
        customer_id=row[12],
        links=Links(form=row[13], apple=row[14], google=row[15]),
        sms=Sms(row[16]),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
