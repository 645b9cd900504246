"""The receipt printer of a till as the people there set it up; kept in ``settings.toml``. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

NETWORK_PORT, BAUD = 9100, 9600
PAPERS_MM = {58: 384, 80: 576}
"""Width of the paper → dots that are printed on it, at 203 dpi."""
_HOST = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+)(:(?P<port>\d{1,5}))?")
_USB = re.compile(r"(?P<vendor>[0-9A-Fa-f]{4}):(?P<product>[0-9A-Fa-f]{4})")
_SERIAL = re.compile(r"(?P<device>.+?)(:(?P<baud>\d+))?")


class PrinterKind(Enum):
    """How the printer is reached. All but the last speak ESC/POS."""

    NONE = "none"
    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    FILE = "file"
    """A device file such as /dev/usb/lp0, or a file that another program prints."""
    SYSTEM = "system"
    """A printer that the computer itself knows."""


class Dots(Enum):
    """The command that carries the picture."""

    RASTER = "raster"
    """GS v 0, which nearly all printers know."""
    COLUMNS = "columns"
    """ESC *, for old ones."""


class Cut(Enum):
    """What becomes of the paper at the end."""

    FULL = "full"
    PART = "part"
    NONE = "none"
    """Torn off by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """One till's choice."""

    kind: PrinterKind = PrinterKind.NONE
    address: str = ""
    """network: HOST[:PORT]; usb: VVVV:PPPP, empty: the first printer; serial: DEVICE[:BAUD]; file: its path; system: the
    printer's name, empty: the computer's own choice."""
    paper_mm: int = 80
    auto_print: bool = False
    """Each sale's slip is printed once the sale is saved."""
    cut: Cut = Cut.FULL
    dots: Dots = Dots.RASTER
    ask_status: bool = True
    """Whether the printer is asked for its paper and whether it has printed everything; some cheap ones print the question."""

    @property
    def width(self) -> int:
        """Dots across the paper."""
        return PAPERS_MM[self.paper_mm]

    @property
    def fault(self) -> str:
        """What makes no sense about it, as a sentence; empty: nothing."""
        if self.paper_mm not in PAPERS_MM:
            return f"The paper must be 58 or 80 mm wide, not {self.paper_mm}."
        if not self.address.isprintable():
            return "The printer's address holds characters that cannot be shown."
        match self.kind:
            case PrinterKind.NETWORK if self.host_and_port is None:
                return f"The address of a network printer is HOST or HOST:PORT, not {self.address!r}."
            case PrinterKind.USB if self.address and not _USB.fullmatch(self.address):
                return f"A USB printer is named VENDOR:PRODUCT as in 04b8:0e15, or not at all, not {self.address!r}."
            case PrinterKind.SERIAL if not self.address:
                return "A serial printer needs its device, such as /dev/ttyUSB0:9600 or COM3."
            case PrinterKind.FILE if not self.address:
                return "A file printer needs the file's path, such as /dev/usb/lp0."
        return ""

    @property
    def host_and_port(self) -> tuple[str, int] | None:
        """Of a network printer; None: the address is none."""
        found = _HOST.fullmatch(self.address)
        if found is None:
            return None
        port = int(found["port"] or NETWORK_PORT)
        return (found["host"].strip("[]"), port) if 0 < port < 65_536 else None

    @property
    def usb_ids(self) -> tuple[int, int] | None:
        """Vendor and product of a USB printer; None: any."""
        found = _USB.fullmatch(self.address)
        return (int(found["vendor"], 16), int(found["product"], 16)) if found else None

    @property
    def device_and_baud(self) -> tuple[str, int]:
        """Of a serial printer."""
        found = _SERIAL.fullmatch(self.address)
        return (found["device"], int(found["baud"] or BAUD)) if found else (self.address, BAUD)


def printer_named(text: str) -> tuple[PrinterKind, str] | None:
    """Kind and address from ``KIND[:ADDRESS]`` as the command line has it; None: there is no such kind."""
    kind, _, address = text.strip().partition(":")
    try:
        return PrinterKind(kind), address.strip()
    except ValueError:
        return None
