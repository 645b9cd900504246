"""A setting that makes no sense is named in one sentence; nothing is guessed, and no address with a password is shown."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app import __version__
from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import BadInput, DiskTrouble, Problem
from pos_app.loyalty.programme import Programme
from pos_app.settings import Mode, Server, Settings, Shop, check_url, load, save

SECTIONS = {"shop": Shop, "server": Server, "programme": Programme}
EVERY_SETTING = [(section, each.name) for section, kind in SECTIONS.items() for each in fields(kind)]


def refused(folder: Path, text: str | bytes) -> str:
    (folder / "settings.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(BadInput) as told:
        load(DataDir(folder))
    assert told.value.problem is Problem.SETTING
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(("section", "name"), EVERY_SETTING)
@pytest.mark.parametrize("value", ["[]", "{}", "2026-03-14"])
def test_a_value_of_the_wrong_kind_names_its_setting(tmp_path: Path, section: str, name: str, value: str) -> None:
    assert f"Setting {section}.{name}:" in refused(tmp_path, f"[{section}]\n{name} = {value}\n")


@pytest.mark.parametrize(("section", "name"), EVERY_SETTING)
def test_a_number_is_not_a_name_and_a_name_is_not_a_number(tmp_path: Path, section: str, name: str) -> None:
    kind = get_type_hints(SECTIONS[section])[name]
    value = "7" if kind is str else "true" if kind is not bool else '"on"'
    assert f"Setting {section}.{name}" in refused(tmp_path, f"[{section}]\n{name} = {value}\n")


@pytest.mark.parametrize("value", ['"vault"', "1", "[]", "{}", "true"])
def test_where_the_keys_are_is_one_of_the_places_there_are(tmp_path: Path, value: str) -> None:
    assert refused(tmp_path, f"keys = {value}\n").endswith("is not one of keyring, session.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 1", "Setting colour is not known."),
        ("[shop]\ncolour = 1", "Setting shop.colour is not known."),
        ("[programme]\nPoint_value = 1", "Setting programme.Point_value is not known."),
        ('[keys]\napp_key = "x"', "Setting keys: "),
        ("shop = 1", "Setting shop: a table is wanted."),
    ],
)
def test_a_setting_that_there_is_not_is_named(tmp_path: Path, text: str, named: str) -> None:
    assert refused(tmp_path, text).startswith(named)


def test_a_refused_setting_does_not_show_a_key_that_was_written_where_none_belongs(tmp_path: Path) -> None:
    assert "s3cr3t" not in refused(tmp_path, 'app_key = "s3cr3t"\n')
    assert "s3cr3t" not in refused(tmp_path, '[server]\ncrm_key = "s3cr3t"\n')


@pytest.mark.parametrize("text", ["[shop", 'name = "x', "a = ", "a = 1\na = 2", "=", "point_value = " + "9" * 5_000, "a = 1e"])
def test_a_broken_file_is_named_with_what_is_wrong_in_it(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).startswith(f"{tmp_path / 'settings.toml'} is not readable: ")


@pytest.mark.parametrize("content", [b"\xff\xfe[\x00s\x00", b'[shop]\nname = "\xe8"\n', b"\x00\x00\x00"])
def test_a_file_that_is_no_text_is_named(tmp_path: Path, content: bytes) -> None:
    assert "is not readable" in refused(tmp_path, content)


def test_a_folder_in_place_of_the_file_is_trouble_with_the_disk(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(DiskTrouble, match="cannot be read"):
        load(DataDir(tmp_path))
    with pytest.raises(DiskTrouble, match="cannot be written"):
        save(DataDir(tmp_path), Settings())


# Values


def says(section: str, **changed: Any) -> str:
    """What ``check`` says of sound settings with one of them changed."""
    good = Settings()
    bad = replace(good, **{section: replace(getattr(good, section), **changed)})
    with pytest.raises(BadInput) as told:
        bad.check()
    return str(told.value)


@pytest.mark.parametrize("language", ["", "xx", "EN", "cs "])
def test_the_language_is_one_the_till_speaks(language: str) -> None:
    assert says("shop", language=language).startswith("The language must be one of en, cs")


@pytest.mark.parametrize("currency", ["", "Kč", "czk", "CZ", "CZKK", "C1K", "ČZK", "CZK\n"])
def test_a_currency_is_three_capital_letters(currency: str) -> None:
    assert says("shop", currency=currency).startswith(("The currency must be three", "Setting shop.currency"))


@pytest.mark.parametrize("region", ["", "cz", "CZE", "C1", "42", "ČR"])
def test_a_region_is_two_capital_letters(region: str) -> None:
    assert says("shop", region=region).startswith("The region must be two")


@pytest.mark.parametrize(("name", "value"), [("name", "a\nb"), ("till", "\x1b[2J"), ("name", "\x00"), ("name", "caf\udce9")])
def test_a_name_can_be_shown_on_one_line(name: str, value: str) -> None:
    assert says("shop", **{name: value}) == f"Setting shop.{name} holds characters that cannot be shown."


@pytest.mark.parametrize("name", ["organization_id", "program_id", "wallet_id"])
def test_what_goes_into_a_header_is_plain(name: str) -> None:
    assert f"server.{name}" in says("server", **{name: "žluť"})
    assert f"server.{name}" in says("server", **{name: "a\r\nX-Evil: 1"})


@pytest.mark.parametrize("value", ["0", "-1", "0.0000001", "1000001", "1E-400", "1E+400"])
def test_a_point_is_worth_something_that_can_be_reckoned_with(value: str) -> None:
    assert says("programme", point_value=Decimal(value)).startswith("The point value must be")


@pytest.mark.parametrize("value", ["-0.01", "100.01", "33.333", "1E+99"])
def test_the_redeem_share_is_a_percentage(value: str) -> None:
    assert says("programme", max_redeem_percent=Decimal(value)).startswith("The redeem share must be")


@pytest.mark.parametrize("value", [0, -1, 10**30])
def test_the_lifetime_of_points_is_some_days_or_none(value: int) -> None:
    assert says("programme", lifetime_days=value).startswith("The lifetime of points must be")


@pytest.mark.parametrize(("section", "name"), [("server", "dedupe_hours"), ("programme", "offline_hours")])
@pytest.mark.parametrize("value", [-1, 10**30])
def test_hours_are_neither_negative_nor_endless(section: str, name: str, value: int) -> None:
    assert name in says(section, **{name: value})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("smallest_cash", "smallest cash part"),
        ("floor_balance", "balance that must stay"),
        ("amount_limit", "largest purchase"),
        ("amount_to_ask", "purchase that is asked about"),
        ("offline_limit", "offline limit"),
    ],
)
@pytest.mark.parametrize("value", ["-0.01", "0.001", "1000000000", "1E+400"])
def test_amounts_are_money_or_points_with_two_decimal_places(name: str, told: str, value: str) -> None:
    assert says("programme", **{name: Decimal(value)}).startswith(f"The {told} must be between")


def test_a_shop_that_may_sell_nothing_is_no_shop() -> None:
    assert says("programme", amount_limit=Decimal(0)).startswith("The largest purchase")


def test_bad_settings_are_not_saved_over_good_ones(tmp_path: Path) -> None:
    place, good = DataDir(tmp_path), Settings(shop=Shop(name="good"))
    save(place, good)
    with pytest.raises(BadInput):
        save(place, replace(good, shop=replace(good.shop, region="nowhere")))
    assert load(place) == good


# Addresses


@pytest.mark.parametrize(
    "url",
    ["https://core.passquare.com/api/v2", "HTTPS://CRM.example.com", "https://crm.example.com:8443/hook?shop=1", "https://10.0.0.7/",
     "http://127.0.0.1:8080", "http://localhost:8080/api", "http://LOCALHOST", "http://[::1]:8080"],
)  # fmt: skip
def test_https_goes_anywhere_and_plain_http_to_this_computer(url: str) -> None:
    check_url(url, "CRM URL")


@pytest.mark.parametrize(
    "url",
    ["http://core.passquare.com", "http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://127.0.0.2",
     "http://192.168.1.10", "http://0.0.0.0", "http://[::2]", "http://2130706433", "http://localhost.", "http://127.1"],
)  # fmt: skip
def test_plain_http_to_anywhere_else_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match=r"The CRM URL must begin with https://; plain http goes to this computer only\."):
        check_url(url, "CRM URL")


@pytest.mark.parametrize(
    "url",
    ["https://shop:s3cr3t@crm.example.com", "https://s3cr3t@crm.example.com", "https://:s3cr3t@crm.example.com", "https://@crm.example.com",
     "http://localhost@evil.example/s3cr3t", "http://localhost\\@evil.example", "ftp://shop:s3cr3t@crm.example.com",
     "https://shop:s3cr3t@crm.example.com:99999"],
)  # fmt: skip
def test_an_address_with_a_user_or_password_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(BadInput) as told:
        check_url(url, "CRM URL")
    assert str(told.value).startswith("The CRM URL ")
    assert "s3cr3t" not in str(told.value)


@pytest.mark.parametrize(
    "url",
    ["", "crm", "crm.example.com", "crm.example.com:443/x", "//crm.example.com", "https://", "https:///hook", "ftp://crm.example.com",
     "file:///etc/passwd", "javascript:alert(1)", "https://[::1", "https://crm.example.com:99999", "https://crm.example.com:x"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="The CRM URL is not an address"):
        check_url(url, "CRM URL")


@pytest.mark.parametrize("url", ["https://crm.example.com/a b", " https://crm.example.com", "https://crm.example.com\n", "https://crm.exa\tmple.com",
                                 "https://crm.example.com/\u202egro", "https://crm.example.com/\u200b"])  # fmt: skip
def test_an_address_with_blanks_or_invisible_marks_is_refused(url: str) -> None:
    """Python's urlsplit() drops some of them, the request would not."""
    with pytest.raises(BadInput, match=r"The CRM URL must not hold blanks or special characters\."):
        check_url(url, "CRM URL")


