"""Every way in which a request ends has its one class, soon enough, and in little memory.

The long form waits the real 15 seconds for those that only the deadline ends, and prints the table::

    POS_APP_OUTCOMES=long python3 dev.py test tests/passquare/outcomes -s     (about four minutes)
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from pos_app.passquare.transport.post import CONNECT_S, DEADLINE_S
from tests.passquare.outcomes.case import Case, Outcome
from tests.passquare.outcomes.conftest import Sender
from tests.passquare.outcomes.floods import FLOODS
from tests.passquare.outcomes.framed import FRAMED
from tests.passquare.outcomes.said import SAID
from tests.passquare.outcomes.sender import KEY
from tests.passquare.outcomes.unreached import UNREACHED
from tests.passquare.outcomes.unsaid import UNSAID

CASES = [*SAID, *UNSAID, *FRAMED, *FLOODS, *UNREACHED]
LONG = os.environ.get("POS_APP_OUTCOMES") == "long"
MOST_KB = 5 * 1024
AT_THE_END_S = 1.0
"""For a slow machine to notice that the deadline is over."""


@pytest.mark.parametrize("case", CASES, ids=[each.name for each in CASES])
def test_a_request_has_one_outcome_soon_and_in_little_memory(sender: Sender, authority: trustme.CA, ca: Path, case: Case) -> None:
    with case.scene(authority, ca) as site:
        report = sender.send(replace(site, deadline_s=DEADLINE_S, connect_s=CONNECT_S) if LONG else site)
    if LONG:
        print(f"\n{case.name:45} {report.outcome.name:9} {report.seconds:6.2f} s {report.grown_kb:6} kB")
    assert report.outcome is case.outcome, report.said
    assert report.trouble == (case.trouble and case.trouble.name), report.said
    assert len(site.requests) == case.arrived, "nothing is ever sent a second time"
    assert report.seconds < DEADLINE_S + AT_THE_END_S
    assert report.grown_kb <= MOST_KB
    assert report.said.isprintable()
    assert KEY not in report.said
    assert "WiFi" not in report.said, "an answer's body is not quoted"


def test_every_class_has_cases_and_every_case_a_name_of_its_own() -> None:
    classes = Counter(case.outcome for case in CASES)
    assert set(classes) == set(Outcome)
    assert len({case.name for case in CASES}) == len(CASES) >= 200


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a process how much memory it had at most")
def test_memory_that_a_request_takes_is_seen(sender: Sender, authority: trustme.CA, ca: Path) -> None:
    with SAID[0].scene(authority, ca) as site:
        assert sender.send(site, ballast_kb=MOST_KB).grown_kb > MOST_KB
