"""Who delivers a till's postings, by its settings: points by one of two ways, what is told of customers by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient
from pos_app.settings import Dedupe, Mode, Server
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.endpoint import endpoint
from pos_app.till.sync.guard import Delivers
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.registrar import ByKind, Registrar, Told
from pos_app.till.sync.route_add import AddBalanceRoute
from pos_app.till.sync.route_set import ReplaceBalanceRoute
from pos_app.till.sync.way import Way


def couriers(
    server: Server,
    *,
    store: DatabaseThread[TillStore],
    core: CoreClient,
    crm: CrmClient | None,
    now: Callable[[], datetime],
    monotonic: Callable[[], float],
    core_told: Told,
    crm_told: Told,
) -> Delivers:
    """Of one till. ``core_told`` and ``crm_told`` hear what an answer says of PassQuare and of the CRM."""
    quarantine = Quarantine(
        monotonic=monotonic,
        length_s=server.quarantine_s,
        quiet_s=lambda customer: store.call(lambda it: it.quiet_s(customer)),
    )
    points = Courier(
        store=store,
        way=_way(server, core, crm, store, quarantine),
        now=now,
        quarantine=quarantine,
        dedupe_memory=timedelta(hours=server.dedupe_hours),
        told=crm_told if crm else core_told,
    )
    people = Registrar(store=store, core=core, crm=crm, now=now, quarantine=quarantine, core_told=core_told, crm_told=crm_told)
    return ByKind(points=points, people=people)


def _way(server: Server, core: CoreClient, crm: CrmClient | None, store: DatabaseThread[TillStore], quarantine: Quarantine) -> Way:
    """How points go out: added at the merchant's CRM, or by replacing the balance at PassQuare."""
    if crm is not None:
        return AddBalanceRoute(crm, core, endpoint=endpoint(server), trusted=server.dedupe is Dedupe.PROVED)
    shared = server.mode is Mode.SHARED
    return ReplaceBalanceRoute(core, store=store, endpoint=endpoint(server), shared=shared, quarantine=quarantine)
