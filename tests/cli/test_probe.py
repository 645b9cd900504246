"""``setup --probe``: what is learned from a test customer, on real servers of different habits."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.crm.ledger import Entry
from pos_app.crm.memory import MemoryLedger
from pos_app.data_dir import DataDir
from pos_app.sandbox.forgetful import ForgetfulLedger
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, Mode, load
from tests.cli.conftest import JANA, PosApp
from tests.cli.test_setup_again import alone


class RoundingLedger(MemoryLedger):
    """Keeps whole points."""

    def add(
        self, *, phone: str, cards: tuple[str, ...] = (), points: Decimal, transaction_id: str, lifetime_days: int | None = None
    ) -> Entry:
        """Rounds."""
        return super().add(
            phone=phone, cards=cards, points=points.quantize(Decimal(1)), transaction_id=transaction_id, lifetime_days=lifetime_days
        )


def dedupe_of(till: PosApp) -> Dedupe:
    return load(DataDir(till.data_dir)).server.dedupe


def balance(sandbox: Sandbox) -> Decimal | None:
    (jana,) = (each for each in sandbox.customers() if each.phone == JANA)
    return jana.standing.balance


@pytest.mark.parametrize(
    ("ledger", "dedupe", "code", "said"),
    [
        (MemoryLedger, Dedupe.PROVED, 0, "added once"),
        (ForgetfulLedger, Dedupe.ABSENT, 0, "added twice"),
        (RoundingLedger, Dedupe.UNPROVED, 1, "round points"),
    ],
)
def test_a_probe_tells_whether_the_crm_knows_an_id_again_and_leaves_nothing_behind(
    fresh: PosApp, ledger: type[MemoryLedger], dedupe: Dedupe, code: int, said: str
) -> None:
    with Sandbox(ledger=ledger) as sandbox:
        fresh.set_up(sandbox)
        before = balance(sandbox)
        done = fresh("setup", "--probe", "603 551 482")
        assert (done.returncode, said in done.stdout) == (code, True), done.stdout
        assert (dedupe_of(fresh), balance(sandbox)) == (dedupe, before)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "500", "garbage"])
def test_a_probe_without_an_answer_proves_nothing_and_says_what_may_be_left(till: PosApp, sandbox: Sandbox, kind: str) -> None:
    till("setup", "--probe", JANA)
    assert dedupe_of(till) is Dedupe.PROVED
    sandbox.add_fault(method="addBalance", kind=kind, count=1)
    done = till("setup", "--probe", JANA)
    assert (done.returncode, "up to 0.02 more may be left" in done.stdout) == (1, True)
    assert dedupe_of(till) is Dedupe.UNPROVED


def test_a_probe_of_nobody_changes_nothing(till: PosApp, sandbox: Sandbox) -> None:
    done = till("setup", "--probe", "+420777123482")
    assert (done.returncode, done.stderr.count("\n"), "Nobody has the phone" in done.stderr) == (2, 1, True)
    assert not sandbox.ledger()


def test_a_probe_without_a_crm_writes_a_balance_and_writes_it_back(tmp_path: Path, sandbox: Sandbox) -> None:
    till = alone(sandbox, tmp_path / "data", "--mode", "sole", "--probe", JANA)
    assert (till.ran[-1].returncode, "changes nothing else" in till.ran[-1].stdout) == (0, True), till.ran[-1].stdout
    assert load(DataDir(till.data_dir)).server.mode is Mode.SOLE
    customer = sandbox.core_customer(JANA)
    assert customer is not None
    assert customer.standing.balance == 1240
    assert sandbox.requests()["user_create_or_update"] == 2
    sandbox.add_fault(method="user_create_or_update", kind="drop_after", count=1)
    done = till("setup", "--probe", JANA)
    assert (done.returncode, "may have 1240.01 now" in done.stdout) == (1, True), done.stdout
