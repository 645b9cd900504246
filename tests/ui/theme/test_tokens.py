from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from pos_app.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Ink, ThemeKind, Tokens, contrast, install, theme

LOOKS = pytest.mark.parametrize("which", [0, 1, 2], ids=["light", "dark", "high contrast"])
SETS = (LIGHT, DARK, HIGH_CONTRAST)

# Foreground, background, and the ratios that the design promises in light, dark and high contrast.
PROMISED = [
    ("text", "surface", (18.3, 16.2, 21)),
    ("text", "key", (16.5, 13.2, 21)),
    ("text2", "surface", (8.0, 9.3, 21)),
    ("text3", "surface", (5.2, 6.2, 21)),
    ("text3", "canvas", (4.7, 6.8, 21)),
    ("line2", "surface", (3.7, 4.1, 21)),
    ("disabled", "surface", (2.3, 2.8, 8.6)),
    ("accent", "surface", (6.6, 8.3, 16.5)),
    ("onaccent", "accentfill", (6.6, 4.9, 16.5)),
    ("text", "accent_t", (16.3, 14.2, 21)),
    ("ok", "ok_t", (5.6, 8.9, 16.3)),
    ("warn", "warn_t", (6.1, 10.2, 12.2)),
    ("bad", "bad_t", (5.8, 7.8, 10.3)),
    ("onaccent", "badfill", (5.6, 5.0, 10.3)),
    ("onband", "band", (18.3, 15.2, 21)),
    ("onband2", "band", (9.5, 8.8, 21)),
    ("onaccent", "bandbtn", (4.6, 4.9, 16.5)),
]


@LOOKS
@pytest.mark.parametrize(("ink", "ground", "ratios"), PROMISED, ids=[f"{ink} on {ground}" for ink, ground, _ in PROMISED])
def test_the_contrast_is_what_the_design_promises(which: int, ink: str, ground: str, ratios: tuple[float, ...]) -> None:
    tokens = SETS[which]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) == pytest.approx(ratios[which], abs=0.06)


@LOOKS
def test_words_of_every_state_can_be_read_on_every_ground_they_stand_on(which: int) -> None:
    tokens = SETS[which]
    for ink in (tokens.text, tokens.text2, tokens.ok, tokens.warn, tokens.bad, tokens.accent):
        for ground in (tokens.surface, tokens.sunken, tokens.canvas, tokens.accent_t):
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())


@LOOKS
def test_small_words_can_be_read_where_they_stand(which: int) -> None:
    tokens = SETS[which]
    pairs = [(tokens.text3, ground) for ground in (tokens.surface, tokens.canvas, tokens.sunken, tokens.raised)]
    on_pressed = tokens.onaccent if tokens.high_contrast else tokens.text
    pairs += [(on_pressed, tokens.keyp), (tokens.onaccent, tokens.accentp), (tokens.onband, tokens.bandoff)]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())


@LOOKS
def test_edges_rings_and_fills_that_tell_something_stand_out_three_to_one(which: int) -> None:
    """WCAG 2.2, 1.4.11: the edge of a field, the ring of the focus, a main button, Confirm on its band."""
    tokens = SETS[which]
    pairs = [
        (part, ground)
        for part in (tokens.line2, tokens.accent, tokens.accentfill, tokens.okfill, tokens.badfill)
        for ground in (tokens.surface, tokens.canvas)
    ]
    for part, ground in [*pairs, (tokens.onaccent, tokens.okfill), (tokens.accent, tokens.accent_t), (tokens.bandbtn, tokens.band)]:
        assert contrast(part, ground) >= 3, (part.name(), ground.name())


@LOOKS
def test_every_ink_is_a_colour(which: int) -> None:
    for ink in Ink:
        assert SETS[which][ink].isValid()


def test_black_on_white_is_the_largest_contrast() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21.0)
    assert contrast(QColor("black"), QColor("black")) == pytest.approx(1.0)


def test_every_look_is_complete() -> None:
    for tokens in SETS:
        for field in fields(Tokens):
            value = getattr(tokens, field.name)
            assert not isinstance(value, QColor) or value.isValid(), field.name


def test_changing_the_look_changes_the_palette_and_says_so(qapp: QApplication, qtbot: object) -> None:
    told: list[ThemeKind] = []
    look = theme()
    look.changed.connect(lambda: told.append(look.tokens.kind))
    install(ThemeKind.DARK)
    assert told == [ThemeKind.DARK]
    assert qapp.palette().window().color() == DARK.canvas
    assert install(ThemeKind.LIGHT) is look
