"""The switchboard: everything a test or a demonstration does to the sandbox from outside."""

from __future__ import annotations

import pytest

from pos_app.sandbox.server import Sandbox
from tests.sandbox.caller import Caller


def test_faults_are_ordered_listed_and_taken_away(sandbox: Sandbox, caller: Caller) -> None:
    ordered = caller.control("POST", "/faults", json={"kind": "500", "method": "status", "count": 2})
    assert ordered.status_code == 200
    assert caller.core("status").status_code == 500
    (left,) = caller.control("GET", "/faults").json()["faults"]
    assert (left["kind"], left["method"], left["count"]) == ("500", "status", 1)
    assert caller.control("DELETE", "/faults").json() == {"faults": []}
    assert caller.core("status").status_code == 200


def test_several_faults_are_ordered_at_once_or_none(caller: Caller) -> None:
    both = [{"kind": "500", "count": 1}, {"kind": "portal", "method": "crm"}]
    assert [fault["kind"] for fault in caller.control("POST", "/faults", json=both).json()["faults"]] == ["500", "portal"]
    wrong = caller.control("POST", "/faults", json=[{"kind": "slow"}, {"kind": "earthquake"}])
    assert (wrong.status_code, "earthquake" in wrong.json()["error"]) == (400, True)
    assert len(caller.control("GET", "/faults").json()["faults"]) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"1"])
def test_an_order_that_is_no_order_is_refused(caller: Caller, content: bytes) -> None:
    assert caller.control("POST", "/faults", content=content).status_code == 400


def test_refusing_everything_pulls_the_plug(sandbox: Sandbox, caller: Caller) -> None:
    caller.control("POST", "/faults", json={"kind": "refuse"})
    assert caller.control("POST", "/plug").json() == {"plugged": True}
    assert caller.core("status").status_code == 200


def test_an_outage_can_be_given_its_length(caller: Caller) -> None:
    assert caller.control("POST", "/unplug", params={"seconds": "3600"}).json() == {"plugged": False}
    assert caller.control("POST", "/unplug", params={"seconds": "long"}).status_code == 400
    caller.control("POST", "/reset")
    assert caller.core("status").status_code == 200


def test_the_ledger_is_shown_with_exact_sums(sandbox: Sandbox, caller: Caller) -> None:
    caller.crm("addBalance", cardNumbers=["120"], sum=-0.1, transactionId="a", lifetime=14)
    (entry,) = caller.control("GET", "/ledger").json()["entries"]
    at = sandbox.ledger()[0].at.isoformat()
    assert entry == {"phone": "+420000000001", "sum": "-0.10", "transactionId": "a", "at": at, "balance": "299.90", "lifetime": 14}


def test_customers_are_shown(caller: Caller) -> None:
    customers = caller.control("GET", "/customers").json()["customers"]
    assert len(customers) == 200
    jana = customers[0]
    assert (jana["name"], jana["phone"], jana["balance"], jana["bonus"]) == ("Jana Nováková", "+420603551482", "1240.00", "5.00")
    assert jana["tracks"] == {"200044717712": "7819283746", "200061903306": "7819990127"}


def test_requests_are_counted_and_callers_named_but_no_key_is_told(sandbox: Sandbox, caller: Caller) -> None:
    caller.core("status")
    caller.core("crm/push/send", push_uuid="x")
    caller.core("crm/nothing")
    caller.add("a")
    caller.add("a")
    caller.http.post(sandbox.crm_url, json={}, headers={"X-organization-id": "org"})
    sandbox.wait_for_requests("other", 2)
    counted = caller.control("GET", "/requests").json()["requests"]
    assert counted == {"status": 1, "push/send": 1, "other": 2, "addBalance": 2} == sandbox.requests()
    assert caller.control("GET", "/callers").json()["callers"][-1]["organization_id"] == "org"
    everything = [
        caller.control("GET", path).text for path in ("/faults", "/ledger", "/customers", "/requests", "/callers", "/messages")
    ]
    for key in (sandbox.app_key, sandbox.crm_key, sandbox.crm_password):
        assert key not in "".join(everything)


def test_waiting_for_requests_that_do_not_come_ends(sandbox: Sandbox) -> None:
    with pytest.raises(TimeoutError, match="0 of 1 requests of addBalance"):
        sandbox.wait_for_requests("addBalance", timeout_s=0.05)


def test_a_page_in_a_browser_cannot_reach_it_by_a_name_of_its_own(caller: Caller) -> None:
    assert caller.control("POST", "/unplug", headers={"Host": "evil.example"}).status_code == 400
    assert caller.core("status").status_code == 200
