"""The only place that knows every part: builds a till from its settings and takes it apart in reverse order."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pos_app import resources
from pos_app.data_dir import DataDir, user_state
from pos_app.keys import RememberedKeys, ReplaceableKeys, system_keys
from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import DiskTrouble, KeyRefused, PosError
from pos_app.settings import Server, Settings
from pos_app.settings_change import change
from pos_app.store.backups import Backups
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.here import here
from pos_app.store.home import Held
from pos_app.store.marks import Marker, Marks
from pos_app.store.schema import TILL
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import LOCK_WAIT_S, TillStore
from pos_app.till.board import Board
from pos_app.till.browsing import Browsing
from pos_app.till.choices import Choices
from pos_app.till.claiming import Claiming
from pos_app.till.counter import Counter
from pos_app.till.daily_backup import DailyBackup
from pos_app.till.events import Events
from pos_app.till.holding import Holding, new_id
from pos_app.till.lookup import Lookup
from pos_app.till.overview import Overview
from pos_app.till.own_data import OwnData
from pos_app.till.printing import Printing
from pos_app.till.refunding import Refunding
from pos_app.till.registering import Registering
from pos_app.till.rekeying import Rekeying
from pos_app.till.retention import Retention
from pos_app.till.selling import Selling
from pos_app.till.servers import Servers, open_servers
from pos_app.till.setting_up import SettingUp
from pos_app.till.settings_keeper import SettingsKeeper
from pos_app.till.settling import Settling
from pos_app.till.sync.audit import Audit
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.belonging import Belonging
from pos_app.till.sync.couriers import couriers
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.guard import Guard
from pos_app.till.sync.messenger import Messenger
from pos_app.till.sync.pulse import UNWELL_S, Pulse
from pos_app.till.sync.refresher import Refresher
from pos_app.till.sync.route_set import WRITES_STOPPED
from pos_app.till.till import Till
from pos_app.till.updating.build import Build, this_build
from pos_app.till.updating.installing import Readiness
from pos_app.till.updating.updating import Updating
from pos_app.till.wallet_sms import WalletSms
from pos_app.updates.offer import FILE as OFFER

DESK, READERS, BROWSERS = 2, 4, 2
"""Threads for what the till does itself (no network, no keyring), for questions people wait for, and for long looks at sales."""


def utc_now() -> datetime:
    """The wall clock, for people: order and waits never depend on it."""
    return datetime.now(UTC)


@contextmanager
def open_till(
    settings: Settings,
    place: DataDir,
    keys: ReplaceableKeys,
    *,
    lock_wait_s: float = LOCK_WAIT_S,
    key_patience_s: float | None = None,
    claim: Callable[[Server], None] = lambda _server: None,
    monotonic: Callable[[], float] = time.monotonic,
    probe_s: float = UNWELL_S,
    state: Path | None = None,
    build: Build | None = None,
) -> Iterator[Till]:
    """A till on the data in ``place``, not started yet. ``key_patience_s``: how long its threads wait for a locked keyring.
    ``claim``: see Belonging; without it the till has no neighbours. ``monotonic``: what its waits are counted by, in seconds.
    ``probe_s``: how often an open window asks after a server that does not answer. ``state``: where it is noted, outside of the
    data, how far the till came; None: the system's place for that. ``build``: None: what this program was built as.
    Raises DiskBusy (after ``lock_wait_s``), DiskTrouble, and BadInput for a reader of no sense.
    """
    place.make()
    with ExitStack() as stack:
        remembered = RememberedKeys(keys, patience_s=key_patience_s)
        servers = stack.enter_context(open_servers(settings, remembered))
        marks = Marks((state or user_state()) / "marks")
        store = DatabaseThread(partial(_open_store, place, marks, lock_wait_s=lock_wait_s), name="till-store")
        stack.callback(store.close)
        stack.callback(Marker(marks, store.call(lambda it: it.home.mark)).close)
        cache = DatabaseThread(lambda: CustomerCache.open(place.customers), name="customer-cache")
        stack.callback(cache.close)
        desk = stack.enter_context(ThreadPoolExecutor(DESK, thread_name_prefix="desk"))
        reads = stack.enter_context(ThreadPoolExecutor(READERS, thread_name_prefix="read"))
        sides = stack.enter_context(ThreadPoolExecutor(READERS, thread_name_prefix="read-beside"))
        browsers = stack.enter_context(ThreadPoolExecutor(BROWSERS, thread_name_prefix="browse"))
        till = _build(
            settings, place, remembered, servers, store, cache, desk, reads, sides, claim, browsers, monotonic, probe_s, build
        )
        stack.callback(till.close)
        stack.callback(remembered.close)
        yield till


def _open_store(place: DataDir, marks: Marks, *, lock_wait_s: float) -> TillStore:
    """In the store's own thread."""
    store = TillStore.open(place.till, lock_wait_s=lock_wait_s)
    try:
        store.home.settle_in(here(place.path), marks, new_id=new_id)
    except BaseException:
        store.close()
        raise
    return store


