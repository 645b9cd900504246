"""The same slip on a page: drawn with the window's own pencil, so that its letters stay letters in a PDF.

Any thread may draw; ``QGuiApplication`` must be there, and have the program's fonts.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from pos_app.loyalty.errors import DiskTrouble, NotPrinted, PrinterProblem
from pos_app.paper.layout import DOTS_PER_MM, Bar, Face, Font, Laid, Square, Text, lay_out
from pos_app.till.export import new_file
from pos_app.ui.widgets.qr_code import modules

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice

    from pos_app.paper.printer import Printer
    from pos_app.paper.slip import Slip

__all__ = ["paint", "print_on_system", "put_on", "save_pdf", "system_printers", "write_pdf"]

_WIDE = 576
_FAMILIES = {
    Font.TEXT: ("Inter", QFont.Weight.Medium),
    Font.BOLD: ("Inter", QFont.Weight.Bold),
    Font.DISPLAY: ("Inter Display", QFont.Weight.DemiBold),
}
_MARGIN_MM = 4
_QUIET = 4
_MM_PER_INCH = 25.4


def save_pdf(slip: Slip, folder: Path) -> Path:
    """As a new file in ``folder``. Blocks; raises DiskTrouble."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = new_file(folder, slip.name, ".pdf")
    except OSError as error:
        raise DiskTrouble(f"The file could not be written into {folder}: {error.strerror}.") from error
    return write_pdf(slip, file)


def write_pdf(slip: Slip, file: Path) -> Path:
    """A page as large as the slip. Blocks; raises DiskTrouble, and then there is no such file."""
    try:
        file.touch()
    except OSError as error:
        raise DiskTrouble(f"{file} cannot be written: {error.strerror}.") from error
    laid = _laid(slip, _WIDE)
    margin = _MARGIN_MM * DOTS_PER_MM
    size = QSizeF((laid.width + 2 * margin) / DOTS_PER_MM, (laid.height + 2 * margin) / DOTS_PER_MM)
    writer = QPdfWriter(str(file))
    writer.setTitle(slip.name)
    writer.setCreator("pos-app")
    writer.setResolution(300)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, slip.name, QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    if not _paint_page(laid, writer, _MARGIN_MM):
        file.unlink(missing_ok=True)
        raise DiskTrouble(f"{file} cannot be written.")
    return file


def print_on_system(slip: Slip, printer: Printer) -> None:
    """On a printer that the computer knows: of the slip's width where its paper allows, at the top of the page. Blocks.

    Raises NotPrinted. What becomes of it after the computer has taken it, the computer says.
    """
    info = QPrinterInfo.printerInfo(printer.address) if printer.address else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise NotPrinted(PrinterProblem.NO_ANSWER)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(slip.name)
    device.setColorMode(QPrinter.ColorMode.GrayScale)
    if not put_on(device, slip, printer.width):
        raise NotPrinted(PrinterProblem.NO_ANSWER)


def put_on(device: QPagedPaintDevice, slip: Slip, width: int) -> bool:
    """At the top of its page, within its margins, as wide as paper of ``width`` dots. Whether the device took it."""
    return _paint_page(_laid(slip, width), device, 0)


def system_printers() -> list[str]:
    """Names of the printers that the computer knows; may take a while."""
    return sorted(QPrinterInfo.availablePrinterNames())


def paint(laid: Laid, painter: QPainter) -> None:
    """Black on white; one unit of ``painter`` is a dot."""
    for mark in laid.marks:
        match mark:
            case Text(x, foot, text, face, white):
                painter.setFont(_font(face))
                painter.setPen(Qt.GlobalColor.white if white else Qt.GlobalColor.black)
                painter.drawText(x, foot, text)
            case Bar(x, y, width, height):
                painter.fillRect(QRectF(x, y, width, height), QColor(Qt.GlobalColor.black))
            case Square():
                _paint_code(mark, painter)


def _laid(slip: Slip, width: int) -> Laid:
    return lay_out(slip, width, lambda text, face: QFontMetricsF(_font(face)).horizontalAdvance(text))


def _paint_page(laid: Laid, device: QPagedPaintDevice, margin_mm: int) -> bool:
    """Whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    dots = device.logicalDpiX() / (DOTS_PER_MM * _MM_PER_INCH)
    page = painter.viewport()
    scale = min(dots, page.width() / (laid.width + 2 * margin_mm * DOTS_PER_MM))
    painter.scale(scale, scale)
    painter.translate(margin_mm * DOTS_PER_MM, margin_mm * DOTS_PER_MM)
    paint(laid, painter)
    return painter.end()


def _paint_code(square: Square, painter: QPainter) -> None:
    matrix = modules(square.text)
    module = max(1, math.floor(square.side / (len(matrix) + 2 * _QUIET)))
    margin = (square.side - module * len(matrix)) / 2
    for row, blacks in enumerate(matrix):
        for column, black in enumerate(blacks):
            if black:
                box = QRectF(square.x + margin + column * module, square.y + margin + row * module, module, module)
                painter.fillRect(box, QColor(Qt.GlobalColor.black))


@cache
def _font(face: Face) -> QFont:
    family, weight = _FAMILIES[face.font]
    font = QFont(family)
    font.setPixelSize(face.size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Another colon between digits, another minus before them: a PDF would lose which letters they are.
    font.setFeature(QFont.Tag("calt"), 0)
    return font
