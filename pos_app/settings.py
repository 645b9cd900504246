"""What a till is set up with: frozen, checked when loaded, kept in ``settings.toml`` under the data folder. Never a secret."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from enum import Enum
from urllib.parse import urlsplit

import tomli_w

from pos_app import __version__
from pos_app.appearance import LARGEST_PERCENT, SMALLEST_PERCENT, Appearance
from pos_app.data_dir import DataDir
from pos_app.files import write_whole
from pos_app.loyalty.errors import DiskTrouble, NotSetUp
from pos_app.loyalty.money import CENT, LARGEST, ZERO
from pos_app.loyalty.programme import Programme
from pos_app.paper.printer import Printer
from pos_app.settings_form import Unknown, bad_setting, plain, read_form
from pos_app.updates.version import version

WRITTEN_BY = "written_by"
"""The version of the program that wrote the file. What a newer one added is passed over; any other word nobody knows is a slip."""
CORE_URL = "https://core.passquare.com/api/v2"
LANGUAGES = ("en", "cs", "de", "ru")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LONGEST_HOURS = 8_784
"""A year."""
LONGEST_DAYS = 36_525
"""A hundred years."""
LONGEST_QUARANTINE_S = 3_600
LARGEST_POINT_VALUE = 1_000_000
POINT_VALUE_PLACES = 6


class CrmAuth(Enum):
    """How the merchant's CRM knows the till."""

    KEY = "key"
    BASIC = "basic"


class Mode(Enum):
    """Which way points go, and who else writes them (``delivery.md`` §4, §5)."""

    CRM = "crm"
    """The merchant's CRM adds what it is told, once for each transactionId. Any number of tills."""
    SOLE = "sole"
    """PassQuare alone, whose balance is replaced: this till is the only writer."""
    SHARED = "shared"
    """PassQuare alone, where somebody edits balances by hand now and then."""


class Dedupe(Enum):
    """Whether the CRM takes a transactionId only once: what the probe of ``setup --probe`` found."""

    UNPROVED = "unproved"
    PROVED = "proved"
    ABSENT = "absent"