@given(url=st.text(max_size=40) | st.from_regex(r"\Ahttps?://[^/]*@?[a-z.:\[\]0-9]*/?\Z"))
def test_any_text_is_an_address_or_is_refused_in_a_sentence(url: str) -> None:
    try:
        check_url(url, "core URL")
    except BadInput as error:
        assert str(error).startswith("The core URL ")  # noqa: PT017 - either way is right


@pytest.mark.parametrize("name", ["core_url", "crm_url"])
def test_the_servers_addresses_are_checked(name: str) -> None:
    assert says("server", **{name: "http://evil.example"}).endswith("plain http goes to this computer only.")


def test_the_core_has_an_address() -> None:
    assert says("server", core_url="").startswith("The core URL is not an address")


def test_a_proxy_may_be_anywhere_but_holds_no_password() -> None:
    Settings(server=Server(proxy="http://proxy.shop.lan:3128")).check()
    assert (
        says("server", proxy="http://shop:s3cr3t@proxy.shop.lan")
        == "The proxy must not hold a user or password: this file holds no secrets."
    )
    assert says("server", proxy="proxy.shop.lan:3128").startswith("The proxy is not an address")


@pytest.mark.parametrize("value", ["1", '"78"', "{}", "[1]", "[['a']]"])
def test_a_list_of_texts_is_nothing_else(tmp_path: Path, value: str) -> None:
    assert "Setting reader.loyalty_patterns:" in refused(tmp_path, f"[reader]\nloyalty_patterns = {value}\n")


