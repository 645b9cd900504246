"""Names as the customers of a shop near four borders have them: with their accents, and surnames that follow the sex."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The names of one language, and where its speakers have their phones."""

    country: str
    """ISO 3166, of the phones."""
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]
    """Each as a man and as a woman bears it."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """``"Dvořák/ová Kolář/Kolářová Müller"``: ``/ová`` is added to the man's name; without a stroke both bear the same."""
    pairs = []
    for written in text.split():
        man, _, woman = written.partition("/")
        if not woman:
            woman = man
        elif woman == "ová":
            woman = man + woman
        pairs.append((man, woman))
    return tuple(pairs)


CZECH = Tongue(
    country="CZ",
    men=_words(
        "Jan Petr Tomáš Pavel Martin Jiří Lukáš Jakub Ondřej Michal David Vojtěch Marek Filip Štěpán Zdeněk Miroslav Radek"
        " Aleš Václav Matěj Adam Dominik Bohumil Luboš Řehoř"
    ),
    women=_words(
        "Jana Marie Eva Hana Anna Lenka Kateřina Lucie Věra Alena Petra Veronika Tereza Martina Michaela Zuzana Markéta"
        " Eliška Kristýna Barbora Adéla Šárka Božena Růžena Natálie Jitka Dagmar Žaneta"
    ),
    surnames=_pairs(
        "Svoboda/Svobodová Dvořák/ová Černý/Černá Procházka/Procházková Kučera/Kučerová Veselý/Veselá Horák/ová Němec/Němcová"
        " Pokorný/Pokorná Marek/Marková Pospíšil/ová Hájek/Hájková Jelínek/Jelínková Král/ová Růžička/Růžičková Beneš/ová"
        " Fiala/Fialová Sedláček/Sedláčková Doležal/ová Kolář/ová Krejčí Navrátil/ová Čermák/ová Vaněk/Vaňková Blažek/Blažková"
        " Kříž/ová Kovář/ová Kratochvíl/ová Bartoš/ová Vlček/Vlčková Polák/ová Musil/ová Šimek/Šimková Konečný/Konečná"
        " Malý/Malá Čech/ová Štěpánek/Štěpánková Staněk/Staňková Holub/ová Kadlec/ová Soukup/ová Šťastný/Šťastná Mareš/ová"
        " Sýkora/Sýkorová Moravec/Moravcová Tichý/Tichá Bureš/ová Říha/Říhová Žák/ová Hruška/Hrušková Matoušek/Matoušková"
        " Janů Macháček/Macháčková Dušek/Dušková Ševčík/ová Bláha/Bláhová"
    ),
)
SLOVAK = Tongue(
    country="SK",
    men=_words("Ján Jozef Peter Marián Juraj Ľubomír Matúš Branislav Rastislav Miloš Štefan Tibor Ľuboš Šimon"),
    women=_words("Mária Katarína Zuzana Ľubica Monika Alžbeta Viera Daniela Soňa Gabriela Ľudmila Žofia Timea"),
    surnames=_pairs(
        "Horváth/ová Kováč/ová Varga/Vargová Tóth/ová Nagy/ová Baláž/ová Molnár/ová Lukáč/ová Kollár/ová Hudák/ová"
        " Ďurica/Ďuricová Ľupták/ová Šimko/Šimková Mikuš/ová Oravec/Oravcová Bielik/ová Gajdoš/ová Poliak/ová"
        " Krajčovič/ová Sedlák/ová Ondruš/ová Vrábel/ová Majerník/ová Kráľ/ová Ďuriš/ová Žiak/ová"
    ),
)
GERMAN = Tongue(
    country="DE",
    men=_words("Jürgen Jörg Björn Günther Lukas Stefan Tobias Matthias Andreas Felix Götz Sören Karl-Heinz"),
    women=_words("Käthe Sabine Ursula Anke Bärbel Heike Susanne Claudia Katrin Lena Jördis Änne Marie-Luise"),
    surnames=_pairs(
        "Müller Schröder Schäfer Köhler König Krüger Weiß Jäger Groß Böhm Hübner Vogel Schmidt Fischer Wagner Becker"
        " Hoffmann Großmann Kühn Strauß Häußler Möller Meyer-Lüdenscheidt Voß"
    ),
)
UKRAINIAN = Tongue(
    country="UA",
    men=_words("Олександр Сергій Андрій Микола Дмитро Тарас Юрій Василь Богдан Ігор Євген Мар’ян"),
    women=_words("Олена Оксана Наталія Ірина Тетяна Юлія Анастасія Світлана Софія Любов Дар’я"),
    surnames=_pairs(
        "Шевченко Коваленко Бондаренко Ткаченко Кравченко Олійник Мельник Поліщук Савченко Лисенко Гнатюк Лук’яненко"
        " Ковальський/Ковальська Білий/Біла Вишневський/Вишневська Чорний/Чорна Яворський/Яворська Ґалаґан Щербак"
    ),
)
UKRAINIAN_ABROAD = Tongue(
    country="CZ",
    men=_words("Oleksandr Serhii Andrii Mykola Dmytro Taras Yurii Vasyl Bohdan Yevhen"),
    women=_words("Olena Oksana Nataliia Iryna Tetiana Yuliia Svitlana Sofiia Liudmyla Khrystyna"),
    surnames=_pairs(
        "Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliinyk Melnyk Polishchuk Savchenko Lysenko Hnatiuk"
        " Lukianenko Kovalskyi/Kovalska Bilyi/Bila Vyshnevskyi/Vyshnevska Yavorskyi/Yavorska Shcherbak"
    ),
)
"""As their passports write them in Latin letters, with a Czech phone."""