class KeyPlace(Enum):
    """Where the keys are kept."""

    KEYRING = "keyring"
    SESSION = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Names on the screen and the words' and numbers' form."""

    name: str = ""
    till: str = ""
    currency: str = "EUR"
    region: str = "CZ"
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where PassQuare and the merchant's CRM are. Plain http only to this computer itself."""

    core_url: str = CORE_URL
    crm_url: str = ""
    crm_auth: CrmAuth = CrmAuth.KEY
    organization_id: str = ""
    program_id: str = ""
    wallet_id: str = ""
    proxy: str = ""
    account: str = ""
    """``status.app`` at set-up: sales go to this account only."""
    mode: Mode = None  # type: ignore[assignment] # not said (as in files of older versions): what crm_url tells
    dedupe: Dedupe = Dedupe.UNPROVED
    dedupe_hours: int = 12
    """How long a CRM whose dedupe is proved is trusted to remember a transactionId; 0: not at all."""
    quarantine_s: int = 120
    """How long a write of unknown outcome may still arrive: so long nothing else is written for its customer."""

    def __post_init__(self) -> None:
        """Make out the mode where it was not said."""
        if self.mode is None:
            object.__setattr__(self, "mode", Mode.CRM if self.crm_url else Mode.SOLE)  # type: ignore[unreachable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """This till's card reader, as plain values: what they mean, and their bounds, is in ``ReaderProfile``."""

    prefix: str = ""
    suffix: str = ""
    terminator: str = "auto"
    track_separator: str = ""
    tracks: str = "auto"
    sentinels: str = "auto"
    lrc: str = "auto"
    error_strings: tuple[str, ...] = ("E", r"ERR.?\d?")
    decoding: str = "auto"
    caps_aware: bool = False
    alt_mode: str = "auto"
    gap_fast_ms: int = 25
    gap_track_ms: int = 100
    slow_tier: bool = True
    min_chars: int = 6
    max_chars: int = 512
    loyalty_prefixes: tuple[str, ...] = ()
    loyalty_patterns: tuple[str, ...] = ()
    dedupe_ms: int = 1500
    allow_control: bool = False
    aim_ids: str = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Updates:
    """New versions of the program. Off unless somebody said otherwise."""

    check: bool = False
    """Whether the vendor's feed is asked once a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What the till remembers."""

    customer_days: int = 0
    """Customers whom the server has not told of for so long are forgotten; 0: never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One till's settings."""

    shop: Shop = field(default_factory=Shop)
    server: Server = field(default_factory=Server)
    programme: Programme = field(default_factory=Programme)
    reader: Reader = field(default_factory=Reader)
    appearance: Appearance = field(default_factory=Appearance)
    printer: Printer = field(default_factory=Printer)
    updates: Updates = field(default_factory=Updates)
    data: Data = field(default_factory=Data)
    keys: KeyPlace = KeyPlace.KEYRING
    till_id: str = ""
    """A UUID made at set-up; names this till's entries in the keyring."""

    def check(self) -> Settings:
        """Return self, or raise BadInput with a sentence on the first setting that makes no sense."""
        _check_texts("shop", self.shop)
        _check_texts("server", self.server)
        check_url(self.server.core_url, "core URL")
        if self.server.crm_url:
            check_url(self.server.crm_url, "CRM URL")
        if self.server.proxy:
            # Any host: through a proxy https stays https from end to end.
            _check_address(self.server.proxy, "proxy")
        _check_delivery(self.server)
        if self.shop.language not in LANGUAGES:
            raise bad_setting(f"The language must be one of {', '.join(LANGUAGES)}, not {self.shop.language!r}.")
        if not re.fullmatch("[A-Z]{3}", self.shop.currency):
            raise bad_setting(f"The currency must be three capital letters such as CZK, not {self.shop.currency!r}.")
        if not re.fullmatch("[A-Z]{2}", self.shop.region):
            raise bad_setting(f"The region must be two capital letters such as CZ, not {self.shop.region!r}.")
        if not self.appearance.sensible:
            raise bad_setting(f"The size of the text must be from {SMALLEST_PERCENT} to {LARGEST_PERCENT} per cent.")
        if self.printer.fault:
            raise bad_setting(self.printer.fault)
        _check_programme(self.programme)
        if not 0 <= self.data.customer_days <= LONGEST_DAYS:
            raise bad_setting(f"Customers are remembered for 0 (always) to {LONGEST_DAYS} days.")
        return self


def _check_texts(path: str, part: Shop | Server) -> None:
    for each in fields(part):
        text = getattr(part, each.name)
        if isinstance(text, str) and any(unicodedata.category(char) in {"Cc", "Cs"} for char in text):
            raise bad_setting(f"Setting {path}.{each.name} holds characters that cannot be shown.")
        if each.name.endswith("_id") and not text.isascii():
            # It goes into a header of HTTP.
            raise bad_setting(f"Setting {path}.{each.name} must be plain letters and digits.")


def _check_delivery(server: Server) -> None:
    if server.mode is Mode.CRM and not server.crm_url:
        raise bad_setting("Mode crm needs the CRM's address (--crm-url).")
    if server.mode is not Mode.CRM and server.crm_url:
        raise bad_setting(f"Mode {server.mode.value} writes balances to PassQuare alone: it must have no CRM URL.")
    if not 0 <= server.dedupe_hours <= LONGEST_HOURS:
        raise bad_setting(f"The CRM's memory of transactions (dedupe_hours) must be between 0 and {LONGEST_HOURS} hours.")
    if not 0 <= server.quarantine_s <= LONGEST_QUARANTINE_S:
        raise bad_setting(
            f"The quarantine of an unknown write (quarantine_s) must be between 0 and {LONGEST_QUARANTINE_S} seconds."
        )


