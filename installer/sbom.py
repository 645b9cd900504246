"""The bill of materials (CycloneDX 1.6): every package that an installer carries, with its version, licence and hashes."""

from __future__ import annotations

import importlib.metadata
import json
import re
import uuid
from pathlib import Path

from installer.product import DESCRIPTION, NAME, VERSION

NOT_SHIPPED = frozenset({"pip", "setuptools"})
"""Named by somebody's metadata, and packed nowhere."""
_STANZA = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)[^\n]*\n(?P<hashes>(?:[ ]+--hash=\S+[^\n]*\n)*)", re.MULTILINE)


def bill(lock: str, packages: Path) -> str:
    """The document, for a lock file's text. ``packages``: a site-packages folder, for the licences of what is in it.

    The same lock gives the same document: it has no date, and its number is made of what it says.
    """
    licences = {_plain(each.name): licence_of(each) for each in importlib.metadata.distributions(path=[str(packages)])}
    components = [_component(found, licences) for found in _STANZA.finditer(lock) if found["name"] not in NOT_SHIPPED]
    own = {"type": "application", "bom-ref": NAME, "name": NAME, "version": VERSION, "description": DESCRIPTION}
    document: dict[str, object] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": components,
        "dependencies": [{"ref": NAME, "dependsOn": [each["bom-ref"] for each in components]}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(document, sort_keys=True))
    return json.dumps({**document, "serialNumber": f"urn:uuid:{number}"}, indent=2) + "\n"


def _component(found: re.Match[str], licences: dict[str, str]) -> dict[str, object]:
    name, version = found["name"], found["version"]
    told = licences.get(_plain(name))
    # One hash for each file that the package comes as: the one of another system is not the one that was installed.
    hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", found["hashes"])
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "hashes": [{"alg": "SHA-256", "content": each} for each in hashes],
        **({"licenses": [{"license": {"name": told}}]} if told else {}),
    }


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(package: importlib.metadata.Distribution) -> str:
    """Its licence in a few words, as it says itself."""
    told = package.metadata.json
    classified = [each.rpartition(":: ")[2] for each in told.get("classifier", []) if each.startswith("License ::")]
    licence = told.get("license_expression") or told.get("license") or ", ".join(classified) or "see its text"
    return str(licence).strip().splitlines()[0]
