"""Settings survive the disk exactly, are written whole or not at all, and never hold a secret."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import DiskTrouble, NotSetUp
from pos_app.loyalty.programme import EarnOn, Programme
from pos_app.loyalty.secret import Secret
from pos_app.settings import (
    CORE_URL,
    LANGUAGES,
    CrmAuth,
    Dedupe,
    KeyPlace,
    Mode,
    Reader,
    Server,
    Settings,
    Shop,
    load,
    save,
    with_account,
)

ROOT = Path(__file__).parents[2]

names = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)
ids = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=20)
urls = st.sampled_from(
    [
        CORE_URL,
        "https://crm.example.com/hook?shop=1",
        "http://127.0.0.1:8080",
        "http://localhost/x",
        "http://[::1]:9",
        "https://věrnost.cz",
    ]
)
amounts = st.decimals(0, Decimal("999999999.99"), places=2)
all_ways = st.fixed_dictionaries({"mode": st.just(Mode.CRM), "crm_url": urls}) | st.fixed_dictionaries(
    {"mode": st.sampled_from([Mode.SOLE, Mode.SHARED])}
)
all_servers = st.builds(
    Server,
    core_url=urls,
    crm_auth=st.sampled_from(CrmAuth),
    organization_id=ids,
    program_id=ids,
    wallet_id=ids,
    proxy=st.sampled_from(["", "http://proxy.shop.lan:3128"]),
    account=names,
    dedupe=st.sampled_from(Dedupe),
    dedupe_hours=st.integers(0, 8_784),
    quarantine_s=st.integers(0, 3_600),
)
all_settings = st.builds(
    Settings,
    shop=st.builds(
        Shop,
        name=names,
        till=names,
        currency=st.sampled_from(["CZK", "EUR", "UAH"]),
        region=st.sampled_from(["CZ", "DE"]),
        language=st.sampled_from(LANGUAGES),
    ),
    server=st.builds(lambda server, way: replace(server, **way), all_servers, all_ways),
    programme=st.builds(
        Programme,
        point_value=st.decimals("0.000001", 1_000_000, places=6),
        max_redeem_percent=st.decimals(0, 100, places=2),
        smallest_cash=amounts,
        floor_balance=amounts,
        earn_on=st.sampled_from(EarnOn),
        lifetime_days=st.none() | st.integers(1, 36_525),
        amount_limit=st.decimals("0.01", "999999999.99", places=2),
        amount_to_ask=amounts,
        offline_redeem=st.booleans(),
        offline_hours=st.integers(0, 8_784),
        offline_limit=amounts,
    ),
    reader=st.builds(
        Reader,
        prefix=st.sampled_from(["", "~~~", "{F13}", "\x02"]),
        terminator=st.sampled_from(["auto", "enter", "tab", "none"]),
        track_separator=st.sampled_from(["", "\r", "|"]),
        error_strings=st.lists(names, max_size=3).map(tuple),
        caps_aware=st.booleans(),
        gap_fast_ms=st.integers(1, 100),
        loyalty_prefixes=st.lists(names, max_size=3).map(tuple),
        loyalty_patterns=st.lists(st.sampled_from([r"78\d{8}", '"', "'\\'"]), max_size=3).map(tuple),
    ),
    keys=st.sampled_from(KeyPlace),
    till_id=st.uuids().map(str),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> DataDir:
    return DataDir(tmp_path_factory.mktemp("till"))


@given(settings=all_settings)
def test_settings_come_back_as_they_were_saved(place: DataDir, settings: Settings) -> None:
    save(place, settings)
    back = load(place)
    assert back == settings
    assert repr(back) == repr(settings), "equal amounts are written alike too"


def test_defaults_are_sound_and_need_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("")
    assert load(DataDir(tmp_path)) == Settings().check()


def test_a_person_may_write_amounts_as_numbers_or_text_and_use_an_editor_of_windows(tmp_path: Path) -> None:
    text = '[programme]\npoint_value = 0.01\nmax_redeem_percent = 50\nsmallest_cash = "12.50"\n'
    (tmp_path / "settings.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    programme = load(DataDir(tmp_path)).programme
    assert (programme.point_value, programme.max_redeem_percent, programme.smallest_cash) == (
        Decimal("0.01"),
        Decimal(50),
        Decimal("12.50"),
    )


@pytest.mark.parametrize(
    ("text", "mode"), [("", Mode.SOLE), ('crm_url = "https://crm.example.com"', Mode.CRM), ('mode = "shared"', Mode.SHARED)]
)
def test_a_file_of_an_older_version_goes_the_way_its_addresses_tell(tmp_path: Path, text: str, mode: Mode) -> None:
    (tmp_path / "settings.toml").write_text(f"[server]\n{text}\n")
    server = load(DataDir(tmp_path)).server
    assert (server.mode, server.dedupe, server.quarantine_s) == (mode, Dedupe.UNPROVED, 120)


def test_the_shops_own_numbers_are_a_list(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[reader]\nloyalty_patterns = ['78\\d{8}', '99']\nprefix = '{F13}'\n")
    reader = load(DataDir(tmp_path)).reader
    assert (reader.loyalty_patterns, reader.prefix) == ((r"78\d{8}", "99"), "{F13}")


def test_no_settings_say_how_to_make_some(tmp_path: Path) -> None:
    with pytest.raises(NotSetUp, match="Run: pos-app setup"):
        load(DataDir(tmp_path / "nowhere"))


def test_the_account_can_be_bound_and_nothing_else_changes() -> None:
    before = Settings(shop=Shop(name="Kavárna Letná"))
    after = with_account(before, "Letná s.r.o.")
    assert after.server.account == "Letná s.r.o."
    assert with_account(after, "") == before


# Whole or not at all


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_disk_that_does_not_take_them_leaves_the_old_settings_as_they_were(tmp_path: Path) -> None:
    place, before = DataDir(tmp_path), Settings(shop=Shop(name="before"))
    save(place, before)
    (tmp_path / "settings.toml.part").mkdir()
    with pytest.raises(DiskTrouble, match="cannot be written"):
        save(place, Settings(shop=Shop(name="after")))
    assert load(place) == before


def test_what_a_killed_save_left_behind_is_in_nobodys_way(tmp_path: Path) -> None:
    place, settings = DataDir(tmp_path), Settings(shop=Shop(name="Kavárna"))
    save(place, settings)
    (tmp_path / "settings.toml.part").write_text("[shop]\nname = ")
    assert load(place) == settings
    save(place, settings)
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]


SAVE_FOR_EVER = """
import sys
from pathlib import Path
from pos_app.data_dir import DataDir
from pos_app.settings import Settings, Shop, save
while True:
    for name in ("a" * 10, "b" * 9_000):
        save(DataDir(Path(sys.argv[1])), Settings(shop=Shop(name=name)))
        print("saved", flush=True)
