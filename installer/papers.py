"""What lies beside the installers of a release: the bill of materials, checksums, and winget's manifests."""

from __future__ import annotations

import hashlib
import sysconfig
from pathlib import Path

import dev
from installer.product import NAME, VERSION
from installer.sbom import bill
from installer.windows.build import FOR_TRYING
from installer.winget import manifests

SUMS = "SHA256SUMS"
INSTALLERS = (".deb", ".run", ".exe", ".msi", ".dmg")


def write_papers(out: Path, *, url: str) -> list[Path]:
    """Write them beside what is in ``out``; without ``url``, where it will be downloaded, none for winget. Raises dev.Stop."""
    dev.prepare()
    found = sorted(each for each in out.iterdir() if each.suffix in INSTALLERS)
    if not found:
        raise dev.Stop(f"There is no installer in {out}.")
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(dev.VENV)}))
    materials = out / f"{NAME}-{VERSION}.cdx.json"
    materials.write_text(bill(dev.RUNTIME_LOCK.read_text(encoding="utf-8"), packages), encoding="utf-8")
    made = [materials]
    for setup in found:
        if url and setup.suffix == ".exe" and FOR_TRYING not in setup.name:
            folder = out / "winget"
            folder.mkdir(exist_ok=True)
            for name, text in manifests(setup, url).items():
                (folder / name).write_text(text, encoding="utf-8")
                made.append(folder / name)
    lines = [f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in [*found, materials]]
    (out / SUMS).write_text("".join(lines), encoding="utf-8")
    return [*made, out / SUMS]
