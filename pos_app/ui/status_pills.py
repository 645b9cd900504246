"""How the till stands, as the pills of the top bar: quiet when well, amber when it takes care of itself, red for a person."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.till.events import Connection, Status
from pos_app.ui import words
from pos_app.ui.shell import PillView, TopBarState
from pos_app.ui.widgets.pill import PillTone


def top_bar(status: Status, *, shop: str, till: str, formats: words.Formats) -> TopBarState:
    """The whole bar. ``formats`` writes the account's balance."""
    return TopBarState(
        shop=shop, till=till, account=_account(status, formats), queue=_queue(status), connection=_connection(status)
    )


def _opens(words_shown: str) -> str:
    return words.shell.opens_sync(words_shown)


def _account(status: Status, formats: words.Formats) -> PillView | None:
    if status.connection is Connection.KEY_REFUSED:
        return PillView(
            words=words.shell.account_refused(), tone=PillTone.BAD, icon="circle-alert", name=_opens(words.shell.account_refused())
        )
    account = status.account
    if account is None or account.balance is None:
        return None
    said = words.shell
    spoken = _opens(said.account(formats.spoken(account.balance)))
    return PillView(words=said.account(formats.money(account.balance)), tone=PillTone.BARE, icon="shield-check", name=spoken)


def _queue(status: Status) -> PillView:
    said = words.shell
    if status.stopped:
        # Whatever else waits, nothing of it goes out before this is settled.
        return PillView(words=said.sending_stopped(), tone=PillTone.BAD, icon="circle-alert", name=said.stopped_spoken())
    if status.needs_person:
        count = status.needs_person
        spoken = said.attention_spoken(count)
        return PillView(words=said.need_attention(count), tone=PillTone.BAD, icon="circle-alert", name=spoken)
    if status.waiting:
        count = status.waiting
        return PillView(words=said.waiting(count), tone=PillTone.WARN, icon="clock-arrow-up", name=said.waiting_spoken(count))
    return PillView(words=said.all_sent(), tone=PillTone.QUIET, icon="check-check", name=said.all_sent_spoken())


_CONNECTIONS: dict[Connection, tuple[Callable[[], str], PillTone, str]] = {
    Connection.UNTRIED: (words.shell.connecting, PillTone.QUIET, "wifi-high"),
    Connection.ONLINE: (words.shell.online, PillTone.OK, ""),
    # A server that refuses the key has answered: the account's pill says what is wrong.
    Connection.KEY_REFUSED: (words.shell.online, PillTone.OK, ""),
    Connection.SLOW: (words.shell.slow, PillTone.WARN, "wifi-low"),
    Connection.OFFLINE: (words.shell.offline, PillTone.WARN, "wifi-off"),
    Connection.PORTAL: (words.moments.log_in, PillTone.WARN, "wifi-off"),
    Connection.SERVER: (words.moments.server_trouble, PillTone.WARN, "wifi-low"),
    Connection.NO_KEY: (words.moments.no_key, PillTone.BAD, "lock"),
    Connection.CLOCK: (words.moments.wrong_clock, PillTone.BAD, "circle-alert"),
    Connection.WRONG_ACCOUNT: (words.moments.wrong_account, PillTone.BAD, "circle-alert"),
}


def _connection(status: Status) -> PillView:
    usual, tone, icon = _CONNECTIONS[status.connection]
    answers = tone in (PillTone.OK, PillTone.QUIET) or status.connection is Connection.CLOCK
    if status.clock_behind_min and answers:
        minutes = abs(status.clock_behind_min)
        said = words.sync.clock_wrong(minutes)
        # A number of years in minutes tells nobody anything, and would not fit.
        shown = said if minutes < 10_000 else words.moments.wrong_clock()
        return PillView(words=shown, tone=PillTone.BAD, icon="circle-alert", name=_opens(said))
    return PillView(words=usual(), tone=tone, icon=icon, name=_opens(usual()))
