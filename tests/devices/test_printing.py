"""A slip on its way to a receipt printer, against printers on real sockets, files, a real terminal line and a USB bus of bytes."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from pos_app.devices.printer.encode import encode
from pos_app.devices.printer.job import Limits, print_slip
from pos_app.devices.printer.pencil import draw
from pos_app.loyalty.errors import NotPrinted, PrinterProblem
from pos_app.paper.printer import Cut, Dots, Printer, PrinterKind
from tests.devices.paper_roll import COVER_OPEN, NO_PAPER, PaperRoll
from tests.devices.slips import SLIP, drawn
from tests.devices.stand_in import NetworkPrinter

QUICK = Limits(connect_s=5, answer_s=1, stall_s=0.5, done_s=1, whole_s=20)
"""For printers that take nothing: who waits for them waits in vain."""
P = PrinterProblem


def network(printer: NetworkPrinter) -> Printer:
    return Printer(kind=PrinterKind.NETWORK, address=printer.address)


def same(one: Image.Image, other: Image.Image) -> bool:
    """Dot for dot; the last line of dots may be fuller than the slip."""
    box = (0, 0, one.width, one.height)
    rest = other.crop((0, one.height, other.width, other.height))
    return ImageChops.difference(one.convert("L"), other.crop(box).convert("L")).getbbox() is None and not rest.histogram()[0]


def not_printed(work: Callable[[], object]) -> tuple[PrinterProblem, bool]:
    with pytest.raises(NotPrinted) as caught:
        work()
    return caught.value.why, caught.value.in_part


@pytest.mark.parametrize("paper_mm", [58, 80])
@pytest.mark.parametrize("dots", list(Dots))
def test_what_comes_out_of_the_printer_is_the_slip_dot_for_dot(paper_mm: int, dots: Dots) -> None:
    printer = Printer(paper_mm=paper_mm, dots=dots)
    roll = PaperRoll(width=printer.width)
    roll.feed(encode(draw(SLIP, printer.width), printer))
    assert roll.unfinished == 0
    assert same(drawn(printer.width), roll.paper())


@pytest.mark.parametrize(("cut", "knife"), [(Cut.FULL, [b"\0"]), (Cut.PART, [b"\1"]), (Cut.NONE, [])])
def test_the_paper_is_fed_and_cut_as_it_was_set(cut: Cut, knife: list[bytes]) -> None:
    roll = PaperRoll()
    roll.feed(encode(draw(SLIP, 576), Printer(cut=cut)))
    assert (roll.cuts, roll.resets) == (knife, 1)
    assert roll.fed


def test_a_network_printer_prints_it_and_says_so() -> None:
    with NetworkPrinter() as there:
        print_slip(SLIP, network(there))
        there.wait_for_jobs(1)
        assert same(drawn(), there.roll.paper())


def test_a_printer_that_answers_nothing_is_believed_once_it_took_everything() -> None:
    with NetworkPrinter(mute=True) as there:
        print_slip(SLIP, network(there), limits=QUICK)
        there.wait_for_jobs(1)
        assert same(drawn(), there.roll.paper())


def test_a_printer_that_may_not_be_asked_is_not_asked() -> None:
    with NetworkPrinter() as there:
        print_slip(SLIP, replace(network(there), ask_status=False))
        there.wait_for_jobs(1)
        assert there.got == len(encode(draw(SLIP, 576), Printer()))


def test_a_printer_that_is_off_does_not_answer() -> None:
    with NetworkPrinter() as there:
        address = network(there)
    assert not_printed(lambda: print_slip(SLIP, address)) == (P.NO_ANSWER, False)


@pytest.mark.parametrize(("state", "why"), [(NO_PAPER, P.NO_PAPER), (COVER_OPEN, P.COVER_OPEN), (0x40, P.STOPPED)])
def test_a_printer_that_cannot_print_says_why_and_gets_no_slip(state: int, why: PrinterProblem) -> None:
    with NetworkPrinter(PaperRoll(state=state)) as there:
        assert not_printed(lambda: print_slip(SLIP, network(there))) == (why, False)
        there.wait_for_jobs(1)
        assert there.roll.bands == []


def test_a_printer_that_disappears_in_the_middle_leaves_a_part_and_that_is_told() -> None:
    with NetworkPrinter(dies_after=20_000) as there:
        assert not_printed(lambda: print_slip(SLIP, network(there))) == (P.NO_ANSWER, True)
        printed = there.roll.paper()
        assert 0 < printed.height < drawn().height
        # The next job finds it again, with nothing of the broken one in its memory.
        there.roll = PaperRoll()
        print_slip(SLIP, network(there))
        there.wait_for_jobs(2)
        assert same(drawn(), there.roll.paper())


def test_a_printer_that_disappears_after_the_last_byte_but_before_its_answer_is_not_believed() -> None:
    size = 3 + len(encode(draw(SLIP, 576), Printer()))
    with NetworkPrinter(dies_after=size) as there:
        assert not_printed(lambda: print_slip(SLIP, network(there))) == (P.NO_ANSWER, True)


def test_a_printer_that_takes_the_call_and_never_reads_is_given_up() -> None:
    with NetworkPrinter(deaf=True) as there:
        why, in_part = not_printed(lambda: print_slip(SLIP, network(there), limits=QUICK))
        # Its small memory has taken some: nobody knows what of it is on paper.
        assert (why, in_part) == (P.NO_ANSWER, True)


def test_paper_that_runs_out_on_the_way_is_noticed() -> None:
    with NetworkPrinter(PaperRoll(bands_left=2)) as there:
        assert not_printed(lambda: print_slip(SLIP, network(there), limits=QUICK)) == (P.NO_PAPER, True)


def test_a_plain_file_holds_one_job_after_the_other(tmp_path: Path) -> None:
    printer = Printer(kind=PrinterKind.FILE, address=str(tmp_path / "slips.bin"))
    print_slip(SLIP, printer)
    print_slip(SLIP, printer)
    roll = PaperRoll()
    roll.feed((tmp_path / "slips.bin").read_bytes())
    assert len(roll.cuts) == 2
    assert roll.paper().height == 2 * drawn().height


def test_a_device_that_is_not_plugged_in_is_not_made() -> None:
    device = "/dev/no-such-printer"
    assert not_printed(lambda: print_slip(SLIP, Printer(kind=PrinterKind.FILE, address=device))) == (P.NO_ANSWER, False)
    assert not Path(device).exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_printer_that_this_user_may_not_use_is_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "printer"
    file.touch(0o400)
    for kind in (PrinterKind.FILE, PrinterKind.SERIAL):
        assert not_printed(lambda kind=kind: print_slip(SLIP, Printer(kind=kind, address=str(file)))) == (P.FORBIDDEN, False)  # type: ignore[misc]


@pytest.mark.skipif(os.name != "posix", reason="only Unix has pipes with a name")
def test_a_device_that_takes_nothing_is_given_up(tmp_path: Path) -> None:
    pipe = tmp_path / "printer"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        printer = Printer(kind=PrinterKind.FILE, address=str(pipe))
        # 64 KiB fit into a pipe that nobody reads: it is filled up first.
        writer = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        while select.select([], [writer], [], 0)[1]:
            os.write(writer, bytes(4096))
        os.close(writer)
        assert not_printed(lambda: print_slip(SLIP, printer, limits=QUICK)) == (P.NO_ANSWER, False)
    finally:
        os.close(reader)


@pytest.mark.skipif(os.name != "posix", reason="only Unix has pseudo terminals")
def test_a_serial_printer_prints_it_over_a_terminal_line() -> None:
    ours, theirs = os.openpty()
    device = os.ttyname(theirs)
    roll, over = PaperRoll(), threading.Event()

    def listen() -> None:
        while not over.is_set():
            if select.select([ours], [], [], 0.05)[0]:
                roll.feed(os.read(ours, 4096))
                os.write(ours, roll.said)
                roll.said = b""

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        print_slip(SLIP, Printer(kind=PrinterKind.SERIAL, address=f"{device}:115200"))
    finally:
        over.set()
        listener.join(20)
        os.close(ours)
        os.close(theirs)
    assert same(drawn(), roll.paper())


@pytest.mark.skipif(os.name != "posix", reason="only Unix has pseudo terminals")
def test_a_serial_printer_that_is_switched_off_in_the_middle_is_told() -> None:
    ours, theirs = os.openpty()
    device = os.ttyname(theirs)
    try:
        # Nobody reads the other end: the line's memory takes a few thousand bytes and no more.
        printer = Printer(kind=PrinterKind.SERIAL, address=device)
        assert not_printed(lambda: print_slip(SLIP, printer, limits=QUICK)) == (P.NO_ANSWER, True)
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_serial_line_that_is_not_there_does_not_answer() -> None:
    printer = Printer(kind=PrinterKind.SERIAL, address="/dev/ttyNOSUCH9:9600")
    assert not_printed(lambda: print_slip(SLIP, printer)) == (P.NO_ANSWER, False)


def test_a_till_without_a_printer_says_so() -> None:
    assert not_printed(lambda: print_slip(SLIP, Printer())) == (P.NOT_SET_UP, False)
