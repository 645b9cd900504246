"""Only what a bug says may change without a test that notices."""

from __future__ import annotations

import pytest

from tests.mutation.mutants import Survivor, is_words_of_a_bug

RAISED = 'raise ValueError("only what waits is sent")'


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        (RAISED, "raise ValueError(None)", True),
        (RAISED, 'raise ValueError("XXonly what waits is sentXX")', True),
        ('raise LookupError(f"there is no posting {name}")', "raise LookupError(None)", True),
        ('assert sum is not None, "an invariant" # noqa: S101', 'assert sum is not None, "AN INVARIANT" # noqa: S101', True),
        (f"{RAISED} from error", "raise ValueError(None) from error", True),
        (f"{RAISED} from error", RAISED, False),
        (RAISED, 'raise TypeError("only what waits is sent")', False),
        ('assert sum is not None, "an invariant"', 'assert sum is None, "an invariant"', False),
        ('raise BadInput(Problem.PHONE, detail="one")', 'raise BadInput(Problem.PHONE, detail="XXoneXX")', False),
        ('with self._database.writing("decision"):', "with self._database.writing(None):", False),
        ('found = self.rows("one", "two")', 'found = self.rows("one", "XXtwoXX")', False),
    ],
)
def test_the_words_of_a_bug_are_told_from_all_that_matters(was: str, becomes: str, words: bool) -> None:
    assert is_words_of_a_bug(Survivor("file.py", 1, "function", was, becomes)) is words
