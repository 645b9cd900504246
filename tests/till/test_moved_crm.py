"""The CRM's address is changed while sales wait: real servers, real disks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, KeyPlace, Server, Settings
from pos_app.till.selling import Draft
from pos_app.till.till import Till

JANA, OTHER = "+420603551482", "+420000000001"
SOON_S = 20.0


def sell(till: Till, phone: str) -> str:
    view = till.look_live(till.parse(phone)).result(SOON_S).customers[0]
    draft = Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))
    return till.confirm(draft).result(SOON_S).sale.sale_id


def deliver(till: Till) -> None:
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=False)


def test_what_may_have_arrived_is_never_sent_to_another_crm_and_what_waits_is(tmp_path: Path) -> None:
    place = DataDir(tmp_path / "data")
    with Sandbox() as old, Sandbox(account=old.account) as new:
        keys = SessionKeys({KeyName.APP_KEY: Secret(old.app_key), KeyName.CRM_KEY: Secret(old.crm_key)})
        server = Server(core_url=old.core_url, crm_url=old.crm_url, account=old.account, dedupe=Dedupe.PROVED, quarantine_s=0)
        settings = Settings(server=server, keys=KeyPlace.SESSION, till_id="test")
        with open_till(settings, place, keys) as till:
            old.add_fault("drop_after", "addBalance")
            lost = sell(till, JANA)
            till.start_messenger()
            till.deliver_sale(lost, timeout_s=SOON_S)
            (unknown,) = till.postings(lost)
        assert unknown.state is PostingState.UNKNOWN
        old.clear_faults()
        with open_till(settings, place, keys) as till:
            waiting = sell(till, OTHER)
        moved = replace(settings, server=replace(server, crm_url=new.crm_url))
        with open_till(moved, place, keys) as till:
            deliver(till)
            (asked,) = till.postings(lost)
            assert (asked.state, asked.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)
            assert "an address that the till does not use any more" in asked.last_answer
            assert [each.state for each in till.postings(waiting)] == [PostingState.APPLIED]
        assert [entry.phone for entry in new.ledger()] == [OTHER]
        assert [entry.phone for entry in old.ledger()] == [JANA]
