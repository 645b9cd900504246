"""The components side by side in every look: for the eye, and that every state can be drawn in each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Ink, ThemeKind, Type, install, theme
from pos_app.ui.widgets.action_card import ActionCard
from pos_app.ui.widgets.avatar import initials
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.chip import Chip, ChipTone, SaleState, StateChip
from pos_app.ui.widgets.facts import ErrorLine, IconTile, StatTile, TileTone
from pos_app.ui.widgets.keypad import Key
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.pay_band import BandState, PayBand
from pos_app.ui.widgets.pill import Pill, PillTone
from pos_app.ui.widgets.progress import CountdownRing, ProgressLine
from pos_app.ui.widgets.suggestions import Suggestion, SuggestionRow
from pos_app.ui.widgets.sum_strip import SumCell, SumStrip
from pos_app.ui.widgets.text_field import TextField


class Sheet(QWidget):
    """580 px wide, as tall as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 32, 32, 32)
        self._column.setSpacing(12)
        self._column.addWidget(PlainLabel(theme().tokens.kind.value.capitalize(), Type.TITLE_NAME))
        self._buttons()
        self._fields()
        self._pills_and_chips()
        self._keys()
        self._rows()
        self._below()
        self._column.addStretch(1)

    def _title(self, words: str) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(PlainLabel(words, Type.HINT_MEDIUM, Ink.TEXT2))

    def _line(self, widgets: Sequence[QWidget], gap: int = 8) -> None:
        row = QHBoxLayout()
        row.setSpacing(gap)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self._column.addLayout(row)

    def _buttons(self) -> None:
        self._title("Buttons: rest, pressed, focus, off")
        rest, pressed, self.focused, off = (Button("Confirm", ButtonKind.PRIMARY) for _ in range(4))
        pressed.setDown(True)
        off.setEnabled(False)
        self._line([rest, pressed, self.focused, off], 16)
        self._line(
            [
                Button("Print", icon="printer"),
                Button("Max", ButtonKind.TINT),
                Button("Void", ButtonKind.DANGER, icon="ban"),
                Button("Skip", ButtonKind.QUIET),
                Button("200", ButtonKind.KEY),
            ]
        )

    def _fields(self) -> None:
        self._title("Fields: rest, focus, error, done")
        rest, self.active = TextField("Phone", icon="phone", style=Type.LEAD), TextField("Phone", icon="phone", style=Type.LEAD)
        error, done = TextField("Phone", icon="phone"), TextField("Phone", icon="")
        self.active.setText("777 12")
        error.setText("777 12")
        error.set_error("3 digits missing")
        done.setText("+420 777 123 482")
        done.set_done(True)
        for pair in ((rest, self.active), (error, done)):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field)
            self._column.addLayout(row)
        self._column.addWidget(ErrorLine("3 digits missing"))

    def _pills_and_chips(self) -> None:
        self._title("Status bar pills")
        shown = (
            (("Online", PillTone.OK, ""), ("Slow", PillTone.WARN, "wifi-high"), ("Offline", PillTone.WARN, "wifi-off")),
            (
                ("All sent", PillTone.QUIET, "check-check"),
                ("3 waiting", PillTone.WARN, "clock-arrow-up"),
                ("2 need attention", PillTone.BAD, "circle-alert"),
            ),
            (
                ("Account €980.00", PillTone.BARE, "shield-check"),
                ("Account low: €12.00", PillTone.WARN, "triangle-alert"),
            ),
        )
        for line in shown:
            pills = []
            for words, tone, icon in line:
                pill = Pill()
                pill.show_status(words, tone, icon=icon)
                pills.append(pill)
            self._line(pills)
        self._title("Sync state of a sale")
        self._line([StateChip(state, state.value.capitalize()) for state in SaleState], 4)
        self._line([Chip("•••• 7712  +1", "credit-card"), Chip("As of 9:42", "history", ChipTone.WARN)])

    def _keys(self) -> None:
        self._title("Keys: rest, pressed")
        self.pressed_key = Key("8", "eight")
        keys = [Key("7", "seven"), self.pressed_key, Key(",", "comma", style=Type.KEY_SEPARATOR), Key("", "delete", icon="delete")]
        for key in keys:
            key.setFixedSize(80, 64)
        self._line(keys, 12)

    def _rows(self) -> None:
        self._title("Rows: rest, chosen")
        for name, phone, points, chosen in (
            ("Tomáš Dvořák", "+420 ••• ••• 916", "318", False),
            ("Jana Nováková", "+420 ••• ••• 482", "1,240", True),
        ):
            row = SuggestionRow()
            row.show_suggestion(
                Suggestion(
                    name=name,
                    phone=phone,
                    value=points,
                    unit="points",
                    initials=initials(name),
                    name_marks=((5, 3),) if chosen else (),
                    phone_marks=((13, 3),) if chosen else (),
                )
            )
            row.setChecked(chosen)
            self._column.addWidget(row)

    def _below(self) -> None:
        self._title("Banners, cards, sums")
        self._column.addWidget(Banner("You are offline", "Sales are saved and sent later.", BannerTone.WARN, "wifi-off"))
        self._column.addWidget(Banner("That was a bank card", "Please swipe the loyalty card.", BannerTone.BAD, "credit-card-x"))
        self._column.addWidget(Banner("", "Payment cards are dropped at once.", BannerTone.NEUTRAL, "shield-check"))
        card, ring, line = ActionCard("undo-2", "Undo", "1:52 left", "F9"), CountdownRing("undo-2"), ProgressLine()
        card.set_ring(0.93)
        ring.set_fraction(0.4)
        line.set_fraction(0.7)
        tile = StatTile("Points earned", "+284", Ink.OK)
        self._line([card, tile, ring, IconTile("credit-card"), IconTile("credit-card-x", tone=TileTone.BAD)], 12)
        self._column.addWidget(line)
        strip = SumStrip()
        strip.show_cells(
            [
                SumCell("Discount"),
                SumCell("Points used", "−480"),
                SumCell("Points earned", "+284", Ink.OK),
                SumCell("New balance", "1,044"),
            ]
        )
        self._column.addWidget(strip)
        for state in (BandState.EMPTY, BandState.READY):
            band = PayBand("To pay", "Confirm")
            band.show_total("€56.85")
            band.show_state(state, "Confirm")
            self._column.addWidget(band)


@pytest.mark.parametrize("kind", ThemeKind)
def test_every_component_can_be_drawn_in_every_look(
    qtbot: QtBot,
    picture: Callable[[QWidget, str], QImage],
    colours: Callable[[QImage], set[str]],
    kind: ThemeKind,
) -> None:
    install(kind)
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.setPalette(theme().tokens.surface)
    sheet.resize(580, sheet.sizeHint().height())
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow, timeout=2000)
    sheet.focused.setFocus(Qt.FocusReason.TabFocusReason)
    if kind is not ThemeKind.DARK:
        sheet.active.activate()
    QTest.mousePress(sheet.pressed_key, Qt.MouseButton.LeftButton)
    image = picture(sheet, f"components-{kind.name.lower()}")
    tokens = theme().tokens
    found = colours(image)
    wanted: list[QColor] = [tokens.text, tokens.accentfill, tokens.bad, tokens.warn, tokens.ok, tokens.bandbtn, tokens.keyp]
    assert [colour.name() for colour in wanted if colour.name() not in found] == []
