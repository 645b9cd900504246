"""The clients of both servers, for settings and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from pos_app.keys import KeyName, RememberedKeys
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmBasic, CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from pos_app.settings import CrmAuth, Settings


@dataclass(frozen=True, slots=True)
class Servers:
    """The clients of both servers. ``crm`` is None where no CRM is set up."""

    core: CoreClient
    crm: CrmClient | None
    app_key: Callable[[], Secret]
    """The key that ``core`` uses. Raises KeyringTrouble."""
    skew_s: Callable[[], float]
    """By how many seconds PassQuare's clock was ahead of this computer's in its last answer (behind: negative).

    The CRM's only counts until PassQuare answers: it may stand under the same counter. 0 without any answer.
    """


@contextmanager
def open_servers(settings: Settings, keys: RememberedKeys) -> Iterator[Servers]:
    """Clients for the servers of ``settings``; keys are fetched at each request, never kept by a client."""
    server = settings.server
    skews: dict[str, float] = {}
    transport = Transport(proxy=server.proxy, clock_seen=skews.__setitem__)

    def key(name: KeyName) -> Secret:
        secret = keys.get(name)
        if not secret:
            raise KeyringTrouble(f"There is no {name.value} in the {keys.place}.")
        return secret

    crm = None
    if server.crm_url:
        by_key = server.crm_auth is CrmAuth.KEY
        crm = CrmClient(
            transport,
            url=server.crm_url,
            auth=CrmKey(lambda: key(KeyName.CRM_KEY))
            if by_key
            else CrmBasic(lambda: key(KeyName.CRM_USER), lambda: key(KeyName.CRM_PASSWORD)),
            organization_id=server.organization_id,
            program_id=server.program_id,
            wallet_id=server.wallet_id,
        )
    try:
        app_key = partial(key, KeyName.APP_KEY)
        hosts = [urlsplit(url).hostname or "" for url in (server.core_url, server.crm_url)]
        core = CoreClient(transport, url=server.core_url, key=app_key)
        yield Servers(core, crm, app_key, lambda: next((skews[each] for each in hosts if each in skews), 0.0))
    finally:
        transport.close()
