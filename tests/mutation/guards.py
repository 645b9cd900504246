"""The delivery code, and for each file of it the tests that stand guard over it.

A file is measured against its own tests alone. What only a test far away notices (the simulated days, the kills, the whole window)
counts as not noticed: so the figure is a lower bound, and a file's faults are found where one looks for them.
"""

from __future__ import annotations

SYNC, STORE, TRANSPORT = "pos_app/till/sync", "pos_app/store", "pos_app/passquare/transport"
TILL_TESTS, STORE_TESTS, PASSQUARE_TESTS = "tests/till", "tests/store", "tests/passquare"

GUARDS: dict[str, tuple[str, ...]] = {
    f"{STORE}/verdict.py": (f"{STORE_TESTS}/test_verdict.py",),
    f"{STORE}/decisions.py": tuple(f"{STORE_TESTS}/test_{name}.py" for name in ("decisions", "decided", "take_only", "voids")),
    f"{STORE}/postings.py": tuple(
        f"{STORE_TESTS}/test_{name}.py"
        for name in ("queue", "queue_together", "decisions", "take_only", "refunds", "recovery", "witness", "home", "profiles")
    ),
    f"{STORE}/refunds.py": (f"{STORE_TESTS}/test_refunds.py",),
    f"{STORE}/reconcile.py": (f"{STORE_TESTS}/test_reconcile.py", f"{STORE_TESTS}/test_start_empty.py"),
    f"{STORE}/roll_line.py": (f"{STORE_TESTS}/test_roll_line.py",),
    f"{SYNC}/backoff.py": (f"{TILL_TESTS}/test_backoff.py",),
    f"{SYNC}/gate.py": (f"{TILL_TESTS}/test_gate.py",),
    f"{SYNC}/plan.py": (f"{TILL_TESTS}/test_plan.py",),
    f"{SYNC}/quarantine.py": (f"{TILL_TESTS}/test_quarantine.py", f"{TILL_TESTS}/test_short_processes.py"),
    f"{SYNC}/route_add.py": (f"{TILL_TESTS}/test_route_add.py",),
    f"{SYNC}/route_set.py": tuple(f"{TILL_TESTS}/test_{name}.py" for name in ("replace_answers", "replace_balance", "audit")),
    f"{SYNC}/guard.py": (f"{TILL_TESTS}/test_guard.py", f"{TILL_TESTS}/test_account_guard.py"),
    f"{SYNC}/courier.py": tuple(
        f"{TILL_TESTS}/test_{name}.py" for name in ("courier", "courier_together", "in_doubt", "read_compare")
    ),
    f"{SYNC}/messenger.py": tuple(f"{TILL_TESTS}/test_messenger{name}.py" for name in ("", "_threads", "_troubles", "_waits")),
    f"{TRANSPORT}/verdict.py": (f"{PASSQUARE_TESTS}/test_judge.py",),
}