"""


def test_settings_are_whole_at_every_moment_of_a_save_and_after_a_kill(tmp_path: Path) -> None:
    place = DataDir(tmp_path)
    whole = {"a" * 10, "b" * 9_000}
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", SAVE_FOR_EVER, tmp_path], stdout=subprocess.PIPE, env=environment) as saver:
        try:
            assert saver.stdout is not None
            assert saver.stdout.readline() == b"saved\n"
            seen = set()
            for _ in range(300):
                saver.stdout.readline()
                seen.add(load(place).shop.name)
            assert seen <= whole
        finally:
            saver.send_signal(signal.SIGKILL)
    assert load(place).shop.name in whole


# Nothing secret


def leaves(kind: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single setting: its path and type."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for each in fields(kind):
            yield from leaves(hints[each.name], f"{path}.{each.name}".lstrip("."))
    else:
        yield path, kind


def test_there_is_no_setting_that_could_hold_a_key() -> None:
    paths = dict(leaves(Settings))
    assert len(paths) > 25
    assert [path for path, kind in paths.items() if Secret in (kind, *get_args(kind))] == []
    # "keys" only says where they are.
    assert paths["keys"] is KeyPlace
    assert [path for path in paths if "password" in path or "secret" in path or path.endswith("_key")] == []


def test_the_file_holds_what_the_settings_hold_and_nothing_more(tmp_path: Path) -> None:
    save(DataDir(tmp_path), Settings())
    written = tomllib.loads((tmp_path / "settings.toml").read_text(encoding="utf-8"))

    def paths(table: dict[str, Any], path: str = "") -> Iterator[str]:
        for name, value in table.items():
            if isinstance(value, dict):
                yield from paths(value, f"{path}{name}.")
            else:
                yield path + name

    # A lifetime that is not set is left out: TOML knows no nothing.
    assert set(paths(written)) == set(dict(leaves(Settings))) - {"programme.lifetime_days"} | {"written_by"}
