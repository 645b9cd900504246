"""Step 1: the language, the names, the country and the money."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout

from pos_app.till.setup_desk import LANGUAGES, Settings, Shop, Updates
from pos_app.ui import words
from pos_app.ui.settings.appearance_section import ChoiceRow
from pos_app.ui.setup.form import Form, Labeled
from pos_app.ui.setup.places import countries, currencies, currency_of
from pos_app.ui.theme import Type
from pos_app.ui.widgets.check_row import CheckRow
from pos_app.ui.widgets.option_card import ChoiceField
from pos_app.ui.widgets.text_field import TextField

__all__ = ["ShopForm", "own_name"]


def own_name(language: str) -> str:
    """What a language calls itself."""
    return QLocale(language).nativeLanguageName().capitalize() if language != "en" else "English"


class ShopForm(Form):
    """``language_chosen`` gives a code of ``LANGUAGES``: the whole set-up speaks it from then on."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        said = words.setup
        self.languages = ChoiceRow(said.language(), "", [own_name(each) for each in LANGUAGES])
        self.shop = TextField(said.shop_example(), icon="store", name=said.shop_name(), style=Type.LEAD)
        self.till = TextField(said.till_example(), icon="shopping-bag", name=said.till_name(), style=Type.LEAD)
        self.country, self.currency = ChoiceField(said.country(), icon="phone"), ChoiceField(said.currency(), icon="coins")
        for code, name in countries():
            self.country.addItem(name, code)
        for code, name in currencies():
            self.currency.addItem(name, code)
        self._shop, self._till = Labeled(said.shop_name(), self.shop), Labeled(said.till_name(), self.till)
        self.column.addWidget(self.languages)
        self.column.addWidget(self._shop)
        self.column.addWidget(self._till)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(Labeled(said.country(), self.country), 1)
        line.addWidget(Labeled(said.currency(), self.currency), 1)
        self.updates = CheckRow(words.updates.daily(), words.updates.daily_why())
        self.updates.hide()
        self.column.addLayout(line)
        self.column.addWidget(self.updates)
        self.column.addStretch(1)
        self.languages.chosen.connect(self._choose)
        self.country.activated.connect(self._country_chosen)
        self.shop.textEdited.connect(self._typed)
        self.till.textEdited.connect(self._typed)

    def fill(self, settings: Settings) -> None:
        """Show what was answered before."""
        shop = settings.shop
        self.languages.show_chosen(LANGUAGES.index(shop.language))
        self.shop.setText(shop.name)
        self.till.setText(shop.till)
        self.country.choose(shop.region)
        self.currency.choose(shop.currency)
        self.updates.setChecked(settings.updates.check)

    def read(self, settings: Settings) -> Settings | None:
        """The names must be there."""
        wrong = [
            labeled.show_error("" if field.text().strip() else words.setup.name_missing())
            for labeled, field in ((self._shop, self.shop), (self._till, self.till))
        ]
        if any(wrong):
            (self.shop if wrong[0] else self.till).activate()
            return None
        return self.unfinished(settings)

    def begin(self) -> None:
        """The first thing to type is the shop's name."""
        self.shop.activate()

    def _answers(self, settings: Settings) -> Shop:
        return replace(
            settings.shop,
            name=self.shop.text().strip(),
            till=self.till.text().strip(),
            region=self.country.value,
            currency=self.currency.value,
        )

    def unfinished(self, settings: Settings) -> Settings:
        """The answers so far, whether they are whole or not."""
        return replace(settings, shop=self._answers(settings), updates=Updates(check=self.updates.isChecked()))

    def _choose(self, at: int) -> None:
        self.language_chosen.emit(LANGUAGES[at])

    def _country_chosen(self) -> None:
        self.currency.choose(currency_of(self.country.value))
        self.edited.emit()

    def _typed(self) -> None:
        for labeled, field in ((self._shop, self.shop), (self._till, self.till)):
            if field.text().strip():
                labeled.show_error("")
        self.edited.emit()
