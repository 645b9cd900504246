"""What mutmut leaves behind in its folder, read as values: which mutants there are, and which of them no test noticed."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

ACCEPTED = Path(__file__).with_name("survivors.toml")
_SURVIVED = {0, 5, 33}
"""mutmut's codes: every test passed, or none was there."""
_NOT_TRIED = {None, 2, 34}
_RAISED = re.compile(r'^(raise (?:ValueError|LookupError)\()(?:f?"[^"]*"|None)(\)(?: from \w+)?)$')
_ASSERTED = re.compile(r'^(assert .*), "[^"]*"( # .*)?$')


@dataclass(frozen=True, slots=True)
class Survivor:
    """A small fault that no test noticed."""

    file: str
    line: int
    function: str
    was: str
    becomes: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} in {self.function}\n    - {self.was}\n    + {self.becomes}"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of the mutants of one file."""

    file: str
    mutants: int
    not_tried: int
    survivors: tuple[Survivor, ...]

    @property
    def score(self) -> float:
        """How many percent of what was tried was noticed; 100 where there is nothing to try."""
        tried = self.mutants - self.not_tried
        return 100.0 * (tried - len(self.survivors)) / tried if tried else 100.0


def result_of(file: str, *, tree: Path) -> Result:
    """What mutmut found out about ``file``, in the copy of the checkout at ``tree``."""
    mutated = tree / "mutants" / file
    codes: dict[str, int | None] = json.loads(mutated.with_name(f"{mutated.name}.meta").read_text())["exit_code_by_key"]
    survived = [name for name, code in codes.items() if code in _SURVIVED]
    source, after = (tree / file).read_text(), mutated.read_text()
    return Result(
        file=file,
        mutants=len(codes),
        not_tried=sum(code in _NOT_TRIED for code in codes.values()),
        survivors=tuple(sorted((_survivor(file, name, source, after) for name in survived), key=lambda each: each.line)),
    )


def _survivor(file: str, name: str, source: str, after: str) -> Survivor:
    """``name`` is as mutmut makes them: ``pos_app.store.postings.xǁPostingsǁdue__mutmut_2``, ``….x_holes__mutmut_1``."""
    mutant = name.rpartition(".")[2]
    function = mutant.rpartition("__mutmut_")[0]
    place = function.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
    mutated = _functions(after)
    before, change = (_plain(mutated[each][1], each) for each in (f"{function}__mutmut_orig", mutant))
    changes = [op for op in SequenceMatcher(None, before, change, autojunk=False).get_opcodes() if op[0] != "equal"]
    _, first, last, new_first, new_last = changes[0] if changes else ("equal", 0, 0, 0, 0)
    line = _functions(source)[place][0] + first
    return Survivor(file, line, place, _joined(before[first:last]), _joined(change[new_first:new_last]))


def _plain(lines: Sequence[str], name: str) -> list[str]:
    """A function without the name that mutmut gave it."""
    return [line.replace(name, "…") for line in lines]


def _joined(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


@cache
def _functions(source: str) -> dict[str, tuple[int, list[str]]]:
    """Every function and method of a module: the number of its first line, and its lines."""
    lines = source.split("\n")

    def found(body: Sequence[ast.stmt], prefix: str) -> Iterator[tuple[str, tuple[int, list[str]]]]:
        for node in body:
            if isinstance(node, ast.ClassDef):
                yield from found(node.body, f"{node.name}.")
            elif isinstance(node, ast.FunctionDef):
                its = (node.lineno, lines[node.lineno - 1 : node.end_lineno])
                yield f"{prefix}{node.name}", its
                # Names that mutmut makes are unique in a file, whatever class they are in.
                yield node.name, its

    return dict(found(ast.parse(source).body, ""))


def key_of(survivor: Survivor) -> tuple[str, ...]:
    """What tells it from others when lines have moved."""
    return (survivor.file, survivor.function, survivor.was, survivor.becomes)


def is_words_of_a_bug(survivor: Survivor) -> bool:
    """Whether all that changed is what a ValueError, a LookupError or an assertion says: it is raised for a bug of the caller, and
    only whoever mends that reads it. An edge of these rules: the words stand on one line, and end it but for a comment.
    """
    for pattern in (_RAISED, _ASSERTED):
        was, becomes = pattern.match(survivor.was), pattern.match(survivor.becomes)
        if was and becomes:
            return was.groups() == becomes.groups()
    return False


def accepted() -> frozenset[tuple[str, ...]]:
    """The keys of the survivors that stay; ``survivors.toml`` has them by the reason why."""
    groups = tomllib.loads(ACCEPTED.read_text()).get("kept", [])
    return frozenset(tuple(each) for group in groups for each in group["survivors"])
