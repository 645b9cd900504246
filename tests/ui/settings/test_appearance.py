"""Choosing how the till looks: kept at once, in force at once, and said where the disk refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_app.appearance import Appearance, KeypadOrder, ThemeChoice
from pos_app.ui.settings.nav import Section
from pos_app.ui.theme import ChosenTheme, ThemeKind, theme
from pos_app.ui.theme.chosen import Desktop, kind_of
from tests.ui.settings.pretend import PretendTill, Stage


def open_section(stage: Callable[..., Stage], till: PretendTill) -> Stage:
    window = stage(till=till)
    window.page.choose(Section.APPEARANCE)
    window.settle()
    return window


def test_every_choice_is_kept_as_soon_as_it_is_made(stage: Callable[..., Stage]) -> None:
    till = PretendTill()
    window = open_section(stage, till)
    section = window.page.appearance
    told: list[Appearance] = []
    section.saved.connect(told.append)
    for row, index in ((section.colours, 2), (section.size_row, 3), (section.keypad, 1), (section.sides, 1), (section.closing, 1)):
        row.buttons[index].click()
        window.settle()
    wanted = Appearance(
        theme=ThemeChoice.DARK, text_percent=120, keypad=KeypadOrder.ONE_ON_TOP, left_handed=True, sale_closes=False
    )
    assert till.look == wanted
    assert told[-1] == wanted
    assert section.colours.buttons[2].isChecked()
    assert not section.colours.buttons[0].isChecked()


def test_a_choice_that_the_disk_refuses_is_said_and_not_shown_as_chosen(stage: Callable[..., Stage]) -> None:
    till = PretendTill(disk_is_full=True)
    window = open_section(stage, till)
    section = window.page.appearance
    section.sides.buttons[1].click()
    window.settle()
    assert section.banner.isVisible()
    assert section.sides.buttons[0].isChecked()
    till.disk_is_full = False
    section.sides.buttons[1].click()
    window.settle()
    assert not section.banner.isVisible()


def test_choices_have_names_for_who_cannot_see_them(stage: Callable[..., Stage]) -> None:
    section = open_section(stage, PretendTill()).page.appearance
    assert section.size_row.buttons[0].accessibleName() == "Size of everything: 90%"
    assert section.colours.buttons[3].accessibleName() == "Colours: High contrast"


DARK = Desktop(Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference)
LIGHT = Desktop(Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference)
SILENT = Desktop(Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference)
CONTRAST = Desktop(Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast)


@pytest.mark.parametrize(
    ("choice", "desktop", "kind"),
    [
        (ThemeChoice.LIGHT, DARK, ThemeKind.LIGHT),
        (ThemeChoice.DARK, CONTRAST, ThemeKind.DARK),
        (ThemeChoice.CONTRAST, LIGHT, ThemeKind.HIGH_CONTRAST),
        (ThemeChoice.SYSTEM, LIGHT, ThemeKind.LIGHT),
        (ThemeChoice.SYSTEM, SILENT, ThemeKind.LIGHT),
        (ThemeChoice.SYSTEM, DARK, ThemeKind.DARK),
        (ThemeChoice.SYSTEM, CONTRAST, ThemeKind.HIGH_CONTRAST),
    ],
)
def test_a_firm_choice_counts_whatever_the_desktop_prefers(choice: ThemeChoice, desktop: Desktop, kind: ThemeKind) -> None:
    assert kind_of(choice, desktop) is kind


def test_the_till_follows_the_desktop_until_somebody_chooses(qapp: QApplication) -> None:
    # The screen of the tests has no desktop that would change: its word is given here, the signals are Qt's own.
    words = [DARK]
    hints = qapp.styleHints()
    chosen = ChosenTheme(ThemeChoice.SYSTEM, desktop=lambda: words[-1])
    try:
        assert theme().tokens.kind is ThemeKind.DARK
        words.append(CONTRAST)
        hints.accessibility().contrastPreferenceChanged.emit(CONTRAST.contrast)
        assert theme().tokens.kind is ThemeKind.HIGH_CONTRAST
        words.append(LIGHT)
        hints.colorSchemeChanged.emit(LIGHT.colours)
        assert theme().tokens.kind is ThemeKind.LIGHT
        words.append(DARK)
        chosen.choose(ThemeChoice.LIGHT)
        hints.colorSchemeChanged.emit(DARK.colours)
        assert theme().tokens.kind is ThemeKind.LIGHT
    finally:
        chosen.choose(ThemeChoice.LIGHT)
        chosen.deleteLater()
