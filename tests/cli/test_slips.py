"""``print`` and ``printer``: the real program, a printer on a real socket, and files."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import JANA, PosApp
from tests.devices.paper_roll import PaperRoll
from tests.devices.stand_in import NetworkPrinter


def sold(till: PosApp) -> str:
    answer: dict[str, str] = till.json("sell", JANA, "--amount", "64.90", "--receipt", "20418", "--no-wait")
    return answer["sale_id"]


def printer_settings(till: PosApp) -> dict[str, object]:
    found: dict[str, object] = tomllib.loads((till.data_dir / "settings.toml").read_text("utf-8"))["printer"]
    return found


def test_a_printer_is_set_up_tried_and_prints_the_slip_of_a_sale(till: PosApp) -> None:
    with NetworkPrinter() as there:
        done = till.json("printer", f"network:{there.address}", "--paper", "58", "--auto", "on", "--test")
        assert (done["kind"], done["address"], done["paper_mm"], done["auto_print"]) == ("network", there.address, 58, True)
        assert printer_settings(till)["paper_mm"] == 58
        there.wait_for_jobs(1)
        sale_id = sold(till)
        assert till.json("print", "20418") == {"sale_id": sale_id, "file": None}
        there.wait_for_jobs(2)
        assert len(there.roll.cuts) == 2
    # The printer is off now: the sale is there, the slip is not.
    done = till("print", sale_id[:6])
    assert (done.returncode, done.stderr) == (1, "The printer does not answer.\n")


def test_a_slip_is_kept_as_the_bytes_of_the_printer(till: PosApp, tmp_path: Path) -> None:
    sold(till)
    file = tmp_path / "slip.bin"
    file.write_bytes(b"an older one")
    assert till("print", "20418", "--to", str(file)).stdout == f"The slip is in {file}.\n"
    roll = PaperRoll()
    roll.feed(file.read_bytes())
    assert (len(roll.cuts), roll.unfinished) == (1, 0)
    other = tmp_path / "copy.bin"
    till("print", "20418", "--copy", "--to", str(other))
    copy = PaperRoll()
    copy.feed(other.read_bytes())
    assert copy.paper().height > roll.paper().height, "a copy has a stamp above everything else"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="the words of a PDF are read with poppler's pdftotext")
def test_a_slip_is_kept_as_a_pdf_with_words_in_the_tills_language(till: PosApp, tmp_path: Path) -> None:
    sold(till)
    file = tmp_path / "slip.pdf"
    assert till.json("print", "20418", "--copy", "--to", str(file))["file"] == str(file)
    text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
    for word in ("KOPIE", "Kavárna Letná", "Pokladna 2", "Účtenka 20418", "K úhradě", "64,90 Kč", "Nový zůstatek", "≈"):
        assert word in text, text


def test_what_makes_no_sense_is_said_in_a_sentence(till: PosApp) -> None:
    assert till("printer").stdout.startswith("No printer is set up.")
    for argument, says in (
        ("laser", "the kinds are none, network"),
        ("network:", "HOST or HOST:PORT"),
        ("serial", "needs its device"),
    ):
        done = till("printer", argument)
        assert done.returncode == 2
        assert says in done.stderr
    done = till("print", "nothing")
    assert done.returncode == 2
    sold(till)
    done = till("print", "20418")
    assert (done.returncode, done.stderr) == (1, "No printer is set up. Run: pos-app printer KIND:ADDRESS\n")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="the words of a PDF are read with poppler's pdftotext")
def test_who_was_registered_here_gets_the_link_to_the_card_for_the_phone(till: PosApp, tmp_path: Path) -> None:
    till.json("register", "777 123 482", "--name", "Barbora", "--agreed", "--who", "Eva")
    sale = till.json("sell", "777 123 482", "--amount", "100")
    for sale_id, has_code in ((sale["sale_id"], True), (sold(till), False)):
        file = tmp_path / f"{sale_id}.pdf"
        till.json("print", sale_id, "--to", str(file))
        text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
        assert ("Věrnostní karta do mobilu" in text) is has_code