@pytest.mark.parametrize("value", [-1, 3_601, 10**30])
def test_the_quarantine_is_an_hour_at_most(value: int) -> None:
    assert "quarantine_s" in says("server", quarantine_s=value)


def test_a_way_and_its_address_go_together() -> None:
    assert says("server", mode=Mode.CRM).startswith("Mode crm needs the CRM's address")
    for mode in (Mode.SOLE, Mode.SHARED):
        assert says("server", mode=mode, crm_url="https://crm.example.com").endswith("it must have no CRM URL.")


def test_what_a_newer_version_added_is_passed_over_and_nothing_else(tmp_path: Path) -> None:
    place = DataDir(tmp_path)
    save(place, Settings(till_id="a"))
    written = place.settings.read_text()
    added = "\n[shop.lights]\ncolour = 1\n"
    for program, is_read in (("99.0.0", True), (__version__, False), ("0.0.1", False), ("soon", False)):
        place.settings.write_text(written.replace(f'"{__version__}"', f'"{program}"') + added)
        if is_read:
            assert load(place) == Settings(till_id="a")
        else:
            with pytest.raises(BadInput, match="not known"):
                load(place)
    # A word in the place of one that is known is no addition.
    place.settings.write_text(written.replace(f'"{__version__}"', '"99.0.0"').replace('mode = "sole"', 'mode = "both"'))
    with pytest.raises(BadInput, match="both"):
        load(place)
