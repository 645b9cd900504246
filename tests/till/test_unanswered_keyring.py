"""A keyring that asks for its password, and nobody there: selling goes on, and the till can be closed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName
from pos_app.loyalty.sale import FoundBy
from pos_app.loyalty.secret import Secret
from pos_app.settings import Server, Settings
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.till.views import Nobody

SOON_S = 10.0
MORE_THAN_THE_TILL_HAS_THREADS = 12


class UnansweredKeys:
    """A dialog is open until the end of the test."""

    place = "system keyring"

    def __init__(self) -> None:
        self.answered = threading.Event()

    def get(self, _name: KeyName) -> Secret | None:
        self.answered.wait()
        return None

    def put(self, _name: KeyName, _secret: Secret) -> None:
        self.answered.wait()


@pytest.fixture
def keys() -> Iterator[UnansweredKeys]:
    unanswered = UnansweredKeys()
    yield unanswered
    unanswered.answered.set()


def sell(till: Till, card: str) -> None:
    buyer = Nobody(card=card, checked_online=False, found_by=FoundBy.CARD_READ)
    draft = Draft(ids=till.new_sale_ids(), buyer=buyer, gross=Decimal("64.90"), redeem=Decimal(0))
    assert till.confirm(draft).result(SOON_S).fresh


# As long as a keyring is waited for at most: a sale that waits for it as well fails the test.
@pytest.mark.timeout(60)
@pytest.mark.parametrize("key_patience_s", [2.0, None])
def test_a_dialog_that_nobody_answers_holds_up_neither_a_sale_nor_the_end(
    tmp_path: Path, keys: UnansweredKeys, key_patience_s: float | None
) -> None:
    server = Server(core_url="http://127.0.0.1:9/api/v2", crm_url="http://127.0.0.1:9/crm")
    with open_till(Settings(server=server, till_id="test"), DataDir(tmp_path), keys, key_patience_s=key_patience_s) as till:
        till.start()
        for n in range(MORE_THAN_THE_TILL_HAS_THREADS):
            till.look_live(till.parse_scan([f"2000{n:08}"]))
        sell(till, "200044717712")
        assert till.look_here(till.parse_scan(["200044717713"])).result(SOON_S).customers == ()
