"""A printer on a USB cable, spoken to without a driver."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import usb.core  # type: ignore[import-untyped]
import usb.util  # type: ignore[import-untyped]

from pos_app.loyalty.errors import NotPrinted, PrinterProblem

_PRINTER_CLASS = 7
_PIECE = 4096


class UsbWire:
    """The first printer, or the one with these ids (vendor, product). ``backend``: pyusb's; None: libusb."""

    def __init__(self, ids: tuple[int, int] | None, *, backend: Any = None) -> None:
        """Raises NotPrinted without libusb, OSError if there is no such printer (USBError is one)."""
        wanted: dict[str, Any] = {"custom_match": _prints} if ids is None else {"idVendor": ids[0], "idProduct": ids[1]}
        try:
            self._device = usb.core.find(backend=backend, **wanted)
        except usb.core.NoBackendError:
            raise NotPrinted(PrinterProblem.NO_USB) from None
        if self._device is None:
            raise FileNotFoundError("no such USB printer")
        self._interface = _printing(self._device)
        if self._interface is None:
            raise FileNotFoundError("the USB device has no way to print")
        number = self._interface.bInterfaceNumber
        with suppress(NotImplementedError):  # not every system has drivers that can be asked about
            # The system's own driver gives the printer back when we are done.
            self._borrowed = bool(self._device.is_kernel_driver_active(number))
            if self._borrowed:
                self._device.detach_kernel_driver(number)
        usb.util.claim_interface(self._device, number)
        self._out = _endpoint(self._interface, usb.util.ENDPOINT_OUT)
        self._in = _endpoint(self._interface, usb.util.ENDPOINT_IN)

    _borrowed = False

    def write(self, data: bytes, timeout_s: float) -> int:
        """See Wire. A piece of which nobody knows how much was taken counts as not taken."""
        return _in_time(lambda: int(self._out.write(data[:_PIECE], round(timeout_s * 1000)))) or 0

    def read(self, timeout_s: float) -> bytes:
        """See Wire."""
        if self._in is None:
            raise EOFError
        return bytes(_in_time(lambda: self._in.read(self._in.wMaxPacketSize, round(timeout_s * 1000))) or b"")

    def drain(self, timeout_s: float) -> bool:  # noqa: ARG002 - see Wire
        """The cable takes nothing that the printer has not."""
        return True

    def close(self) -> None:
        """See Wire."""
        number = self._interface.bInterfaceNumber
        with suppress(usb.core.USBError, NotImplementedError):  # it may be gone already, or never have been borrowed
            usb.util.release_interface(self._device, number)
            if self._borrowed:
                self._device.attach_kernel_driver(number)
        usb.util.dispose_resources(self._device)


def _in_time(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except usb.core.USBTimeoutError:
        return None


def _prints(device: Any) -> bool:
    return any(each.bInterfaceClass == _PRINTER_CLASS for configuration in device for each in configuration)


def _printing(device: Any) -> Any:
    """The interface with a way out, rather one of the class of printers; some printers say that they are of none."""
    ways = [each for configuration in device for each in configuration if _endpoint(each, usb.util.ENDPOINT_OUT) is not None]
    return min(ways, key=lambda each: each.bInterfaceClass != _PRINTER_CLASS, default=None)


def _endpoint(interface: Any, direction: int) -> Any:
    def bulk(each: Any) -> bool:
        kind = (usb.util.endpoint_direction(each.bEndpointAddress), usb.util.endpoint_type(each.bmAttributes))
        return kind == (direction, usb.util.ENDPOINT_TYPE_BULK)

    return usb.util.find_descriptor(interface, custom_match=bulk)