def _nothing_may_go_out(store: TillStore) -> bool:
    return store.home.held is not Held.NO or bool(store.fact(WRITES_STOPPED))


def _build(
    settings: Settings,
    place: DataDir,
    keys: RememberedKeys,
    servers: Servers,
    store: DatabaseThread[TillStore],
    cache: DatabaseThread[CustomerCache],
    desk: ThreadPoolExecutor,
    reads: ThreadPoolExecutor,
    sides: ThreadPoolExecutor,
    claim: Callable[[Server], None],
    browsers: ThreadPoolExecutor,
    monotonic: Callable[[], float],
    probe_s: float,
    build: Build | None,
) -> Till:
    events = Events()
    keeper = SettingsKeeper(settings, partial(change, place))
    choices = Choices(keeper, desk)
    backoff = Backoff(random.SystemRandom())
    core_gate, crm_gate = (Gate(backoff=backoff, monotonic=monotonic) for _ in range(2))
    gates = (core_gate, crm_gate) if servers.crm else (core_gate,)

    def status() -> Account:
        began = time.monotonic()
        account = servers.core.status()
        core_gate.took(time.monotonic() - began)
        return account

    board = Board(store=store, gates=gates, events=events, skew_s=servers.skew_s)

    def told(gate: Gate, error: PosError | None) -> None:
        if isinstance(error, KeyRefused):
            keys.read_anew()
            guard.doubt()
        board.told(gate, error)

    belonging = Belonging(keeper=keeper, store=store, claim=claim)
    with suppress(DiskTrouble):
        # A till that cannot look for its neighbours sells all the same.
        belonging.check()

    def blocked() -> bool:
        return store.call(_nothing_may_go_out)

    def account_told(account: Account) -> None:
        belonging.told(account)
        board.account_told(account)

    def account_heard(account: Account) -> None:
        # What the disk does not take now is told again at the next beat.
        with suppress(DiskTrouble):
            account_told(account)

    gate = crm_gate if servers.crm else core_gate
    courier = couriers(
        settings.server,
        store=store,
        core=servers.core,
        crm=servers.crm,
        now=utc_now,
        monotonic=monotonic,
        core_told=partial(told, core_gate),
        crm_told=partial(told, crm_gate),
    )
    guard = Guard(
        courier=courier,
        store=store,
        account=belonging.account,
        key=servers.app_key,
        status=status,
        gates=gates,
        now=utc_now,
        told=partial(told, gate),
        answered=partial(told, core_gate, None),
        read_anew=keys.read_anew,
        account_told=account_told,
        blocked=blocked,
    )
    messenger = Messenger(
        store=store,
        courier=guard,
        gate=gate,
        events=events,
        backoff=backoff,
        monotonic=monotonic,
        changed=board.queue_changed,
        blocked=blocked,
    )
    audit = None
    if not servers.crm:
        audit = Audit(
            store=store,
            core=servers.core,
            status=servers.core.status,
            account=belonging.account,
            now=utc_now,
            told=partial(told, core_gate),
            changed=board.queue_changed,
        )

    def go_on() -> None:
        board.queue_changed()
        messenger.send_now()

    def on_the_way() -> None:
        board.queue_changed()
        messenger.wake()

    registering = Registering(
        store=store, cache=cache, region=settings.shop.region, account=belonging.account, now=utc_now, saved=on_the_way, desk=desk
    )
    sms = WalletSms(
        store=store, core=servers.core, status=guard.status, account=belonging.account, blocked=_nothing_may_go_out, reads=reads
    )
    holding = Holding(store=store, at=lambda: here(place.path), replaces=servers.crm is None, now=utc_now, changed=go_on)
    lookup = Lookup(
        core=servers.core,
        crm=servers.crm,
        cache=cache,
        store=store,
        pool=sides,
        now=utc_now,
        core_told=partial(told, core_gate),
        crm_told=partial(told, crm_gate),
    )
    pulse = Pulse(
        core=guard,
        gates=gates,
        account=belonging.account,
        core_told=partial(told, core_gate),
        account_told=account_heard,
        back=messenger.came_back,
        crm_again=servers.crm.ask_again if servers.crm else lambda: False,
        crm_told=partial(told, crm_gate),
        unwell_s=probe_s,
    )

    def rekeyed() -> None:
        guard.doubt()
        pulse.probe()
        messenger.send_now()

    trial = SettingUp(place, servers=open_servers, keyring=system_keys, claim=lambda server, _place: claim(server), change=change)
    rekeying = Rekeying(keeper=keeper, keys=keys, trial=trial, taken_over=rekeyed, reads=reads)
    counter = Counter(place.unfinished, sold=lambda sale_id: store.call(lambda it: it.sale(sale_id)) is not None, now=utc_now)
    retention = Retention(cache=cache, store=store, shelf=counter.found, days=choices.customer_days, now=utc_now)
    refresher = Refresher(core=servers.core, cache=cache, retention=retention, now=utc_now)
    data = OwnData(
        store=store,
        daily=DailyBackup(store=store, backups=Backups(place.backups), now=utc_now),
        cache=cache,
        place=place,
        settings=lambda: keeper.settings,
        status=lambda: board.status,
        now=utc_now,
    )
    counter = Counter(place.unfinished, sold=lambda sale_id: store.call(lambda it: it.sale(sale_id)) is not None, now=utc_now)

    def readiness() -> Readiness:
        counts = store.call(lambda it: it.counts())
        return Readiness(waiting=counts.waiting, needs_person=counts.needs_person, begun=counter.begun())

    updating = Updating(
        build=build or this_build(resources.path(OFFER)),
        folder=place.updates,
        proxy=settings.server.proxy,
        data=TILL.version,
        wanted=lambda: keeper.settings.updates.check,
        readiness=readiness,
        back_up=data.back_up_before,
        events=events,
        now=utc_now,
        chance=random.SystemRandom(),
    )
    overview = Overview(
        store=store,
        cache=cache,
        reaches=lambda: tuple(each.reach() for each in gates),
        outlook=messenger.outlook,
        customers_at=lambda: refresher.filled_at,
        backups=data.backups,
        events=events,
        desk=desk,
        reads=reads,
    )
    return Till(
        settings=settings,
        store=store,
        lookup=lookup,
        selling=Selling(store=store, programme=choices.programme, account=belonging.account, now=utc_now),
        settling=Settling(store=store, lookup=lookup, region=settings.shop.region, account=belonging.account, now=utc_now),
        messenger=messenger,
        audit=audit,
        pulse=pulse,
        refresher=refresher,
        board=board,
        events=events,
        desk=desk,
        reads=reads,
        choices=choices,
        now=utc_now,
        holding=holding,
        refunding=Refunding(store=store, now=utc_now),
        counter=counter,
        data=data,
        registering=registering,
        sms=sms,
        claiming=Claiming(store=store, region=settings.shop.region, now=utc_now),
        browsing=Browsing(store=store, cache=cache, pool=browsers, due_in_s=messenger.due_in_s),
        overview=overview,
        rekeying=rekeying,
        printing=Printing(keeper=keeper, store=store, pool=browsers),
        updating=updating,
    )
