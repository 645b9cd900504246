"""Who may know whom in pos_app: the map in CONTRIBUTING.md as rules, read from the import statements of every module.

Imports inside functions and under ``if TYPE_CHECKING:`` count like any other: a room that names another's types knows it.
A rule about a room that is not built yet holds by itself; a room that is not on the map fails.
"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

PROGRAM = Path(__file__).parents[1] / "pos_app"
EVERYTHING = ("",)
MAY_KNOW: dict[str, tuple[str, ...]] = {
    "loyalty": (),
    "reader": (),
    "resources": (),
    "appearance": (),
    "paper": (),
    "files": (),
    "data_dir": ("loyalty",),
    "settings": ("loyalty", "settings_form", "appearance", "paper", "data_dir", "files", "updates.version"),
    "settings_form": ("loyalty",),
    "settings_change": ("loyalty", "settings", "data_dir"),
    "passquare": ("loyalty",),
    "store": ("loyalty", "files"),
    "updates": ("loyalty", "passquare.wire.strict_json"),
    "keys": ("loyalty",),
    "devices": ("loyalty", "appearance", "paper", "resources"),
    "till": (
        "loyalty",
        "reader",
        "appearance",
        "paper",
        "data_dir",
        "files",
        "settings",
        "passquare",
        "store",
        "keys",
        "devices",
        "updates",
    ),
    "crm": ("loyalty", "passquare.wire"),
    "sandbox": ("passquare.wire", "crm"),
    "fronts": ("loyalty",),
    "ui": ("till", "loyalty", "reader", "appearance", "paper", "resources"),
    "assemble": EVERYTHING,
    "cli": EVERYTHING,
    "__main__": EVERYTHING,
}
"""Room → what it may import of ours. Everybody knows itself and the version in ``pos_app/__init__.py``."""
FRONTS = ("ui", "cli", "assemble")
ONLY_ROOM: dict[str, tuple[str, ...]] = {
    "httpx": ("passquare.transport",),
    "httpcore": ("passquare.transport",),
    "sqlite3": ("store",),
    "sqlite_utils": ("store",),
    "keyring": ("keys",),
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "sqlalchemy": ("crm",),
    "starlette": ("crm", "sandbox"),
    "uvicorn": ("crm", "sandbox"),
    "phonenumbers": ("loyalty",),
    "miniaudio": ("devices",),
    "escpos": ("devices",),
    "PIL": ("devices",),
    "usb": ("devices",),
    "serial": ("devices",),
    "segno": ("devices", "ui"),
    "platformdirs": ("data_dir",),
    "cryptography": ("updates",),
}
"""Somebody else's library → the only room that may import it, so that it can be exchanged there."""


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    return grimp.build_graph("pos_app", include_external_packages=True, cache_dir=None)


def ours(house: grimp.ImportGraph) -> set[str]:
    return {module for module in house.modules if is_inside(module, "pos_app")}


def is_inside(module: str, package: str) -> bool:
    return package == "" or module == package or module.startswith(f"{package}.")


def place(module: str) -> str:
    """``pos_app.till.sync.gate`` → ``till.sync.gate``; the top itself, which holds the version, is ``""``."""
    return module.removeprefix("pos_app").removeprefix(".")


def room(module: str) -> str:
    return place(module).partition(".")[0]


def who(house: grimp.ImportGraph, importer: str, imported: str) -> str:
    """One breach, as a line that a person can go to."""
    lines = sorted(detail["line_number"] for detail in house.get_import_details(importer=importer, imported=imported))
    file = importer.replace(".", "/")
    return f"{file} (line {', '.join(map(str, lines))}) imports {imported}"


@pytest.mark.parametrize("name", MAY_KNOW)
def test_a_room_knows_only_whom_the_map_allows(house: grimp.ImportGraph, name: str) -> None:
    breaches = [
        who(house, importer, imported)
        for importer in ours(house)
        if room(importer) == name
        for imported in house.find_modules_directly_imported_by(importer) & ours(house)
        if room(imported) not in ("", name) and not any(is_inside(place(imported), known) for known in MAY_KNOW[name])
    ]
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("front", FRONTS)
def test_nobody_behind_the_fronts_imports_them(house: grimp.ImportGraph, front: str) -> None:
    breaches = [
        who(house, importer, imported)
        for imported in ours(house)
        if room(imported) == front
        for importer in house.find_modules_that_directly_import(imported)
        if room(importer) not in (front, "cli", "assemble", "__main__")
    ]
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("vendor", ONLY_ROOM)
def test_a_library_has_one_room(house: grimp.ImportGraph, vendor: str) -> None:
    importers = house.find_modules_that_directly_import(vendor) if vendor in house.modules else set()
    breaches = [
        who(house, importer, vendor)
        for importer in importers
        if not any(is_inside(place(importer), home) for home in ONLY_ROOM[vendor])
    ]
    assert not breaches, "\n".join(breaches)


def test_no_module_imports_itself_by_a_roundabout_way(house: grimp.ImportGraph) -> None:
    imports = {module: house.find_modules_directly_imported_by(module) & ours(house) for module in ours(house)}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as cycle:
        pytest.fail(" imports ".join(reversed(cycle.args[1])))


def test_every_room_is_on_the_map(house: grimp.ImportGraph) -> None:
    strangers = {room(module) for module in ours(house)} - {"", *MAY_KNOW}
    assert not strangers, f"not on the map: {', '.join(strangers)}. Say in MAY_KNOW and CONTRIBUTING.md whom they may know."


def test_every_file_is_seen_by_these_rules(house: grimp.ImportGraph) -> None:
    files = {
        ".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts).removesuffix(".__init__") for path in PROGRAM.rglob("*.py")
    }
    assert files == ours(house), "a folder without __init__.py is not part of the graph"
