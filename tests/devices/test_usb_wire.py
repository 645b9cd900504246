"""A USB printer on a bus that this test makes up, below pyusb: no cable, but every call of ours goes the real way down to it."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import usb.backend  # type: ignore[import-untyped]
import usb.core  # type: ignore[import-untyped]

from pos_app.devices.printer.usb_wire import UsbWire

OUT, IN = 0x03, 0x84
"""Other than python-escpos takes them to be: they are found out, not guessed."""


class Bus(usb.backend.IBackend):  # type: ignore[misc]
    """One device with the interfaces of ``classes``; the last of them has the ways out and in."""

    def __init__(self, classes: tuple[int, ...] = (3, 7), *, driver: bool = True) -> None:
        self.classes, self.driver = classes, driver
        self.written = b""
        self.answer = b"\x12"
        self.stuck = self.gone = False
        self.claimed: list[int] = []
        self.given_back: list[int] = []

    def enumerate_devices(self) -> Iterator[str]:
        yield "printer"

    def get_device_descriptor(self, _dev: str) -> Any:
        zero = dict.fromkeys(("bDeviceSubClass", "bDeviceProtocol", "iManufacturer", "iProduct", "iSerialNumber"), 0)
        more = {"bcdUSB": 0x0200, "bcdDevice": 0x0100, "port_number": 1, "port_numbers": (1,), "speed": 3, "bus": 1, "address": 5}
        return SimpleNamespace(
            bLength=18,
            bDescriptorType=1,
            bDeviceClass=0,
            bMaxPacketSize0=64,
            idVendor=0x04B8,
            idProduct=0x0E15,
            bNumConfigurations=1,
            **zero,
            **more,
        )

    def get_configuration_descriptor(self, _dev: str, _config: int) -> Any:
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=2,
            wTotalLength=32,
            bNumInterfaces=len(self.classes),
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0x80,
            bMaxPower=50,
            extra_descriptors=(),
        )

    def get_interface_descriptor(self, _dev: str, intf: int, alt: int, _config: int) -> Any:
        if alt or intf >= len(self.classes):
            raise IndexError
        return SimpleNamespace(
            bLength=9,
            bDescriptorType=4,
            bInterfaceNumber=intf,
            bAlternateSetting=0,
            bNumEndpoints=2 if intf == len(self.classes) - 1 else 0,
            bInterfaceClass=self.classes[intf],
            bInterfaceSubClass=1,
            bInterfaceProtocol=2,
            iInterface=0,
            extra_descriptors=(),
        )

    def get_endpoint_descriptor(self, _dev: str, ep: int, intf: int, _alt: int, _config: int) -> Any:
        if intf != len(self.classes) - 1 or ep > 1:
            raise IndexError
        return SimpleNamespace(
            bLength=7,
            bDescriptorType=5,
            bEndpointAddress=(IN, OUT)[ep],
            bmAttributes=2,
            wMaxPacketSize=64,
            bInterval=0,
            bRefresh=0,
            bSynchAddress=0,
            extra_descriptors=(),
        )

    def open_device(self, _dev: str) -> str:
        return "handle"

    def close_device(self, _handle: str) -> None: ...

    def set_configuration(self, _handle: str, _value: int) -> None: ...

    def get_configuration(self, _handle: str) -> int:
        return 1

    def claim_interface(self, _handle: str, intf: int) -> None:
        assert not self.driver, "the system's driver still has it"
        self.claimed.append(intf)

    def release_interface(self, _handle: str, intf: int) -> None:
        self.claimed.remove(intf)

    def is_kernel_driver_active(self, _handle: str, _intf: int) -> bool:
        return self.driver

    def detach_kernel_driver(self, _handle: str, _intf: int) -> None:
        self.driver = False

    def attach_kernel_driver(self, _handle: str, intf: int) -> None:
        self.driver = True
        self.given_back.append(intf)

    def bulk_write(self, _handle: str, ep: int, _intf: int, data: Any, _timeout: int) -> int:
        assert ep == OUT
        if self.gone:
            raise usb.core.USBError("No such device")
        if self.stuck:
            raise usb.core.USBTimeoutError("timed out")
        self.written += bytes(data)
        return len(data)

    def bulk_read(self, _handle: str, ep: int, _intf: int, buff: Any, _timeout: int) -> int:
        assert ep == IN
        if self.stuck:
            raise usb.core.USBTimeoutError("timed out")
        buff[: len(self.answer)] = type(buff)("B", self.answer)
        return len(self.answer)


def test_a_usb_printer_is_found_written_to_heard_and_given_back_to_the_system() -> None:
    bus = Bus()
    wire = UsbWire(None, backend=bus)
    assert bus.claimed == [1], "the interface that prints, not the other one"
    assert wire.write(b"x" * 10_000, 1.0) == 4096
    assert wire.read(1.0) == b"\x12"
    wire.close()
    assert bus.written == b"x" * 4096
    assert (bus.claimed, bus.given_back) == ([], [1])


def test_a_printer_that_does_not_say_it_is_one_is_found_by_its_numbers() -> None:
    bus = Bus((255,), driver=False)
    with pytest.raises(OSError, match="no such USB printer"):
        UsbWire(None, backend=bus)
    wire = UsbWire((0x04B8, 0x0E15), backend=bus)
    assert wire.write(b"abc", 1.0) == 3
    wire.close()
    assert bus.given_back == []
    with pytest.raises(OSError, match="no such USB printer"):
        UsbWire((0x04B8, 0x0001), backend=bus)


def test_a_usb_printer_that_takes_nothing_is_not_waited_for_and_one_that_is_unplugged_is_gone() -> None:
    bus = Bus()
    wire = UsbWire(None, backend=bus)
    bus.stuck = True
    assert (wire.write(b"abc", 0.1), wire.read(0.1)) == (0, b"")
    bus.gone = True
    with pytest.raises(OSError, match="No such device"):
        wire.write(b"abc", 0.1)
    wire.close()
