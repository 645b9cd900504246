"""New versions of the program: looked for once a day if somebody switched that on, downloaded and installed if somebody says so.

Nothing here is ever in the way of a sale: it has a thread and a connection of its own, and its troubles are only told.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.passquare.transport import Fetcher, Transport
from pos_app.till.events import Events, InstallWanted, UpdatesChanged
from pos_app.till.rounds import Rounds
from pos_app.till.updating.build import Build
from pos_app.till.updating.downloads import Downloads
from pos_app.till.updating.installing import Launch, Readiness, launch
from pos_app.till.updating.memory import Memory
from pos_app.till.updating.state import Doing, UpdateState
from pos_app.updates.feed import FEED_CAP_BYTES, Artefact, Feed, Release
from pos_app.updates.offer import Offer
from pos_app.updates.seal import SEAL_CAP_BYTES
from pos_app.updates.trust import before, genuine, newer, refuse_stale

R = TypeVar("R")
LOOK_S = 600.0
"""The first look comes so long after the start."""
DAY = timedelta(hours=24)
JITTER = timedelta(hours=4)
"""Added by chance, so that not all tills of the world ask at once."""
AGAIN = timedelta(hours=1)
"""After a feed that could not be read or believed."""


class Chance(Protocol):
    """:class:`random.Random`."""

    def random(self) -> float: ...


class Updating:
    """Thread-safe. What ends with ``_later`` answers at once with a Future; all else blocks on network or disk."""

    def __init__(
        self,
        *,
        build: Build,
        folder: Path,
        proxy: str,
        data: int,
        wanted: Callable[[], bool],
        readiness: Callable[[], Readiness],
        back_up: Callable[[str], object],
        events: Events,
        now: Callable[[], datetime],
        chance: Chance,
        look_s: float = LOOK_S,
    ) -> None:
        """``data``: the version of this till's data. ``wanted``: whether the daily look is switched on. ``back_up`` copies the
        data before the version that is named.
        """
        self.build = build
        self._data, self._wanted, self._readiness, self._back_up = data, wanted, readiness, back_up
        self._events, self._now, self._chance = events, now, chance
        self._transport = Transport(proxy=proxy, make_tls=build.make_tls)
        self._fetcher = Fetcher(self._transport)
        self._memory, self._downloads = Memory(folder), Downloads(folder, self._fetcher)
        self._rounds = Rounds(self.look, every_s=look_s, name="updates")
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="update")
        self._turn = threading.Lock()
        self._lock = threading.Lock()
        self._state = UpdateState()
        self._next_look: datetime | None = None
        self._launch: Launch | None = None

    @property
    def offered(self) -> bool:
        """Whether this build knows of a feed at all."""
        return self.build.offer is not None

    @property
    def state(self) -> UpdateState:
        """As last known; see :meth:`look_here`."""
        return self._state

    def start(self) -> None:
        """Begin to look at the clock."""
        if self.offered:
            # Shops open at the same time.
            self._next_look = self._now() + self._chance.random() * JITTER / 8
            self._rounds.start()

    def stop(self) -> None:
        """End; a download is cut off, and gone on with another time."""
        self._transport.close()
        self._rounds.stop()
        self._worker.shutdown(cancel_futures=True)

    def later(self, work: Callable[[], R]) -> Future[R]:
        """Have one of the methods done in the thread that is there for it."""
        return self._worker.submit(work)

    def look(self) -> bool:
        """Ask for the feed if it is switched on and time; whether it was asked for. Troubles are only noted."""
        with suppress(UpdateTrouble):
            if self._state.checked_at is None:
                self.look_here()
        if not self._wanted() or not self._is_due():
            return False
        self._next_look = self._now() + AGAIN
        with suppress(UpdateTrouble):
            self.check()
        return True

    def look_here(self) -> UpdateState:
        """What is known without asking anybody. Raises UpdateTrouble where this build has no feed."""
        offer = self._offer()
        with self._turn:
            return self._show(**self._known(offer))

    def check(self) -> UpdateState:
        """Ask for the feed now. Raises UpdateTrouble."""
        offer = self._offer()
        with self._turn, self._doing(Doing.CHECKING):
            data = self._fetcher.small(offer.feed_url, cap_bytes=FEED_CAP_BYTES)
            seal = self._fetcher.small(offer.seal_url, cap_bytes=SEAL_CAP_BYTES)
            feed = genuine(data, seal, offer)
            seen = self._last(offer)
            refuse_stale(feed, now=self._now(), seen=seen.sequence if seen else 0)
            self._memory.keep(data, seal)
            self._memory.note_checked(self._now())
            self._next_look = self._now() + DAY + self._chance.random() * JITTER
            return self._show(**self._known(offer))

    def download(self, *, back: bool = False) -> Path:
        """Have the newer release's installer here, and proved; ``back``: that of the one before this one. Raises UpdateTrouble."""
        release, artefact = self._release(back=back)
        with self._turn, self._doing(Doing.DOWNLOADING):
            file = self._downloads.fetch(release, artefact, self._progress)
            # The one in use stays too: it is the way back from the next.
            self._downloads.thin(release.version, self.build.version)
            if not back:
                self._show(downloaded=True, got_bytes=artefact.size)
            return file

    def readiness(self) -> Readiness:
        """What is in the way of an installation."""
        return self._readiness()

    def prepare(self, *, back: bool = False) -> Launch:
        """Prove the installer once more and copy the data; what then is to be run. Raises UpdateTrouble, DiskTrouble."""
        release, artefact = self._release(back=back)
        self._readiness().refuse()
        with self._turn:
            if not self._downloads.has(release, artefact):
                sentence = "The new version is not here, or not as the vendor signed it: download it."
                raise UpdateTrouble(sentence, fault=UpdateFault.WRONG_FILE)
            self._back_up(str(release.version))
        return launch(artefact.kind, self._downloads.file(release, artefact), back=back)

    def install(self) -> Launch:
        """As :meth:`prepare`; unless somebody has to type it, the window is asked to close, and then runs it."""
        found = self.prepare()
        if not found.by_hand:
            self._launch = found
            self._events.emit(InstallWanted())
        return found

    def to_run(self) -> Launch | None:
        """What is to be run now that the window is closed; None: nothing, or a sale has come meanwhile."""
        found, self._launch = self._launch, None
        return found if found is not None and self._readiness().ready else None

    def previous(self) -> Release | None:
        """The release before this one, if the vendor still has it. Raises UpdateTrouble where this build has no feed."""
        with suppress(UpdateTrouble):
            return self._release(back=True)[0]
        return None

    def _release(self, *, back: bool) -> tuple[Release, Artefact]:
        offer = self._offer()
        feed = self._last(offer)
        found = None
        if feed is not None:
            refuse_stale(feed, now=self._now(), seen=0)
            if back:
                found = before(feed, offer, arch=self.build.arch, version=self.build.version)
            else:
                found = newer(feed, offer, arch=self.build.arch, than=self.build.version, data=self._data)
        if found is None:
            what = "older" if back else "newer"
            raise UpdateTrouble(f"No {what} version for this computer is known: look for one.", fault=UpdateFault.NOTHING)
        return found

    def _known(self, offer: Offer) -> dict[str, Any]:
        """What the feed on the disk says, if it still may be believed."""
        known: dict[str, Any] = {"checked_at": self._memory.checked_at(), "release": None, "artefact": None}
        known |= {"downloaded": False, "got_bytes": 0}
        feed = self._last(offer)
        if feed is None or self._now() >= feed.expires:
            return known
        found = newer(feed, offer, arch=self.build.arch, than=self.build.version, data=self._data)
        if found is not None:
            release, artefact = found
            has = self._downloads.has(release, artefact)
            known |= {"release": release, "artefact": artefact, "downloaded": has, "got_bytes": artefact.size if has else 0}
        return known

    def _last(self, offer: Offer) -> Feed | None:
        kept = self._memory.last()
        if kept is not None:
            with suppress(UpdateTrouble):
                return genuine(*kept, offer)
        return None

    def _offer(self) -> Offer:
        if self.build.offer is None:
            sentence = self.build.fault or "This build offers no updates: its vendor has to put a feed into it."
            raise UpdateTrouble(sentence, fault=UpdateFault.NOTHING)
        return self.build.offer

    def _is_due(self) -> bool:
        now, last = self._now(), self._state.checked_at
        if self._next_look is not None and now < self._next_look and self._next_look - now < DAY + JITTER:
            return False
        # A clock that was set back does not put it off.
        return last is None or not timedelta(0) <= now - last < DAY

    @contextmanager
    def _doing(self, doing: Doing) -> Iterator[None]:
        self._show(doing=doing, trouble=None)
        try:
            yield
        except UpdateTrouble as error:
            self._show(trouble=error)
            raise
        finally:
            self._show(doing=Doing.NOTHING)

    def _progress(self, got_bytes: int) -> None:
        before = self._state.percent
        fresh = replace(self._state, got_bytes=got_bytes)
        if fresh.percent != before:
            self._show(got_bytes=got_bytes)

    def _show(self, **changes: Any) -> UpdateState:
        with self._lock:
            old, self._state = self._state, replace(self._state, **changes)
            fresh = self._state
        if fresh != old:
            self._events.emit(UpdatesChanged())
        return fresh
