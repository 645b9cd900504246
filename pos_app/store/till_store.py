"""``till.db``: what this till has sold and what is still on its way. The one precious file.

Used in the one thread that opened it (``thread.py``). Every method raises DiskTrouble when the disk does not take or give data;
then nothing of that call is on the disk, and nothing that was promised before is harmed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState, Sale, SaleIds
from pos_app.store.backlog import Backlog
from pos_app.store.backup import Copied, copy
from pos_app.store.claims import Claims
from pos_app.store.database import LOCK_WAIT_S, Database, DiskSettings, open_database
from pos_app.store.deciding import Deciding
from pos_app.store.decisions import Decisions
from pos_app.store.home import Home
from pos_app.store.journal_view import JournalView
from pos_app.store.ledger import ADOPT, Ledger
from pos_app.store.newer import refuse_newer
from pos_app.store.placing import refuse_while_recovering
from pos_app.store.postings import Postings
from pos_app.store.profiles import Profiles
from pos_app.store.readdress import readdress
from pos_app.store.reconcile import begin, roll_of
from pos_app.store.records import Attempt, DecisionRecord, LastKnown, QueueCount, SaleRecord, SavedSale, Visits
from pos_app.store.refunds import Refunds
from pos_app.store.room import Room
from pos_app.store.rows import customer_key
from pos_app.store.sales import Sales
from pos_app.store.schema import TILL
from pos_app.store.trouble import layout_holds
from pos_app.store.verification import Snapshot
from pos_app.store.witness import UptimeClock, Witness, uptime_now

__all__ = [
    "ADOPT",
    "LOCK_WAIT_S",
    "Attempt",
    "DecisionRecord",
    "DiskSettings",
    "LastKnown",
    "QueueCount",
    "SaleRecord",
    "SavedSale",
    "TillStore",
    "Visits",
]


class TillStore(Deciding):
    """Sales, their postings and people's decisions, on this disk.

    ``at`` is always UTC; unknown ids raise LookupError, steps out of order ValueError.
    """

    def __init__(self, database: Database, *, uptime: UptimeClock = uptime_now) -> None:
        """Raises Behind if the roll beside the database knows of more, and DiskTrouble."""
        self._database = database
        self._journal, self._roll, self._found = begin(database, roll_of(database.path))
        self._witness = Witness(database, uptime)
        self._postings = Postings(database, self._journal, self._witness)
        self._sales = Sales(database, self._journal, self._postings)
        self._refunds = Refunds(database, self._journal, self._sales, self._postings)
        self._decisions = Decisions(database, self._journal, self._postings)
        self._ledger = Ledger(database, self._journal)
        self.backlog = Backlog(database, self._postings)
        self.home = Home(database, self._journal, self._postings, self._decisions, self._ledger)
        self._room = Room(database, self._journal, database.path.with_name(f"{database.path.stem}-reserve.bin"))
        self._room.keep()
        self.claims = Claims(database, self._sales, self._postings, self._decisions)
        self.profiles = Profiles(database, self._journal, self._sales, self._postings, self._decisions, self._room)
        self.view = JournalView(database)

    @classmethod
    def open(cls, path: Path, *, lock_wait_s: float = LOCK_WAIT_S, uptime: UptimeClock = uptime_now) -> TillStore:
        """Open or make the file; what was being sent when the program last ended is UNKNOWN from now on.

        Raises DiskBusy (another till has it), DiskTrouble (damaged, of a newer program, read-only, full).
        """
        refuse_while_recovering(path)
        refuse_newer(path, TILL, lock_wait_s=lock_wait_s)
        database = open_database(path, TILL, lock_wait_s=lock_wait_s)
        try:
            # Once more: a recovery may have begun while the lock was waited for.
            refuse_while_recovering(path)
            with layout_holds(path):
                store = cls(database, uptime=uptime)
        except BaseException:
            database.close()
            raise
        try:
            with layout_holds(path):
                store.recover()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Finish the roll and let go of the files."""
        self._roll.close()
        self._database.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything that is written inside is one commit: all of it or nothing."""
        with self._database.writing():
            yield

    # Sales

    def save_sale(self, sale: Sale, postings: Sequence[Posting]) -> SavedSale:
        """Save the sale and its postings (WAITING, in the order they are to be sent) in one commit: one flush of the disk.

        When this returns, the sale survives a power cut. The same ``sale_id`` again writes nothing and returns what is saved.
        """
        return self._sales.save(sale, postings)

    def refund_sale(self, sale_id: str, *, ids: SaleIds, at: datetime, amount: Decimal | None = None) -> SaleRecord:
        """Take ``amount`` (gross money; None: all that is left) of a sale back, in one commit; returns the reversing sale.

        The reversing sale names the first one and has its amounts negative, by the rates the sale was made with. Once nothing of
        the sale is kept, postings of which nothing can be on the server (never sent, or refused without doubt) are cancelled; each
        of the others is reversed by a posting that goes to the same customer behind it. The same ``ids`` again write nothing and
        return what is saved; so does taking back all that is left where nothing is. Raises BadInput for more than is left.
        """
        return self._refunds.refund(sale_id, amount=amount, ids=ids, at=at)

    def sales_named(self, text: str, *, shortest: int) -> list[str]:
        """At most two ``sale_id``: by id, by its beginning (``shortest`` characters or more; no refund's), or by receipt."""
        return self._sales.named(text, shortest=shortest)

    def sale(self, sale_id: str) -> SaleRecord | None:
        """One sale, or None."""
        return self._sales.record(sale_id)

    def recent_sales(self, limit: int, before_seq: int | None = None) -> list[SaleRecord]:
        """The newest sales first, reversals among them; ``before_seq`` turns the page."""
        return self._sales.recent(limit, before_seq=before_seq)

    def visits(self, *, phone: str, cards: Sequence[str], since: datetime) -> Visits | None:
        """A customer's sales at this till, by phone or any card; None if there are none. Counted from ``since``."""
        return self._sales.visits(_keys(phone, cards), since=since)

    # The queue

    def due(self, *, limit: int, excluding: Set[str]) -> list[Posting]:
        """What may be sent now, oldest first: for each customer the oldest open posting, if it is WAITING or UNKNOWN.

        One that is being sent or needs a person holds back its own customer and nobody else. ``excluding`` names customers
        (:attr:`Posting.customer_key`) to leave out. The cost does not grow with the queue.
        """
        return self._postings.due(limit=limit, excluding=excluding)

    def begin_sending(
        self,
        transaction_id: str,
        *,
        at: datetime,
        points: Decimal | None = None,
        bonus: Decimal | None = None,
        endpoint: str = "",
        compared: Compared | None = None,
    ) -> Posting:
        """Commit that the posting is about to be sent: to be called before the first byte leaves.

        ``points`` (with the ``bonus`` they were worked out with) fixes the sum of a posting whose sum was not known yet; a sum that
        is fixed never changes (ValueError). ``endpoint`` says where it goes, ``compared`` what its balance was and is to be: once
        the posting may have arrived, both never change again (ValueError). Raises Altered for a row that is not what was written.
        What takes the posting back has its points fixed with it.
        """
        found = self._refunds.points_found

        def begin() -> Posting:
            return self._postings.begin_sending(
                transaction_id, at=at, points=points, bonus=bonus, endpoint=endpoint, compared=compared, found=found
            )

        return self._room.resolutely(begin)

    def begin_together(
        self, transaction_ids: Sequence[str], *, at: datetime, endpoint: str, compared: Compared
    ) -> tuple[Posting, ...]:
        """The same for the first so many postings of one customer's line, which go out in one absolute write."""
        return self._room.resolutely(
            lambda: self._postings.begin_together(transaction_ids, at=at, endpoint=endpoint, compared=compared)
        )

    def finish(
        self,
        transaction_id: str,
        *,
        state: PostingState,
        answer: str,
        at: datetime,
        attention: Attention | None = None,
    ) -> Posting:
        """Note what came of an attempt and where that takes the posting, in one commit; returns the posting as it is then.

        The posting was SENDING, or it was WAITING or UNKNOWN and something was found out without sending it. ``attention`` is given
        with NEEDS_PERSON, and only then. What is stored may differ from ``state``: once an attempt is in doubt, WAITING becomes
        UNKNOWN and a refusal becomes OUTCOME_UNKNOWN (:func:`pos_app.store.verdict.verdict`).
        """
        return self._room.resolutely(
            lambda: self._postings.finish(transaction_id, state=state, answer=answer, at=at, attention=attention)
        )

    def cancel(self, transaction_id: str, *, at: datetime) -> Posting:
        """Cancel a posting that was never sent (WAITING); any other stays as it is. Returns it as it is now."""
        return self._room.resolutely(lambda: self._postings.cancel(transaction_id, at=at))

    def recover(self) -> int:
        """Make everything that was being sent UNKNOWN: its answer will never come. :meth:`open` does it; how many there were."""
        return self._postings.recover() + self.profiles.recover()

    def posting(self, transaction_id: str) -> Posting:
        """One posting."""
        return self._postings.get(transaction_id)

    def latest_time_since(self, transaction_id: str) -> datetime:
        """The latest time noted with this posting's sale and attempts, and with those of all later sales.

        A witness against a clock that was set back meanwhile.
        """
        return self._postings.latest_time_since(transaction_id)

    def quiet_s(self, customer_key: str) -> float:
        """Seconds for which nothing of this customer was under way, whatever was done to any clock and by how many programs.

        Where nobody knows, since the computer was started anew or never told, that is noted as of now: 0.
        """
        return self._room.resolutely(lambda: self._witness.quiet_s(customer_key))

    def postings_of_sale(self, sale_id: str) -> list[Posting]:
        """A sale's postings in their order; none for a sale that is not there."""
        record = self._sales.record(sale_id)
        return list(record.postings) if record else []

    def line(self, customer_key: str) -> list[Posting]:
        """One customer's open postings in their order, the first of them in front."""
        return self._postings.line(customer_key)

    def open_postings(self, *, limit: int | None = None) -> list[Posting]:
        """All that is neither applied nor cancelled, oldest first."""
        return self._postings.open(limit=limit)

    def moving_points(self, *, phone: str, cards: Sequence[str], since: datetime | None) -> list[Posting]:
        """What a balance read at ``since`` may lack: the customer's open postings, and those applied after ``since``, in order.

        ``since`` None: only the open ones. The customer is whoever has this phone or any of these cards.
        """
        return self._postings.moving(_keys(phone, cards), since=since)

    def attempts(self, transaction_id: str) -> list[Attempt]:
        """Every attempt of a posting, in order."""
        return self._postings.attempts(transaction_id)

    def counts(self) -> QueueCount:
        """How much is on its way and how much needs a person. Cheap: may be asked after every change."""
        return self._postings.counts()

    # Balances and facts

    def last_known(self, phone: str) -> LastKnown | None:
        """The balance this till last read or wrote for a phone; None: never."""
        return self._ledger.last_known(phone)

    def know(self, phone: str, balance: Decimal, *, at: datetime, written: bool) -> None:
        """The server has (``written``: by our writing) this balance for the phone."""
        self._room.resolutely(lambda: self._ledger.know(phone, balance, at=at, written=written))

    def left(self, customer_key: str) -> Decimal | None:
        """The balance that this till last knew of, or that its last posting for a customer led to; None: nobody looked."""
        return self._ledger.left(customer_key)

    def readdress(self, transaction_id: str, *, phone: str, new_id: Callable[[], str], at: datetime) -> Posting:
        """The card of a posting that was never sent belongs to ``phone``: it goes on at the end of that customer's line.

        The posting is cancelled and a new one takes its place, with what would reverse it. ValueError for any but a WAITING one.
        """
        return self._room.resolutely(
            lambda: readdress(self._database, self._postings, transaction_id, phone=phone, new_id=new_id, at=at)
        )

    def written_since(self, since: datetime) -> list[LastKnown]:
        """Everybody whose balance this till wrote at ``since`` or later."""
        return self._ledger.written_since(since)

    def fact(self, name: str) -> str:
        """Something about the till that must be as safe as its sales; empty: not stated."""
        return self._ledger.fact(name)

    def state_fact(self, name: str, value: str) -> None:
        """Keep it. Stating what is stated already writes nothing."""
        self._ledger.state_fact(name, value)

    # The disk

    def roll_state(self) -> tuple[str, str, bool]:
        """How the roll was found, why the disk does not take it (empty: it does), and whether the reserve is there."""
        return self._found.value, self._roll.trouble, self._room.kept

    def copy(self, file: Path, *, between: Callable[[], None]) -> Copied:
        """Copy everything for ``file``, for another thread to keep. ``between``: called after each small step, for other work."""
        return copy(self._database, file, between=between)

    def snapshot(self, *, between: Callable[[], None]) -> Snapshot:
        """Everything as it is now, for another thread to compare with the roll. ``between`` as in :meth:`copy`."""
        return Snapshot(conn=self._database.snapshot(between=between), path=self._database.path, roll=self._roll)

    def size_bytes(self) -> int:
        """How large a copy is."""
        ((pages, page_bytes),) = self._database.rows("SELECT page_count, page_size FROM pragma_page_count, pragma_page_size")
        return int(pages * page_bytes)

    def disk(self) -> DiskSettings:
        """The settings in force."""
        return self._database.settings()


def _keys(phone: str, cards: Sequence[str]) -> list[str]:
    """The customer keys under which this customer's sales may stand."""
    return [*([phone] if phone else []), *(customer_key(phone="", card=card) for card in cards if card)]
