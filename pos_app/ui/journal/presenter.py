"""What the journal shows and what becomes of it: the list, its sums, the chosen sale. No Qt; GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import PosError
from pos_app.till.browsing import FIRST_PAGE
from pos_app.till.events import Event, PostingChanged, SalesChanged
from pos_app.till.records import JournalCounts, JournalPage, JournalRow, JournalTotals, Stand, Wanted
from pos_app.ui.journal.states import JournalTill, Lines, Tab
from pos_app.ui.sale.states import Errand, Runner

if TYPE_CHECKING:
    from pos_app.till.browsing import Story

_STANDS = {Tab.ALL: None, Tab.WAITING: Stand.WAITING, Tab.ATTENTION: Stand.ATTENTION}


class JournalPresenter:
    """``now`` is the wall clock in the shop's zone, ``midnight`` when a day begins there, ``clock`` counts seconds.

    ``changed``: show everything but the list anew.
    """

    def __init__(
        self,
        till: JournalTill,
        runner: Runner,
        lines: Lines,
        *,
        now: Callable[[], datetime],
        midnight: Callable[[date], datetime],
        clock: Callable[[], float],
        changed: Callable[[], None],
    ) -> None:
        self._till, self._runner, self._lines = till, runner, lines
        self._now, self._midnight, self._clock, self._changed = now, midnight, clock, changed
        self.day = now().date()
        self.tab = Tab.ALL
        self.text = ""
        self.searching = False
        self.totals = JournalTotals()
        self.counts = JournalCounts()
        self.all_count: int | None = None
        """Lines of the day; None: not known yet."""
        self.loading = True
        self.trouble: PosError | None = None
        self.chosen = ""
        """The ``sale_id`` of the sale whose story is shown, or is about to be."""
        self.story: Story | None = None
        self._told_at = 0.0
        self._today = self.day
        self._shown = False
        self._rows: dict[str, int] = {}
        self._more: int | None = None
        self._page: Errand | None = None
        self._sums: Errand | None = None
        self._telling: Errand | None = None
        self._looking: Errand | None = None
        self._dirty: set[str] = set()

    # What is wanted

    @property
    def today(self) -> date:
        return self._now().date()

    @property
    def wanted(self) -> Wanted:
        """A text, or what is stuck, is looked for in all days: what waits from yesterday must not be out of sight."""
        if self.text:
            return Wanted(text=self.text)
        stand = _STANDS[self.tab]
        return Wanted(stand=stand) if stand is not None else self._of_day()

    @property
    def of_all_days(self) -> bool:
        return bool(self.text) or self.tab is not Tab.ALL

    @property
    def dated(self) -> date | None:
        """Days are told in the list, but for this one; None: none is."""
        return self.today if self.of_all_days else None

    def _of_day(self) -> Wanted:
        return Wanted(since=self._midnight(self.day), until=self._midnight(self.day + timedelta(days=1)))

    def show(self) -> None:
        """The page is on the screen."""
        self._shown = True
        if self.day == self._today:
            self.day = self.today
        self._today = self.today
        self.reload()

    def hide(self) -> None:
        """It is not any more: nothing is read until it is again."""
        self._shown = False

    def go_to(self, day: date) -> None:
        """Show another day."""
        self.day, self.tab = min(day, self.today), Tab.ALL
        self.stop_searching(reload=False)
        self._choose_first_of_next()

    def turn(self, by: int) -> None:
        """A day earlier or later."""
        self.go_to(self.day + timedelta(days=by))

    def go_to_tab(self, tab: Tab) -> None:
        """Show another part."""
        self.tab = tab
        self.stop_searching(reload=False)
        self._choose_first_of_next()

    def search(self, text: str) -> None:
        """Somebody types."""
        text = " ".join(text.split())
        self.searching = True
        if text != self.text:
            self.text = text
            self._choose_first_of_next()

    def stop_searching(self, *, reload: bool = True) -> None:
        """Back to the day."""
        was, self.text, self.searching = self.text, "", False
        if reload:
            if was:
                self._choose_first_of_next()
            else:
                self._changed()

    def _choose_first_of_next(self) -> None:
        self.chosen, self.story = "", None
        self._cancel(self._telling)
        self.reload()

    # Reading

    def reload(self) -> None:
        """Read the list from its beginning, its sums and the counts."""
        for errand in (self._page, self._sums, self._looking):
            self._cancel(errand)
        self._looking = None
        self._dirty.clear()
        self.loading, self._more = True, None
        wanted = self.wanted
        self._page = self._runner.run(self._till.browsing.page(wanted, limit=FIRST_PAGE), self._first, self._failed)
        self._add_up(wanted)
        self._changed()

    def more(self) -> None:
        """Somebody scrolls towards the end of what was read."""
        if self.loading or self._more is None:
            return
        self.loading = True
        self._page = self._runner.run(self._till.browsing.page(self.wanted, before=self._more), self._next, self._failed)

    @property
    def summed(self) -> bool:
        """Whether the sums are of what is listed."""
        return self._sums is None

    @property
    def has_more(self) -> bool:
        return self._more is not None

    @property
    def empty(self) -> bool:
        """Nothing fits."""
        return not self._rows and not self.loading

    def _first(self, page: JournalPage) -> None:
        self._rows = {}
        self.trouble = None
        self._note(page)
        self._lines.reset(page.rows)
        if self.chosen not in self._rows:
            self.choose(page.rows[0].sale_id if page.rows else "")
        elif self.chosen:
            self._tell()
        self._changed()

    def _next(self, page: JournalPage) -> None:
        self._note(page)
        self._lines.append(page.rows)
        self._changed()

    def _note(self, page: JournalPage) -> None:
        self.loading, self._more, self._page = False, page.before, None
        self._rows |= {row.sale_id: row.seq for row in page.rows}

    def _add_up(self, wanted: Wanted) -> None:
        self._sums = self._runner.run(self._till.browsing.totals(wanted), self._added_up, self._failed)
        self._runner.run(self._till.browsing.counts(), self._counted, self._failed)

    def _added_up(self, totals: JournalTotals) -> None:
        self._sums = None
        self.totals = totals
        if not self.of_all_days:
            self.all_count = totals.lines
        self._changed()

    def _counted(self, counts: JournalCounts) -> None:
        if counts != self.counts:
            self.counts = counts
            self._changed()

    def _failed(self, error: PosError) -> None:
        self.loading, self.trouble = False, error
        self._changed()

    # One sale

    def choose(self, sale_id: str) -> None:
        """Show this sale's story; it need not be in the list."""
        if sale_id == self.chosen and self.story is not None:
            return
        self.chosen = sale_id
        if not sale_id:
            self.story = None
            self._cancel(self._telling)
            return
        self._tell()

    def _tell(self) -> None:
        self._cancel(self._telling)
        self._telling = self._runner.run(self._till.browsing.story(self.chosen), self._told, self._failed)

    def _told(self, story: Story) -> None:
        self._telling, self._told_at = None, self._clock()
        self.story = story
        self._changed()

    @property
    def next_tries_s(self) -> list[int | None]:
        """For each part of the story, whole seconds until its next try, counted down."""
        if self.story is None:
            return []
        passed = self._clock() - self._told_at
        waits = [part.next_try_s for part in self.story.parts]
        return [None if wait is None else max(0, round(wait - passed)) for wait in waits]

    def tick(self) -> None:
        """A second went by while a next try is counted down."""
        if self._shown and self._telling is None and 0 in self.next_tries_s:
            self._tell()
        self._changed()

    # What happens meanwhile

    def happened(self, event: Event) -> None:
        """The till tells: the lines of the sales it is about are read again, and nothing else of the list."""
        match event:
            case PostingChanged(posting=posting):
                self.look_again({posting.sale_id})
            case SalesChanged(sale_ids=sale_ids) if sale_ids:
                self.look_again(sale_ids)

    def look_again(self, sale_ids: set[str] | frozenset[str]) -> None:
        """Something is new about these sales."""
        if not self._shown:
            return
        if self.day == self._today != self.today:
            # Midnight went by: who looks at today goes on looking at today.
            self.show()
            return
        self._dirty |= sale_ids
        if self._looking is None and self._dirty:
            asked, self._dirty = tuple(self._dirty), set()
            wanted = self.wanted
            rows = self._till.browsing.rows(asked, wanted)
            self._looking = self._runner.run(rows, lambda found: self._renewed(asked, found), self._failed)
            self._add_up(wanted)
            if self.chosen in asked:
                self._tell()

    def _renewed(self, asked: Sequence[str], rows: Sequence[JournalRow]) -> None:
        self._looking = None
        oldest = 0 if self._more is None else self._more
        self._lines.renew(asked, rows, oldest=oldest)
        for sale_id in asked:
            self._rows.pop(sale_id, None)
        self._rows |= {row.sale_id: row.seq for row in rows if row.seq >= oldest}
        if not self.chosen and rows:
            self.choose(rows[0].sale_id)
        self._changed()
        self.look_again(set())

    def _cancel(self, errand: Errand | None) -> None:
        if errand is not None:
            errand.cancel()
