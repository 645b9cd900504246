"""What may be typed. The commands' own modules are imported when one is run: ``--version`` waits for nobody."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from typing import NoReturn

from pos_app import __version__
from pos_app.cli.registry import ON_THE_TILL
from pos_app.cli.typed import absolute, seconds, uuid4
from pos_app.data_dir import DATA_DIR_VARIABLE
from pos_app.loyalty.decision import Action
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.paper.printer import PAPERS_MM, Cut, Dots
from pos_app.settings import CORE_URL, LANGUAGES, CrmAuth, Mode

Command = Callable[[argparse.Namespace], int]
WAIT_S = 20.0
_SALE = "the sale's id, the first 6 or more characters of it, or its receipt number"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(prog="pos-app", description="The loyalty till. Without a command it opens the till's window.")
    top.add_argument("--version", action="version", version=f"pos-app {__version__}")
    top.add_argument("--data-dir", metavar="DIR", help=f"the till's data folder (or set {DATA_DIR_VARIABLE})")
    top.add_argument("--session-keys", action="store_true", help="take the keys from standard input, do not use the keyring")
    top.add_argument(
        "--wait",
        metavar="S",
        type=seconds,
        default=WAIT_S,
        help="how long to wait for a till that another program holds and does not share (default: %(default)g)",
    )
    top.add_argument(
        "--smoke",
        metavar="OUT.png",
        help="try whether this installation is complete: store, keyring, window, whose picture is kept; exit 1: something is wrong",
    )
    top.set_defaults(command=_open_or_try)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    _add_demo(commands)
    _add_setup(commands)
    _add_sales(commands)
    _add_refunds(commands)
    _add_slips(commands)
    _add_customers(commands)
    _add_queue(commands)
    _add_machine(commands)
    return top


def _add_demo(commands: argparse._SubParsersAction[_Parser]) -> None:
    demo = commands.add_parser("demo", help="try the till against a server of its own, with made-up customers")
    demo.add_argument("--language", choices=LANGUAGES, default="en")
    demo.set_defaults(command=_later("demo", "open_demo"))
    training = commands.add_parser("training", help="practise at a till like this one, with made-up customers; nothing counts")
    training.set_defaults(command=_later("training", "open_training"))


def _add_setup(commands: argparse._SubParsersAction[_Parser]) -> None:
    setup = commands.add_parser("setup", help="set this till up; run again to change it: what is not given stays")
    setup.add_argument("--core-url", metavar="URL", help=f"PassQuare (at first: {CORE_URL})")
    setup.add_argument("--crm-url", metavar="URL", help="the merchant's CRM (createCustomer, readBalance, addBalance)")
    setup.add_argument("--crm-auth", choices=[each.value for each in CrmAuth], help="at first: key")
    setup.add_argument(
        "--mode",
        choices=[each.value for each in Mode],
        help="crm: points are added at the CRM; sole: this till alone writes balances at PassQuare; "
        "shared: so does somebody by hand now and then (at first: crm with --crm-url, else sole)",
    )
    setup.add_argument("--organization-id", metavar="ID", help="sent to the CRM as X-organization-id")
    setup.add_argument("--program-id", metavar="ID", help="sent to the CRM as X-program-id")
    setup.add_argument("--wallet-id", metavar="ID", help="sent to the CRM as X-wallet-id")
    setup.add_argument("--proxy", metavar="URL", help="the proxy to go through; the environment's is not used")
    setup.add_argument("--currency", metavar="CZK")
    setup.add_argument("--region", metavar="CZ", help="the country phones are typed in")
    setup.add_argument("--language", metavar="cs", help=" or ".join(LANGUAGES))
    setup.add_argument("--shop", metavar="NAME")
    setup.add_argument("--till", metavar="NAME")
    setup.add_argument("--point-value", metavar="MONEY", help="money one point is worth (at first: 1)")
    setup.add_argument("--max-redeem-percent", metavar="PERCENT", help="at first: 100")
    setup.add_argument("--updates", choices=("off", "on"), help="look for new versions once a day (at first: off)")
    setup.add_argument("--offline-redeem", choices=("off", "on"), help="at first: off")
    setup.add_argument(
        "--customer-days",
        type=int,
        metavar="DAYS",
        help="forget customers whom the server has not told of for so long (at first: 0, never)",
    )
    setup.add_argument(
        "--probe",
        metavar="PHONE",
        help="add 0.01 points to this test customer and take them back, to learn whether the server can be trusted with repeats",
    )
    keys = setup.add_mutually_exclusive_group()
    keys.add_argument("--keys-from-stdin", action="store_true", help="lines app_key=… and crm_key=… (or crm_user=, crm_password=)")
    _add_session_keys(keys)
    setup.set_defaults(command=_later("setup", "set_up"))


def _add_sales(commands: argparse._SubParsersAction[_Parser]) -> None:
    find = commands.add_parser("find", help="find a customer by phone, card, track, last digits or name")
    find.add_argument("query", metavar="QUERY")
    _add_on_the_till(find, "find")
    sell = commands.add_parser("sell", help="record a sale and deliver it")
    sell.add_argument("query", metavar="QUERY")
    sell.add_argument("--amount", metavar="64.90", required=True)
    sell.add_argument("--redeem", metavar="POINTS", default="0", help="points to use, or max")
    sell.add_argument("--receipt", metavar="NUMBER", default="")
    sell.add_argument("--no-wait", action="store_true", help="save only; do not try to deliver now")
    sell.add_argument(
        "--points-later",
        action="store_true",
        help="save the sale even if the customer cannot be found now: QUERY is a whole phone or card, points are added later",
    )
    sell.add_argument(
        "--sale-id",
        metavar="UUID",
        dest="call_id",
        type=uuid4,
        help="the sale's id, a random UUID: given again, for want of an answer, it is the same sale",
    )
    _add_on_the_till(sell, "sell")


def _add_slips(commands: argparse._SubParsersAction[_Parser]) -> None:
    slip = commands.add_parser("print", help="print the points slip of a sale")
    slip.add_argument("sale", metavar="SALE", help=_SALE)
    slip.add_argument("--copy", action="store_true", help="mark it as a copy")
    slip.add_argument("--to", metavar="FILE", type=absolute, help="keep it: FILE.pdf, or any other name for the printer's bytes")
    _add_on_the_till(slip, "print")
    printer = commands.add_parser("printer", help="what slips are printed on; with arguments: change that")
    printer.add_argument(
        "printer",
        metavar="KIND[:ADDRESS]",
        nargs="?",
        help="network:HOST[:PORT], usb[:VENDOR:PRODUCT], serial:DEVICE[:BAUD], file:PATH, system[:NAME], or none",
    )
    printer.add_argument("--paper", metavar="MM", type=int, choices=sorted(PAPERS_MM), help="58 or 80 (at first: 80)")
    printer.add_argument("--auto", choices=("off", "on"), help="print after each sale (at first: off)")
    printer.add_argument("--cut", choices=[each.value for each in Cut], help="at first: full")
    printer.add_argument("--dots", choices=[each.value for each in Dots], help="columns: for very old printers (at first: raster)")
    printer.add_argument("--ask-status", choices=("off", "on"), help="ask it for paper and end; off if it prints the questions")
    printer.add_argument("--test", action="store_true", help="print a test page")
    _add_on_the_till(printer, "printer")


def _add_refunds(commands: argparse._SubParsersAction[_Parser]) -> None:
    refund = commands.add_parser("refund", help="take a sale back, wholly or in part")
    refund.add_argument("sale", metavar="SALE", help=_SALE)
    refund.add_argument("--amount", metavar="12.50", help="how much of the purchase (default: all that is left)")
    refund.add_argument("--no-wait", action="store_true", help="save only; do not try to deliver now")
    refund.add_argument(
        "--refund-id",
        metavar="UUID",
        dest="call_id",
        type=uuid4,
        help="the refund's id, a random UUID: given again, for want of an answer, it is the same refund",
    )
    _add_on_the_till(refund, "refund")
    claim = commands.add_parser("claim", help="give the points of a sale of today to a customer who forgot the card, once")
    claim.add_argument("sale", metavar="SALE", help=_SALE)
    whose = claim.add_mutually_exclusive_group(required=True)
    whose.add_argument("--phone", metavar="PHONE", default="", help="whose the points are")
    whose.add_argument("--card", metavar="CARD", default="", help="the same, by card, which the servers are asked about")
    claim.add_argument("--no-wait", action="store_true", help="save only; do not try to deliver now")
    claim.add_argument(
        "--claim-id",
        metavar="UUID",
        dest="call_id",
        type=uuid4,
        help="the claim's id, a random UUID: given again, for want of an answer, it is the same claim",
    )
    _add_who(claim, "why")
    _add_on_the_till(claim, "claim")


def _add_customers(commands: argparse._SubParsersAction[_Parser]) -> None:
    register = commands.add_parser("register", help="register a new customer: saved first, delivered like a sale")
    edit = commands.add_parser("edit", help="change what is known of a customer: only what is given, and only what differs")
    for command, empty, named in ((register, "", "registration"), (edit, None, "edit")):
        command.add_argument("phone", metavar="PHONE")
        for field in ("name", "surname", "email"):
            command.add_argument(f"--{field}", metavar=field.upper(), default=empty)
        command.add_argument("--birthday", metavar="25.1.1980", default=empty)
        command.add_argument("--card-track", metavar="TRACK", default=empty, help="of their card; it overwrites the card they have")
        command.add_argument("--who", metavar="NAME", default="", help="the cashier (default: the user of this computer)")
        command.add_argument("--no-wait", action="store_true", help="save only; do not try to deliver now")
        command.add_argument(
            f"--{named}-id",
            metavar="UUID",
            dest="call_id",
            type=uuid4,
            help=f"the {named}'s id, a random UUID: given again, for want of an answer, it is the same {named}",
        )
    register.add_argument("--promo", metavar="CODE", default="", help="the code that the customer brought")
    register.add_argument("--referred-by", metavar="PHONE", default="", help="who sent them")
    register.add_argument("--agreed", action="store_true", help="the customer agreed to the programme's rules; needed")
    register.add_argument("--news", action="store_true", help="the customer agreed to be sent news")
    register.add_argument("--sms", action="store_true", help="send the link by SMS, which the prepaid account pays; once")
    edit.add_argument("--middlename", metavar="MIDDLENAME")
    _add_on_the_till(register, "register")
    _add_on_the_till(edit, "edit")


def _add_queue(commands: argparse._SubParsersAction[_Parser]) -> None:
    queue = commands.add_parser("queue", help="what is not delivered yet")
    _add_on_the_till(queue, "queue")
    sync = commands.add_parser("sync", help="deliver what is due; exit 0: all delivered, 3: some wait, 4: a person is needed")
    sync.add_argument("--timeout", metavar="S", type=seconds, help="keep trying for so many seconds")
    _add_on_the_till(sync, "sync")
    settle = commands.add_parser(
        "settle", help="what a person decides about a sale that needs one; without an action: what there is"
    )
    settle.add_argument("transaction", metavar="TRANSACTION", help="the transaction_id of the entry (see queue)")
    settle.add_argument("action", metavar="ACTION", nargs="?", choices=[each.value for each in Action], help="%(choices)s")
    settle.add_argument("--phone", metavar="PHONE", default="", help="whom to move the points to")
    settle.add_argument("--card", metavar="CARD", default="", help="the same, by card")
    settle.add_argument("--points", metavar="POINTS", help="with take-only: how many of the used points are taken")
    _add_who(settle, "why; needed to forgive, take-only, void and write off")
    _add_on_the_till(settle, "settle")
    audit = commands.add_parser(
        "audit", help="compare the balances this till wrote with PassQuare's; exit 0: all agree, 3: some not read, 4: a difference"
    )
    _add_on_the_till(audit, "audit")
    allow = commands.add_parser("allow-writes", help="write balances again after the till stopped by itself")
    allow.add_argument("--who", metavar="NAME", required=True)
    allow.add_argument("--reason", metavar="TEXT", required=True)
    _add_on_the_till(allow, "allow-writes")
    home = commands.add_parser("home", help="whether the till's data was moved, copied or put back; what somebody says of it")
    home.add_argument(
        "word",
        metavar="WORD",
        nargs="?",
        choices=["moved", "copy", "restored"],
        help="moved: the other place is not used any more; copy: it is, and goes on with what is open; "
        "restored: an old copy was put back on purpose",
    )
    home.add_argument("--who", metavar="NAME", default="", help="who decides; needed with a word")
    home.add_argument("--reason", metavar="TEXT", default="", help="why; needed with a word")
    _add_on_the_till(home, "home")
    forgive = commands.add_parser("forgive", help="give a customer whose balance is below 0 the points they owe")
    forgive.add_argument("phone", metavar="PHONE")
    _add_who(forgive, "why; needed")
    forgive.add_argument("--no-wait", action="store_true", help="save only; do not try to deliver now")
    _add_on_the_till(forgive, "forgive")


def _add_who(command: argparse.ArgumentParser, why: str) -> None:
    command.add_argument("--who", metavar="NAME", default="", help="who decides (default: the user of this computer)")
    command.add_argument("--reason", metavar="TEXT", default="", help=why)


def _add_machine(commands: argparse._SubParsersAction[_Parser]) -> None:
    doctor = commands.add_parser("doctor", help="what this till runs on, and whether it is well")
    _add_common(doctor)
    doctor.set_defaults(command=_later("doctor", "doctor"))
    backup = commands.add_parser("backup", help="copy the till's data to FILE, which is replaced; the till may be open")
    backup.add_argument("file", metavar="FILE", type=absolute)
    _add_on_the_till(backup, "backup")
    verify = commands.add_parser("verify", help="do the till's data and its roll agree? exit 1: they do not")
    _add_on_the_till(verify, "verify")
    update = commands.add_parser("update", help="new versions of this program: without an option, what is known of them")
    what = update.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="ask the vendor's feed now")
    what.add_argument("--download", action="store_true", help="ask it, and have the installer here, proved")
    what.add_argument("--install", action="store_true", help="run the installer; the window must be closed, and nothing open")
    what.add_argument("--on", action="store_true", help="look for new versions once a day, while the window is open")
    what.add_argument("--off", action="store_true", help="do not (so it is at first)")
    update.add_argument("--back", action="store_true", help="with --download or --install: the version before this one")
    _add_common(update)
    update.set_defaults(command=_update)
    recover = commands.add_parser("recover", help="rebuild the till's data from its roll; the old files are kept")
    recover.add_argument("--json", action="store_true", help="answer as JSON")
    ways = recover.add_mutually_exclusive_group()
    ways.add_argument("--go-back", action="store_true", help="take over the data of a newer version, whose files are kept")
    ways.add_argument(
        "--start-empty",
        action="store_true",
        help="the last resort, where nothing can be read any more: move it into a folder beside, and begin with an empty queue",
    )
    recover.add_argument("--who", metavar="NAME", default="", help="who decides; needed with --start-empty and --go-back")
    recover.add_argument("--reason", metavar="TEXT", default="", help="why; needed with --start-empty and --go-back")
    recover.set_defaults(command=_later("recover", "recover"))
    decode = commands.add_parser("decode", help=r"what a reader typed: one read per line on standard input, with \r \n \t \xNN")
    decode.add_argument("--json", action="store_true", help="answer every line with one line of JSON")
    decode.add_argument(
        "--pattern", metavar="REGEX", action="append", default=[], help="the shop's own numbers; may be given more than once"
    )
    decode.set_defaults(command=_later("decode", "decode"))
    sandbox = commands.add_parser("sandbox", help="a PassQuare and a CRM with made-up customers, for trying and testing")
    sandbox.add_argument("--port", metavar="N", type=int, default=8420, help="0: any free port (default: %(default)s)")
    sandbox.add_argument("--control-port", metavar="M", type=int, help="for faults and the plug (default: N+1)")
    sandbox.add_argument("--state", metavar="FILE", help="keep the ledger in FILE, so that it survives a restart")
    sandbox.set_defaults(command=_later("sandbox", "serve"))


def _add_on_the_till(command: argparse.ArgumentParser, name: str) -> None:
    """For a command of the registry: it is done by whichever program has the till open."""
    _add_common(command)
    command.set_defaults(command=ON_THE_TILL[name])


def _add_common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="answer as JSON")
    _add_session_keys(command)


def _add_session_keys(command: argparse._ActionsContainer) -> None:
    command.add_argument(
        "--session-keys",
        action="store_true",
        # Given before the command it is already set: do not set it back.
        default=argparse.SUPPRESS,
        help="take the keys from standard input, do not use the keyring",
    )


def _open_or_try(arguments: argparse.Namespace) -> int:
    """No command is given."""
    command = _later("window", "open_window") if arguments.smoke is None else _later("smoke", "smoke")
    return command(arguments)


def _update(arguments: argparse.Namespace) -> int:
    """Nobody's window runs an installer for another program."""
    if arguments.back and not (arguments.download or arguments.install):
        raise BadInput(Problem.SETTING, detail="--back belongs to --download or --install.")
    return _later("update", "install")(arguments) if arguments.install else ON_THE_TILL["update"](arguments)


def _later(module: str, function: str) -> Command:
    def run(arguments: argparse.Namespace) -> int:
        command: Command = getattr(importlib.import_module(f"pos_app.cli.{module}"), function)
        return command(arguments)

    return run
