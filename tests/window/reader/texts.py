"""What people type at a till, in five languages. Every character is on the layout of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

WORDS: dict[str, tuple[str, ...]] = {
    "us": (
        "Jane Doe, 12 Oak Street",
        "joe.smith@example.com",
        "50 %; 3",
        "%12;34?",
        "2 x latte (oat milk) = $9.80",
        "gift card #4471, valid until 12/31",
        "He'll come back on Monday; keep the bag",
        "LOYAL CUSTOMER, 10% OFF!",
        "see https://ex.am/p?id=7&x=1",
        "bookkeeper, committee, success",
    ),
    "cz": (
        "může",
        "Příliš žluťoučký kůň",
        "Jana Nováková, Letná 12",
        "jana.novakova@example.cz",
        "50 %; 3 kusy",
        "káva s mlékem a štrúdl",
        "sleva 10 % do konce měsíce",
        "účtenka č. 4471/2026",
        "Žižkov, Dobrovského 8",
        "děkuji, přijďte zase",
    ),
    "de": (
        "Größe 7, Straße 12",
        "Müller, Jörg; Köln",
        "joerg.mueller@example.de",
        "50 %; 3 Stück",
        "Kaffee für später, bitte",
        "Café Weiß, 2 x Süßes",
        "Gutschein Nr. 4471 (gültig bis Mai)",
        "ÖFFNUNGSZEITEN: 8-18 Uhr",
        "Rückgabe & Umtausch?",
        "Schifffahrt, Kennnummer",
    ),
    "fr": (
        "mémé",
        "élève à l'école",
        "Hélène Lefèvre, 12 rue de la Paix",
        "helene@example.fr",
        "50 % ; 3",
        "très bien, ça marche !",
        "crème brûlée et café",
        "où êtes-vous ?",
        "forêt, maïs, Noël",
        "(remise de 10 % jusqu'à mai)",
    ),
    "ru": (
        "привет; 25 %",
        "Иванова Анна, дом 12",
        "кофе с молоком",
        "скидка 10 % до мая",
        "чек № 4471",
        "Ёлка, щётка, объём",
        "спасибо, приходите ещё!",
        "Жуков Пётр; Москва",
        "масса, касса, ванна",
        "где карта?",
    ),
}


def number(random: Random) -> str:
    """A phone, a card, a price, a date, a count: what is typed most."""
    digits = "".join(random.choices("0123456789", k=random.choice((1, 2, 3, 4, 6, 9, 10, 11, 13))))
    return random.choice((digits, digits, f"+420{digits}", f"{random.randint(1, 999)},{random.randint(10, 99)}", "7862374687"))


def line(random: Random, layout: str) -> tuple[str, str]:
    """(where it is typed, what is typed): always with Enter at the end."""
    if random.random() < 0.4:
        digits = number(random)
        focus = random.choice(("search", "amount", "pieces", "note") if digits.isdigit() else ("search", "note"))
        return focus, f"{digits}\r"
    return random.choice(("search", "note")), random.choice(WORDS[layout]) + "\r"