def _check_programme(programme: Programme) -> None:
    if not 0 < programme.point_value <= LARGEST_POINT_VALUE or not _has_places(programme.point_value, POINT_VALUE_PLACES):
        raise bad_setting(
            f"The point value must be more than 0, at most {LARGEST_POINT_VALUE}, with at most {POINT_VALUE_PLACES} decimal places."
        )
    if not 0 <= programme.max_redeem_percent <= 100 or not _has_places(programme.max_redeem_percent, 2):
        raise bad_setting("The redeem share must be between 0 and 100 percent, with at most 2 decimal places.")
    if programme.lifetime_days is not None and not 0 < programme.lifetime_days <= LONGEST_DAYS:
        raise bad_setting(f"The lifetime of points must be a whole number of days (1 to {LONGEST_DAYS}), or left out.")
    if not 0 <= programme.offline_hours <= LONGEST_HOURS:
        raise bad_setting(
            f"The age of a balance for offline redeeming (offline_hours) must be between 0 and {LONGEST_HOURS} hours."
        )
    amounts = (
        ("smallest cash part", programme.smallest_cash, ZERO),
        ("balance that must stay", programme.floor_balance, ZERO),
        ("largest purchase", programme.amount_limit, CENT),
        ("purchase that is asked about", programme.amount_to_ask, ZERO),
        ("offline limit", programme.offline_limit, ZERO),
    )
    for name, amount, least in amounts:
        if not least <= amount <= LARGEST or not _has_places(amount, 2):
            raise bad_setting(f"The {name} must be between {least} and {LARGEST}, with at most 2 decimal places.")


def _has_places(number: Decimal, places: int) -> bool:
    """Whether ``number`` has at most so many decimal places; for numbers whose size was checked."""
    return number == round(number, places)


def check_url(url: str, name: str) -> None:
    """Raise BadInput unless ``url`` is https, or http to this computer itself, without a user or password in it."""
    scheme, host = _check_address(url, name)
    if scheme == "http" and host not in LOOPBACK:
        raise bad_setting(f"The {name} must begin with https://; plain http goes to this computer only.")


def _check_address(url: str, name: str) -> tuple[str, str]:
    """Scheme and host. The sentences never quote the address: it may hold a password."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise bad_setting(f"The {name} is not an address.") from None
    if "@" in parts.netloc:
        raise bad_setting(f"The {name} must not hold a user or password: this file holds no secrets.")
    if parts.scheme not in {"http", "https"} or not host:
        raise bad_setting(f"The {name} is not an address: it must begin with https://.")
    if not url.isprintable() or " " in url:
        raise bad_setting(f"The {name} must not hold blanks or special characters.")
    return parts.scheme, host


def load(place: DataDir) -> Settings:
    """The till's settings. Raises NotSetUp if there are none, BadInput naming what is wrong in them, DiskTrouble."""
    try:
        # Editors of Windows put a mark (BOM) before the text.
        text = place.settings.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotSetUp(f"No till is set up in {place.path}. Run: pos-app setup") from None
    except OSError as error:
        raise DiskTrouble(f"{place.settings} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise bad_setting(f"{place.settings} is not readable: it is not UTF-8 text.") from None
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except ValueError as error:
        # Broken TOML, or a number of thousands of digits.
        raise bad_setting(f"{place.settings} is not readable: {error}.") from error
    newer = _is_of_newer(content.pop(WRITTEN_BY, ""))
    settings: Settings = read_form(Settings, content, unknown=Unknown.PASSED_OVER if newer else Unknown.REFUSED)
    return settings.check()


def save(place: DataDir, settings: Settings) -> None:
    """Write the settings whole or not at all, and onto the disk before this returns. Raises BadInput, DiskTrouble."""
    text = tomli_w.dumps({WRITTEN_BY: __version__, **plain(settings.check())})
    place.make()
    try:
        write_whole(place.settings, text.encode())
    except OSError as error:
        raise DiskTrouble(f"{place.settings} cannot be written: {error.strerror}.") from error


def _is_of_newer(written_by: object) -> bool:
    """Whether a newer program wrote this file: somebody went back a version. A hand-written file says nothing of it."""
    try:
        return version(str(written_by)) > version(__version__)
    except ValueError:
        return False


def with_account(settings: Settings, account: str) -> Settings:
    """The same settings, bound to the PassQuare account that ``status`` named."""
    return replace(settings, server=replace(settings.server, account=account))
