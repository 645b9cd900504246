"""``print`` and ``printer``: the slip of a sale on paper or in a file, and what it is printed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pos_app.cli.call import Call
from pos_app.loyalty.errors import BadInput, DiskTrouble, Problem
from pos_app.paper.printer import Cut, Dots, Printer, PrinterKind, printer_named
from pos_app.ui import words
from pos_app.ui.printing.compose import Composer

_NONE = "No printer is set up. Example: pos-app printer network:192.168.1.50 --test"


def print_slip(call: Call) -> int:
    """Print the slip of a sale, or keep it: as a PDF, or as the very bytes that a printer would get. Twice is once."""
    printing, file = call.till.printing, call.arguments.to
    as_pdf = bool(file) and file.casefold().endswith(".pdf")
    composer = _composer(call, draws=as_pdf or (not file and printing.printer.kind is PrinterKind.SYSTEM))
    sale_id = call.till.sale_named(call.arguments.sale).result().sale.sale_id
    compose = composer.copy if call.arguments.copy else composer.first
    if as_pdf:
        from pos_app.ui.printing.page import write_pdf  # noqa: PLC0415 - paper needs none of the window's libraries

        write_pdf(printing.slip(sale_id, compose).result(), Path(file))
    elif file:
        _empty(Path(file))
        there = replace(printing.printer, kind=PrinterKind.FILE, address=file)
        printing.print(printing.slip(sale_id, compose).result(), there).result()
    else:
        printing.print_sale(sale_id, compose, job_id=str(call.new_uuid())).result()
    if call.arguments.json:
        call.answer({"sale_id": sale_id, "file": file})
    else:
        call.line(f"The slip is in {file}." if file else "The slip is printed.")
    return 0


def _empty(file: Path) -> None:
    try:
        file.write_bytes(b"")
    except OSError as error:
        raise DiskTrouble(f"{file} cannot be written: {error.strerror}.") from error


def printer(call: Call) -> int:
    """Tell what slips are printed on, after changing what was given; a test page shows whether that is right."""
    choices = call.till.choices
    before = choices.printer()
    wanted = _wanted(call, before)
    now = before if wanted == before else choices.save_printer(wanted).result()
    if call.arguments.test:
        composer = _composer(call, draws=now.kind is PrinterKind.SYSTEM)
        call.till.printing.print(composer.test_page(datetime.now(UTC)), now).result()
    if call.arguments.json:
        call.answer(_as_json(now))
    else:
        place = f" {now.address}" if now.address else ""
        after = "after each sale" if now.auto_print else "when asked for"
        no_printer = now.kind is PrinterKind.NONE
        call.line(_NONE if no_printer else f"{now.kind.value}{place}, {now.paper_mm} mm, cut {now.cut.value}, {after}.")
    return 0


def _wanted(call: Call, before: Printer) -> Printer:
    given = call.arguments
    kind, address = before.kind, before.address
    if given.printer is not None:
        named = printer_named(given.printer)
        if named is None:
            kinds = ", ".join(each.value for each in PrinterKind)
            raise BadInput(Problem.SETTING, detail=f"A printer is KIND or KIND:ADDRESS, and the kinds are {kinds}.")
        kind, address = named
    changes: dict[str, object] = {
        "paper_mm": given.paper,
        "auto_print": _switch(given.auto),
        "cut": None if given.cut is None else Cut(given.cut),
        "dots": None if given.dots is None else Dots(given.dots),
        "ask_status": _switch(given.ask_status),
    }
    chosen = {name: value for name, value in changes.items() if value is not None}
    return replace(before, kind=kind, address=address, **chosen)  # type: ignore[arg-type] # each of its own kind


def _switch(text: str | None) -> bool | None:
    return None if text is None else text == "on"


def _as_json(printer: Printer) -> Mapping[str, object]:
    return {
        "kind": printer.kind.value,
        "address": printer.address,
        "paper_mm": printer.paper_mm,
        "auto_print": printer.auto_print,
        "cut": printer.cut.value,
        "dots": printer.dots.value,
        "ask_status": printer.ask_status,
    }


def _composer(call: Call, *, draws: bool) -> Composer:
    """In the till's language. ``draws``: pages are drawn too, which takes more of the system's libraries."""
    shop, language = call.till.settings.shop, call.till.choices.language()
    if draws:
        from pos_app.ui.application import draw_alone  # noqa: PLC0415
        from pos_app.ui.printing.page import print_on_system  # noqa: PLC0415

        draw_alone(language)
        call.till.printing.add_way(PrinterKind.SYSTEM, print_on_system)
    words.speak_alone(language)
    return Composer(shop=shop.name, till=shop.till, formats=words.Formats(language, shop.currency))
