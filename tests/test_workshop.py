"""The workshop keeps its own promises: locks, changelog, file sizes, documented commands, and a Qt that keeps count."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from PySide6.QtCore import QObject

import dev
import pos_app

ROOT = Path(__file__).parents[1]
MUTATION_LOCK = ROOT / "requirements-mutation.lock"
INSTALLER_LOCK = ROOT / "requirements-installer.lock"
BENCH_LOCK = ROOT / "requirements-bench.lock"
LOCKS = (dev.BOOTSTRAP_LOCK, dev.DEV_LOCK, dev.RUNTIME_LOCK, INSTALLER_LOCK, MUTATION_LOCK, BENCH_LOCK)
LONGEST_FILE = 350
CHANGELOG_SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def pins(lock: Path) -> dict[str, Version]:
    """Package → the one version that the lock allows."""
    found = re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(), flags=re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in found}


def wanted(lock: Path) -> list[Requirement]:
    """What pyproject.toml asks this lock to hold."""
    project, groups = pyproject()["project"]["dependencies"], pyproject()["dependency-groups"]
    lines = {
        dev.BOOTSTRAP_LOCK: groups["bootstrap"],
        dev.DEV_LOCK: project + groups["dev"],
        dev.RUNTIME_LOCK: project,
        INSTALLER_LOCK: groups["installer"],
        MUTATION_LOCK: groups["mutation"],
        BENCH_LOCK: groups["bench"],
    }
    return [Requirement(line) for line in lines[lock]]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host(lock: Path) -> None:
    assert "://" not in lock.read_text()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_all_that_is_asked_for_within_its_range(lock: Path) -> None:
    held = pins(lock)
    out_of_step = [
        str(ask) for ask in wanted(lock) if not ask.specifier.contains(held.get(canonicalize_name(ask.name), Version("0")))
    ]
    assert not out_of_step, f"run: python3 dev.py lock ({', '.join(out_of_step)})"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_for_every_package(lock: Path) -> None:
    stanzas = re.split(r"^(?=[\w.-]+==)", lock.read_text(), flags=re.MULTILINE)[1:]
    assert stanzas
    assert [stanza.split("\n")[0] for stanza in stanzas if "--hash=sha256:" not in stanza] == []


def test_the_shop_gets_the_versions_that_were_tested() -> None:
    tested = pins(dev.DEV_LOCK)
    assert {name: tested.get(name) for name in pins(dev.RUNTIME_LOCK)} == pins(dev.RUNTIME_LOCK)


@pytest.mark.parametrize(("lock", "known"), [(MUTATION_LOCK, "pytest"), (INSTALLER_LOCK, "packaging")])
def test_other_environments_have_the_versions_of_all_tests(lock: Path, known: str) -> None:
    tested, theirs = pins(dev.DEV_LOCK), pins(lock)
    shared = tested.keys() & theirs.keys()
    assert known in shared
    assert {name: tested[name] for name in shared} == {name: theirs[name] for name in shared}


def test_the_program_and_its_package_have_one_version() -> None:
    assert pos_app.__version__ == pyproject()["project"]["version"]


def test_the_changelog_tells_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text()
    entries = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    released = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}", entry) for entry in entries if entry != "[Unreleased]"]
    versions = [Version(entry[1]) for entry in released if entry is not None]
    assert len(versions) == len(released), "an entry is neither [Unreleased] nor [1.2.3] - 2026-01-31"
    assert versions == sorted(set(versions), reverse=True)
    assert "[Unreleased]" not in entries[1:], "what is not released yet stands on top"
    assert "[Unreleased]" in entries or versions[0] == Version(pos_app.__version__)
    assert set(re.findall(r"^### (.+)$", text, flags=re.MULTILINE)) <= CHANGELOG_SECTIONS


def test_a_file_is_one_idea() -> None:
    files = [ROOT / "dev.py", *(file for folder in ("pos_app", "installer", "tests") for file in (ROOT / folder).rglob("*.py"))]
    lengths = {str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in files}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_a_document_names_only_commands_that_there_are(document: str) -> None:
    named = set(re.findall(r"dev\.py ([a-z]\w*)", (ROOT / document).read_text()))
    assert named, f"{document} should say how to begin"
    assert named <= set(dev.COMMANDS)


def test_the_workshop_door_says_its_commands_and_refuses_others_in_a_sentence() -> None:
    told = subprocess.run([sys.executable, ROOT / "dev.py", "--help"], capture_output=True, text=True, check=True)
    assert set(re.findall(r"python3 dev\.py (\w+)", told.stdout)) == set(dev.COMMANDS) - {"run"}
    refused = subprocess.run([sys.executable, ROOT / "dev.py", "sell"], capture_output=True, text=True, check=False)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert 'There is no command "sell"' in refused.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [["demo"], ["till"], ["till", "--data-dir", "here"], ["run", "--data-dir=here", "demo"]])
def test_a_window_without_a_screen_is_refused_in_a_sentence(arguments: list[str]) -> None:
    refused = subprocess.run([sys.executable, ROOT / "dev.py", *arguments], capture_output=True, text=True, check=False, env={})
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("dev.py: There is no screen here")


def test_qt_takes_no_reference_to_none_away() -> None:
    """PySide6 6.12.0 loses one with each void call on Python 3.11, which ends in an abort after some thousands."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("counted")
    assert abs(sys.getrefcount(None) - before) < 1_000
