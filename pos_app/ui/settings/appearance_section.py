"""The section "Appearance": colours, size, keypad, sides, sounds, how long a sale is shown.

A choice is kept as soon as it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.appearance import Appearance, KeypadOrder, MotionChoice, SoundLevel, ThemeChoice
from pos_app.loyalty.errors import PosError
from pos_app.ui import words
from pos_app.ui.sale.done import CLOSES_AFTER_S
from pos_app.ui.sale.states import Runner
from pos_app.ui.settings.parts import section_head
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_column import ScrollColumn

__all__ = ["AppearanceSection", "AppearanceTill", "ChoiceRow"]

_ROUND = 4
"""What the rings of focused buttons need around the rows, px."""
SIZES = (90, 100, 110, 120, 130, 140)


class AppearanceTill(Protocol):
    """What the section needs of the till."""

    def appearance(self) -> Appearance: ...
    def save_appearance(self, appearance: Appearance) -> Future[Appearance]: ...


class ChoiceRow(QWidget):
    """A title, a line of why, and buttons of which one is chosen. ``chosen`` gives the index that was pressed."""

    chosen = Signal(int)

    def __init__(self, title: str, why: str, options: Sequence[str]) -> None:
        super().__init__()
        self.buttons = tuple(Button(option, ButtonKind.KEY, height=48) for option in options)
        self._title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, Type.BODY_BOLD, elide=True))
        if why:
            column.setSpacing(2)
            column.addWidget(PlainLabel(why, Type.HINT, Ink.TEXT3, wrap=True))
            column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for index, button in enumerate(self.buttons):
            button.clicked.connect(partial(self.chosen.emit, index))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def show_chosen(self, chosen: int) -> None:
        """Mark the choice in force; the name says it too."""
        for index, button in enumerate(self.buttons):
            button.set_kind(ButtonKind.TINT if index == chosen else ButtonKind.KEY)
            button.set_chosen(index == chosen)
            button.setCheckable(True)
            button.setChecked(index == chosen)
            button.setAccessibleName(f"{self._title}: {button.text()}")


class AppearanceSection(Panel):
    """``saved`` gives each ``Appearance`` that is on the disk now."""

    saved = Signal(object)

    def __init__(self, till: AppearanceTill, runner: Runner, *, formats: words.Formats) -> None:
        super().__init__()
        said = words.appearance
        self._till, self._runner = till, runner
        self.appearance = till.appearance()
        self.colours = ChoiceRow(said.colours(), "", (said.as_the_computer(), said.light(), said.dark(), said.contrast()))
        self.size_row = ChoiceRow(said.size(), said.size_why(), tuple(formats.percent(Decimal(percent)) for percent in SIZES))
        self.keypad = ChoiceRow(said.keypad(), said.keypad_why(), ("7 8 9", "1 2 3"))
        self.sound = ChoiceRow(said.sound(), said.sound_why(), (said.normal(), said.quiet(), said.off()))
        self.closing = ChoiceRow(said.closing(), said.closing_why(), (said.after(round(CLOSES_AFTER_S)), said.never()))
        self.sides = ChoiceRow(said.hands(), said.hands_why(), (said.customer_left(), said.customer_right()))
        self.motion = ChoiceRow(said.motion(), said.motion_why(), (said.as_the_computer(), said.normal(), said.reduced()))
        self.banner = Banner(words.reader.not_saved(), words.reader.disk_did_not_take_it(), BannerTone.BAD, "circle-alert")
        self.banner.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(18)
        head = section_head(said.appearance(), said.why())
        head.setContentsMargins(_ROUND, 0, _ROUND, 0)
        self._column.addLayout(head)
        self._column.addWidget(Divider())
        rows = ScrollColumn(room=_ROUND)
        rows.column.setSpacing(18)
        rows.column.addWidget(self.colours)
        rows.column.addWidget(self.size_row)
        pairs = QGridLayout()
        pairs.setHorizontalSpacing(40)
        pairs.setVerticalSpacing(18)
        for at, choice in enumerate((self.keypad, self.sides, self.closing, self.sound)):
            pairs.addWidget(choice, *divmod(at, 2))
        pairs.setColumnStretch(2, 1)
        rows.column.addLayout(pairs)
        rows.column.addWidget(self.motion)
        rows.column.addStretch(1)
        self._column.addWidget(rows, 1)
        self._column.addWidget(self.banner)
        self.colours.chosen.connect(self._choose(lambda at: replace(self.appearance, theme=tuple(ThemeChoice)[at])))
        self.size_row.chosen.connect(self._choose(lambda at: replace(self.appearance, text_percent=SIZES[at])))
        self.keypad.chosen.connect(self._choose(lambda at: replace(self.appearance, keypad=tuple(KeypadOrder)[at])))
        self.sound.chosen.connect(self._choose(lambda at: replace(self.appearance, sound=tuple(SoundLevel)[at])))
        self.sides.chosen.connect(self._choose(lambda at: replace(self.appearance, left_handed=bool(at))))
        self.motion.chosen.connect(self._choose(lambda at: replace(self.appearance, motion=tuple(MotionChoice)[at])))
        self.closing.chosen.connect(self._choose(lambda at: replace(self.appearance, sale_closes=not at)))
        self.apply_metrics(Metrics.for_window(1280, 800))
        self._show()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad = metrics.panel_pad
        self._column.setContentsMargins(pad - _ROUND, pad, pad - _ROUND, pad)

    def _choose(self, changed: Callable[[int], Appearance]) -> Callable[[int], None]:
        def choose(at: int) -> None:
            # The section "Keyboard" has its part in it too.
            self.appearance = self._till.appearance()
            self._runner.run(self._till.save_appearance(changed(at)), self._on_disk, self._not_on_disk)

        return choose

    def _on_disk(self, appearance: Appearance) -> None:
        self.appearance = appearance
        self.banner.hide()
        self._show()
        self.saved.emit(appearance)

    def _not_on_disk(self, _error: PosError) -> None:
        self.banner.show()
        self._show()

    def _show(self) -> None:
        look = self.appearance
        self.colours.show_chosen(tuple(ThemeChoice).index(look.theme))
        self.size_row.show_chosen(min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - look.text_percent)))
        self.keypad.show_chosen(tuple(KeypadOrder).index(look.keypad))
        self.sound.show_chosen(tuple(SoundLevel).index(look.sound))
        self.sides.show_chosen(int(look.left_handed))
        self.motion.show_chosen(tuple(MotionChoice).index(look.motion))
        self.closing.show_chosen(int(not look.sale_closes))
