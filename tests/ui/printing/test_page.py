"""A slip as a PDF: its words stay words, its dots are those of the paper."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from pos_app.devices.printer.pencil import draw
from pos_app.loyalty.errors import DiskTrouble, NotPrinted, PrinterProblem
from pos_app.paper.layout import Face, lay_out
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.ui import theme
from pos_app.ui.printing.page import _font, paint, print_on_system, put_on, write_pdf
from tests.devices.slips import SLIP

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="the words of a PDF are read with poppler's pdftotext")


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    theme.install()


@needs_poppler
def test_every_word_of_the_slip_can_be_read_out_of_the_pdf(tmp_path: Path) -> None:
    file = write_pdf(SLIP, tmp_path / "slip.pdf")
    text = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
    said = " ".join(text.replace("\u00a0", " ").split())
    for words in ("KOPIE", "Kavárna Letná", "Кав'ярня Їжак", "14:32", "1 250,00 Kč", "≈ 1 044,37", "karta do mobilu"):
        assert words in said, said


def test_the_pdf_is_one_page_as_large_as_the_slip_with_its_letters_inside(tmp_path: Path) -> None:
    data = write_pdf(SLIP, tmp_path / "slip.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1
    assert b"/FontFile2" in data
    box = data[data.index(b"/MediaBox") :].split(b"]")[0]
    width, height = (float(number) for number in box.split()[-2:])
    assert 220 < width < 232, "80 mm are 227 points"
    assert height > width


def test_a_disk_that_takes_no_file_is_named_and_leaves_none(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="cannot be written"):
        write_pdf(SLIP, tmp_path / "no such folder" / "slip.pdf")


def test_the_page_and_the_paper_show_the_same_picture() -> None:
    def measure(text: str, face: Face) -> float:
        return QFontMetricsF(_font(face)).horizontalAdvance(text)

    laid = lay_out(SLIP, 576, measure)
    page = QImage(laid.width, laid.height, QImage.Format.Format_Grayscale8)
    page.fill(QColor("white"))
    painter = QPainter(page)
    paint(laid, painter)
    painter.end()
    paper = draw(SLIP, 576)
    assert abs(paper.height - page.height()) <= 2
    wrong = blacks = 0
    for y in range(0, min(paper.height, page.height()), 3):
        for x in range(0, 576, 3):
            black = bool(paper.rows[y * 72 + x // 8] >> (7 - x % 8) & 1)
            blacks += black
            wrong += black != (page.pixelColor(x, y).value() < 128)
    assert blacks > 1_000
    assert wrong < blacks / 4, "two pencils differ by the edges of the letters only"


def test_a_printer_that_the_computer_does_not_know_does_not_answer() -> None:
    with pytest.raises(NotPrinted) as caught:
        print_on_system(SLIP, Printer(kind=PrinterKind.SYSTEM, address="No such printer"))
    assert caught.value.why is PrinterProblem.NO_ANSWER


def test_a_pdf_is_written_while_the_window_goes_on(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        files = [pool.submit(write_pdf, SLIP, tmp_path / f"{number}.pdf") for number in range(4)]
        sizes = {file.result(60).stat().st_size for file in files}
    assert min(sizes) > 10_000


@needs_poppler
def test_on_a_page_of_the_computers_printer_the_slip_is_as_wide_as_its_paper(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(file))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert put_on(device, SLIP, 576)
    subprocess.run(["pdftoppm", "-r", "100", "-gray", str(file), str(tmp_path / "page")], check=True)
    (page,) = tmp_path.glob("page*.pgm")
    with Image.open(page) as picture:
        ink = ImageChops.invert(picture).getbbox()
    assert ink is not None
    left, top, right, _bottom = ink
    millimetres = (right - left) / 100 * 25.4
    assert 68 < millimetres < 73, "80 mm paper has 72 mm to print on"
    assert top < 100


def test_nobody_who_only_sells_waits_for_the_libraries_of_printing_codes_and_the_make_believe_server() -> None:
    heavy = ("PIL", "escpos", "serial", "usb", "segno", "starlette", "uvicorn")
    code = f"import sys, pos_app.cli.window; print([each for each in {heavy} if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
