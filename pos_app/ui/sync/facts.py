"""How the line and this computer are, as rows of the connection panel and as the banner over the cards. Pure words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from pos_app.till.events import Connection, Status
from pos_app.till.overview import Condition
from pos_app.ui import words
from pos_app.ui.widgets.banner import BannerTone
from pos_app.ui.widgets.status_row import RowMark

if TYPE_CHECKING:
    from pos_app.till.sync.gate import Reach
    from pos_app.ui.sync.phrases import SyncPhrases

LEAST_FREE_BYTES = 200_000_000
_MEGABYTE = 1_000_000
_TROUBLE: dict[Connection, Callable[[], str]] = {
    Connection.SLOW: words.line.slow,
    Connection.OFFLINE: words.line.not_reached,
    Connection.PORTAL: words.moments.log_in,
    Connection.SERVER: words.moments.server_trouble,
    Connection.KEY_REFUSED: words.line.key_refused,
    Connection.NO_KEY: words.moments.no_key,
    Connection.CLOCK: words.moments.wrong_clock,
    Connection.WRONG_ACCOUNT: words.moments.wrong_account,
}
_OF_THE_LINE = frozenset({Connection.OFFLINE, Connection.PORTAL})
"""What the row above says already."""
_PERSON = frozenset(each for each in Connection if each.asks_for_key) | {Connection.CLOCK}


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. ``key`` stays the same while its words change."""

    key: str
    icon: str
    title: str
    words: str
    mark: RowMark


def needs_a_person(status: Status) -> bool:
    """Whether nothing goes out before somebody does what the banner says."""
    return status.connection in _PERSON or status.connection is Connection.PORTAL


def facts(status: Status, condition: Condition | None, at: datetime, phrases: SyncPhrases) -> tuple[Fact, ...]:
    """The rows; ``at``: the wall clock when ``condition`` was told."""
    said = words.line
    now = condition or Condition()
    core = now.reaches[0] if now.reaches else None
    rows = [
        Fact("internet", "globe", said.internet(), *_internet(status, core, phrases)),
        Fact("core", "server", said.server(), *_server(core, at, phrases)),
    ]
    if len(now.reaches) > 1:
        rows.append(Fact("crm", "server", said.crm(), *_server(now.reaches[1], at, phrases)))
    rows.append(Fact("account", "shield-check", said.account(), *_account(status, phrases)))
    rows.append(Fact("customers", "users", said.customers_here(), *_customers(now, phrases)))
    sent = phrases.moment_with_seconds(now.sent_at) if now.sent_at else said.none_yet()
    rows.append(Fact("sent", "check-check", said.last_sent(), sent, RowMark.OK if now.sent_at else RowMark.NONE))
    if status.clock_behind_min:
        minutes = abs(status.clock_behind_min)
        rows.append(Fact("clock", "clock", said.clock(), said.wrong_by(phrases.formats.points(Decimal(minutes))), RowMark.BAD))
    rows.append(Fact("disk", "hard-drive", said.computer(), *_disk(now, condition, phrases)))
    rows.append(Fact("backup", "database-backup", said.last_backup(), *_backup(now, phrases)))
    return tuple(rows)


def _internet(status: Status, core: Reach | None, phrases: SyncPhrases) -> tuple[str, RowMark]:
    match status.connection:
        case Connection.UNTRIED:
            return words.line.not_tried(), RowMark.NONE
        case Connection.OFFLINE | Connection.PORTAL:
            return _TROUBLE[status.connection](), RowMark.WARN
    if core is None or core.took_s is None:
        return words.line.answers(), RowMark.OK
    return words.line.good(phrases.took(core.took_s)), RowMark.OK


