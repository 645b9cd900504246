"""The section "Language and keyboard": what the till speaks, and how it is typed on. A choice is in force at once."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from pos_app.appearance import Appearance, ScreenLetters
from pos_app.loyalty.errors import PosError
from pos_app.ui import words
from pos_app.ui.sale.states import Runner
from pos_app.ui.settings.appearance_section import AppearanceTill, ChoiceRow
from pos_app.ui.settings.parts import section_head
from pos_app.ui.setup.form import IconLine, Labeled
from pos_app.ui.setup.shop_form import own_name
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

__all__ = ["KeyboardSection", "LanguageTill"]


class LanguageTill(Protocol):
    """What the section needs of the till, besides how it looks."""

    def language(self) -> str: ...
    def save_language(self, language: str) -> Future[str]: ...


class _Till(AppearanceTill, LanguageTill, Protocol):
    """Both."""


class KeyboardSection(Panel):
    """``saved`` gives each ``Appearance`` that is on the disk now; ``language_saved`` asks for a window that speaks another
    language, ``keys_wanted`` for the list of all keys.
    """

    saved = Signal(object)
    language_saved = Signal()
    keys_wanted = Signal()

    def __init__(self, till: _Till, runner: Runner) -> None:
        super().__init__()
        said = words.keyboard
        self._till, self._runner = till, runner
        self.languages = ChoiceRow(words.setup.language(), said.language_why(), [own_name(each) for each in words.LANGUAGES])
        self.letters = ChoiceRow(said.letters(), said.letters_why(), (said.when_needed(), said.at_every_tap(), said.never()))
        self.trial = TextField("", icon="keyboard", name=said.trial(), style=Type.LEAD, limit=40)
        self.verdict = IconLine("circle-check", "", Ink.OK)
        self.verdict.hide()
        self.key_list = Button(said.key_list(), ButtonKind.SECONDARY, icon="keyboard", key="F1", height=48)
        self.banner = Banner(words.reader.not_saved(), words.reader.disk_did_not_take_it(), BannerTone.BAD, "circle-alert")
        self.banner.hide()
        self._column = QVBoxLayout(self)
        self._column.addLayout(section_head(said.title(), said.why()))
        self._column.addWidget(Divider())
        self._column.addWidget(self.languages)
        self._column.addWidget(self.letters)
        self._column.addWidget(Divider())
        self._column.addWidget(Labeled(said.trial(), self.trial, why=said.trial_why()))
        self._column.addWidget(self.verdict)
        self._column.addStretch(1)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.key_list, 0, Qt.AlignmentFlag.AlignLeft)
        self.languages.chosen.connect(self._speak)
        self.letters.chosen.connect(self._choose_letters)
        self.trial.textEdited.connect(self._judge)
        self.key_list.clicked.connect(self.keys_wanted)
        self.apply_metrics(Metrics.for_window(1280, 800))
        self._show()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(12 if metrics.height < 760 else 18)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed for a trial goes."""
        super().hideEvent(event)
        self.trial.setText("")
        self._judge("")

    def _speak(self, at: int) -> None:
        language = words.LANGUAGES[at]
        if language != self._till.language():
            self._runner.run(self._till.save_language(language), self._spoken, self._not_on_disk)

    def _spoken(self, _language: str) -> None:
        self.banner.hide()
        self._show()
        self.language_saved.emit()

    def _choose_letters(self, at: int) -> None:
        look = replace(self._till.appearance(), letters=tuple(ScreenLetters)[at])
        self._runner.run(self._till.save_appearance(look), self._on_disk, self._not_on_disk)

    def _on_disk(self, appearance: Appearance) -> None:
        self.banner.hide()
        self._show()
        self.saved.emit(appearance)

    def _not_on_disk(self, _error: PosError) -> None:
        self.banner.show()
        self._show()

    def _show(self) -> None:
        self.languages.show_chosen(words.LANGUAGES.index(self._till.language()))
        self.letters.show_chosen(tuple(ScreenLetters).index(self._till.appearance().letters))

    def _judge(self, typed: str) -> None:
        said, signs = words.keyboard, typed.replace(" ", "")
        self.verdict.setVisible(bool(signs))
        if signs and signs.isdecimal():
            self.verdict.set_words("circle-check", said.digits_arrive(), Ink.OK)
        elif signs:
            self.verdict.set_words("circle-alert", said.letters_arrive(), Ink.WARN)
