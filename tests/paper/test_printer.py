"""The printer as it stands in the settings: what makes sense, and what an address means."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import BadInput
from pos_app.paper.printer import Cut, Dots, Printer, PrinterKind, printer_named
from pos_app.settings import Settings, load, save

K = PrinterKind


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (K.NONE, ""),
        (K.NETWORK, "192.168.1.50"),
        (K.NETWORK, "printer.shop:9101"),
        (K.NETWORK, "[fe80::1]:9100"),
        (K.USB, ""),
        (K.USB, "04b8:0E15"),
        (K.SERIAL, "/dev/ttyUSB0:19200"),
        (K.SERIAL, "COM3"),
        (K.FILE, "/dev/usb/lp0"),
        (K.SYSTEM, ""),
        (K.SYSTEM, "Star TSP143 (kasa)"),
    ],
)
def test_printers_that_make_sense(kind: PrinterKind, address: str) -> None:
    assert Printer(kind=kind, address=address).fault == ""


@pytest.mark.parametrize(
    ("kind", "address", "says"),
    [
        (K.NETWORK, "", "HOST"),
        (K.NETWORK, "http://printer/", "HOST"),
        (K.NETWORK, "printer:0", "HOST"),
        (K.NETWORK, "printer:70000", "HOST"),
        (K.NETWORK, "two words", "HOST"),
        (K.USB, "04b8", "VENDOR:PRODUCT"),
        (K.SERIAL, "", "device"),
        (K.FILE, "", "path"),
        (K.FILE, "/dev/usb\n", "cannot be shown"),
    ],
)
def test_nonsense_is_named_in_one_sentence(kind: PrinterKind, address: str, says: str) -> None:
    fault = Printer(kind=kind, address=address).fault
    assert says in fault
    assert fault.endswith(".")
    assert Printer(paper_mm=70).fault


def test_what_an_address_means() -> None:
    assert Printer(address="printer").host_and_port == ("printer", 9100)
    assert Printer(address="[fe80::1]:91").host_and_port == ("fe80::1", 91)
    assert Printer(address="04b8:0e15").usb_ids == (0x04B8, 0x0E15)
    assert Printer(address="").usb_ids is None
    assert Printer(address="/dev/ttyUSB0:19200").device_and_baud == ("/dev/ttyUSB0", 19200)
    assert Printer(address="COM3").device_and_baud == ("COM3", 9600)
    assert (Printer(paper_mm=58).width, Printer(paper_mm=80).width) == (384, 576)


def test_a_printer_is_named_on_the_command_line_by_kind_and_address() -> None:
    assert printer_named("network:10.0.0.5:9100") == (K.NETWORK, "10.0.0.5:9100")
    assert printer_named("usb") == (K.USB, "")
    assert printer_named("laser:x") is None


def test_the_printer_is_kept_in_the_settings_and_a_file_without_one_still_loads(tmp_path: Path) -> None:
    place = DataDir(tmp_path)
    printer = Printer(kind=K.NETWORK, address="10.0.0.5", paper_mm=58, auto_print=True, cut=Cut.PART, dots=Dots.COLUMNS)
    settings = Settings(till_id="x", printer=printer)
    save(place, settings)
    assert load(place) == settings
    text = place.settings.read_text("utf-8")
    place.settings.write_text(text[: text.index("[printer]")], "utf-8")
    assert load(place).printer == Printer()
    with pytest.raises(BadInput, match="HOST"):
        save(place, replace(settings, printer=Printer(kind=K.NETWORK, address="no host")))