def _server(reach: Reach | None, at: datetime, phrases: SyncPhrases) -> tuple[str, RowMark]:
    said = words.line
    if reach is None or reach.connection is Connection.UNTRIED:
        return said.not_tried(), RowMark.NONE
    answered = ""
    if reach.answered_ago_s is not None:
        answered = phrases.moment(at - timedelta(seconds=reach.answered_ago_s))
    if reach.connection is Connection.ONLINE:
        return said.answered_at(answered), RowMark.OK
    trouble = _TROUBLE[reach.connection]()
    mark = RowMark.BAD if reach.connection in _PERSON else RowMark.WARN
    return (said.last_answered(answered) if answered and reach.connection in _OF_THE_LINE else trouble), mark


def _account(status: Status, phrases: SyncPhrases) -> tuple[str, RowMark]:
    if status.connection is Connection.KEY_REFUSED:
        return words.line.key_refused(), RowMark.BAD
    if status.connection is Connection.WRONG_ACCOUNT:
        return words.moments.wrong_account(), RowMark.BAD
    account = status.account
    if account is None:
        return words.line.not_told(), RowMark.NONE
    parts = [account.name] if account.balance is None else [account.name, phrases.formats.money(account.balance)]
    return " · ".join(part for part in parts if part) or words.line.answers(), RowMark.OK


def _customers(now: Condition, phrases: SyncPhrases) -> tuple[str, RowMark]:
    count = phrases.formats.points(Decimal(now.customers))
    if now.customers_at is None:
        return count, RowMark.OK if now.customers else RowMark.NONE
    return words.line.updated(count=count, time=phrases.moment(now.customers_at)), RowMark.OK


def _disk(now: Condition, told: Condition | None, phrases: SyncPhrases) -> tuple[str, RowMark]:
    if told is None:
        return words.line.not_told(), RowMark.NONE
    if now.roll_trouble:
        return words.line.journal_behind(), RowMark.BAD
    if now.free_bytes < LEAST_FREE_BYTES or not now.reserve:
        return words.line.disk_nearly_full(phrases.formats.points(Decimal(now.free_bytes // _MEGABYTE))), RowMark.BAD
    return words.line.disk_well(), RowMark.OK


def _backup(now: Condition, phrases: SyncPhrases) -> tuple[str, RowMark]:
    backup = now.backup
    if backup is None:
        return words.line.not_told(), RowMark.NONE
    last = phrases.moment(backup.last) if backup.last is not None else words.line.none_yet()
    if backup.trouble:
        return last, RowMark.BAD
    return last, RowMark.OK if backup.last is not None else RowMark.NONE


@dataclass(frozen=True, slots=True)
class Notice:
    """The banner over the cards."""

    title: str
    sentence: str
    tone: BannerTone
    icon: str


def notice(status: Status, *, stopped: bool) -> Notice | None:
    """The whole state in one banner, the worst first; None while all is well."""
    line, moments, bad, warn = words.line, words.moments, BannerTone.BAD, BannerTone.WARN
    if stopped:
        return Notice(moments.sending_stopped(), moments.sending_stopped_why(), bad, "circle-alert")
    match status.connection:
        case Connection.KEY_REFUSED:
            return Notice(words.sync.key_dead(), words.shell.account_refused_why(), bad, "circle-alert")
        case Connection.WRONG_ACCOUNT:
            return Notice(moments.wrong_account(), line.other_account_why(), bad, "shield-alert")
        case Connection.NO_KEY:
            return Notice(moments.no_key(), line.no_key_why(), bad, "lock")
        case Connection.CLOCK:
            return Notice(moments.wrong_clock(), line.clock_why(), bad, "clock")
        case Connection.PORTAL:
            return Notice(moments.log_in(), line.portal_why(), warn, "wifi-off")
        case Connection.OFFLINE:
            return Notice(line.offline(), line.offline_why(), warn, "wifi-off")
        case Connection.SERVER:
            return Notice(moments.server_trouble(), line.server_why(), warn, "wifi-low")
        case Connection.SLOW:
            return Notice(line.slow(), line.slow_why(), warn, "wifi-low")
        case _:
            return None
