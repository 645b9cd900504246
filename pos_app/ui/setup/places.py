"""Countries and currencies to choose from, by their names in the language in force, and what this computer is set to."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from pos_app.loyalty.phone import calling_code

__all__ = ["countries", "currencies", "currency_of", "guessed_currency", "guessed_language", "guessed_region"]

_REGIONS = (
    "AE",
    "AM",
    "AT",
    "AZ",
    "BE",
    "BG",
    "BY",
    "CA",
    "CH",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GB",
    "GE",
    "GR",
    "HR",
    "HU",
    "IE",
    "IL",
    "IN",
    "IT",
    "KG",
    "KZ",
    "LT",
    "LU",
    "LV",
    "MD",
    "ME",
    "MK",
    "NL",
    "NO",
    "PL",
    "PT",
    "RO",
    "RS",
    "SE",
    "SI",
    "SK",
    "TJ",
    "TM",
    "TR",
    "UA",
    "US",
    "UZ",
)
"""Where PassQuare is used, and their neighbours; ``pos-app setup`` takes any other."""


def _locale(region: str) -> QLocale:
    return QLocale(QLocale.Language.AnyLanguage, QLocale.codeToTerritory(region))


def countries() -> list[tuple[str, str]]:
    """Code and name, with the prefix of its phone numbers."""
    named = ((each, QLocale.territoryToString(QLocale.codeToTerritory(each))) for each in _REGIONS)
    return sorted(((code, f"{name}  {calling_code(code)}") for code, name in named), key=lambda pair: pair[1])


def currencies() -> list[tuple[str, str]]:
    """The money of each of the countries: its code is its name everywhere."""
    return [(code, code) for code in sorted({currency_of(each) for each in _REGIONS}) if code]


def currency_of(region: str) -> str:
    """ISO code of a country's money; empty: not known."""
    return _locale(region).currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


def guessed_region() -> str:
    """Of this computer, if it can be chosen here."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if code in _REGIONS else "CZ"


def guessed_currency() -> str:
    """Of this computer's country."""
    return currency_of(guessed_region())


def guessed_language() -> str:
    """Of this computer: ISO 639."""
    return QLocale.languageToCode(QLocale.system().language())
