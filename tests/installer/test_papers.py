"""What lies beside the installers of a release, and what a build refuses."""

from __future__ import annotations

import hashlib
import json
import re
import sysconfig
from pathlib import Path

import pytest

import dev
from installer.icons import WINDOWS_SIZES
from installer.papers import write_papers
from installer.product import ROOT, VERSION
from installer.sbom import bill
from installer.windows import python

PACKAGES = Path(sysconfig.get_path("purelib"))
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"


def test_the_bill_names_every_package_of_the_lock_with_its_version_hashes_and_licence() -> None:
    lock = dev.RUNTIME_LOCK.read_text(encoding="utf-8")
    told = json.loads(bill(lock, PACKAGES))
    named = {(each["name"], each["version"]) for each in told["components"]}
    locked = set(re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, flags=re.MULTILINE))
    assert named == {(name, version) for name, version in locked if name not in ("pip", "setuptools")}
    assert sum(len(each["hashes"]) for each in told["components"]) > len(named)
    qt = next(each for each in told["components"] if each["name"] == "pyside6-essentials")
    assert "LGPL-3.0-only" in qt["licenses"][0]["license"]["name"]
    assert qt["purl"] == f"pkg:pypi/pyside6-essentials@{qt['version']}"
    assert (told["bomFormat"], told["specVersion"], told["metadata"]["component"]["version"]) == ("CycloneDX", "1.6", VERSION)


def test_the_same_lock_gives_the_same_bill() -> None:
    lock = dev.RUNTIME_LOCK.read_text(encoding="utf-8")
    assert bill(lock, PACKAGES) == bill(lock, PACKAGES)
    other = bill(lock.replace("httpx==", "httpx==9."), PACKAGES)
    assert json.loads(other)["serialNumber"] != json.loads(bill(lock, PACKAGES))["serialNumber"]


def test_checksums_and_winget_tell_of_the_very_files(tmp_path: Path) -> None:
    files = {"pos-app_1_amd64.deb": b"a package", "pos-app-1-x64.exe": b"a setup", "notes.txt": b"no installer"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    made = write_papers(tmp_path, url="https://example.test/v1/")
    sums = {name: told for told, name in (line.split("  ") for line in (tmp_path / "SHA256SUMS").read_text().splitlines())}
    assert set(sums) == {"pos-app_1_amd64.deb", "pos-app-1-x64.exe", f"pos-app-{VERSION}.cdx.json"}
    assert all(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == told for name, told in sums.items())
    manifest = (tmp_path / "winget" / "pos-app.LoyaltyTill.installer.yaml").read_text()
    assert f"InstallerSha256: {hashlib.sha256(b'a setup').hexdigest().upper()}\n" in manifest
    assert "InstallerUrl: https://example.test/v1/pos-app-1-x64.exe\n" in manifest
    assert len([each for each in made if each.parent.name == "winget"]) == 3


def test_winget_is_told_of_nothing_that_is_for_trying_only(tmp_path: Path) -> None:
    (tmp_path / "pos-app-1-x64-FOR-TRYING-ONLY.exe").write_bytes(b"a setup")
    write_papers(tmp_path, url="https://example.test/v1")
    assert not (tmp_path / "winget").exists()


def test_a_release_for_windows_takes_no_python_but_the_official_one(tmp_path: Path) -> None:
    false = tmp_path / python.OFFICIAL
    false.write_bytes(b"something else")
    with pytest.raises(dev.Stop, match=r"That is not python-3.*-embed-amd64\.zip: its SHA-256 is [0-9a-f]{64}"):
        python.unpack(tmp_path / "python", false, work=tmp_path / "work")
    assert not (tmp_path / "python").exists()


def test_every_action_of_the_release_is_pinned_by_its_commit() -> None:
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOW.read_text(encoding="utf-8"))
    assert used
    assert [name for name, _note in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)] == []
    assert [name for name, note in used if not re.fullmatch(r" # v\d+\.\d+\.\d+", note)] == [], "and says which version that is"
    assert f"EMBEDDABLE: {python.OFFICIAL}\n" in WORKFLOW.read_text(encoding="utf-8")


def test_windows_gets_its_icon_in_every_size_that_it_shows() -> None:
    assert set(WINDOWS_SIZES) >= {16, 32, 48, 256}
