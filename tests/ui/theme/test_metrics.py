from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.ui.theme import Metrics, SizeClass, automatic_scale, usable_scale


def test_1280x800_has_the_sizes_of_the_design() -> None:
    m = Metrics.for_window(1280, 800)
    assert m.size_class is SizeClass.M
    assert (m.rail, m.tile_width, m.tile_height, m.top_bar) == (88, 72, 68, 56)
    assert (m.page_pad, m.column_a, m.gutter, m.column_b, m.column_c) == (24, 408, 24, 712, 0)
    assert (m.search_height, m.panel_pad, m.band_height, m.strip_height) == (64, 24, 128, 84)
    assert (m.fields_width, m.keypad_width, m.key_width, m.key_height) == (360, 280, 88, 92)
    assert (m.amount_height, m.redeem_height, m.receipt_height) == (104, 208, 56)
    assert (m.confirm_width, m.confirm_height) == (264, 88)
    assert (m.total_px, m.balance_px, m.purchase_px, m.nav_px) == (72, 52, 44, 13)
    assert m.quick_amounts == 3
    assert not m.account_icon_only


def test_1366x768_has_lower_keys() -> None:
    m = Metrics.for_window(1366, 768)
    assert m.size_class is SizeClass.M
    assert (m.key_width, m.key_height) == (88, 84)


def test_1024x768_is_the_narrow_class() -> None:
    m = Metrics.for_window(1024, 768)
    assert m.size_class is SizeClass.S
    assert (m.rail, m.page_pad, m.panel_pad, m.column_a, m.column_b) == (72, 16, 16, 320, 584)
    assert (m.key_width, m.key_height, m.fields_width) == (80, 92, 280)
    assert (m.confirm_width, m.confirm_height) == (208, 88)
    assert (m.total_px, m.balance_px, m.purchase_px, m.nav_px) == (56, 40, 36, 12)
    assert (m.quick_amounts, m.account_icon_only) == (2, True)


def test_1600x900_has_a_third_column() -> None:
    m = Metrics.for_window(1600, 900)
    assert m.size_class is SizeClass.L
    assert (m.column_a, m.column_b, m.column_c) == (416, 728, 272)
    assert (m.key_width, m.key_height, m.band_height, m.strip_height) == (92, 106, 152, 96)
    assert (m.confirm_width, m.confirm_height, m.total_px) == (288, 112, 80)


@given(st.integers(800, 4000), st.integers(600, 2400))
def test_everything_fits_into_any_window(width: int, height: int) -> None:
    m = Metrics.for_window(width, height)
    columns = [m.column_a, m.column_b] + ([m.column_c] if m.column_c else [])
    assert m.rail + 2 * m.page_pad + sum(columns) + m.gutter * (len(columns) - 1) == m.width
    assert 72 <= m.key_height <= 106
    assert m.fields_width + m.panel_pad + m.keypad_width == m.column_b - 2 * m.panel_pad
    assert m.fields_width >= 200
    sale_panel = m.height - m.top_bar - 2 * m.page_pad - m.band_height - m.gap
    assert m.keypad_height + m.strip_height <= sale_panel - 2 * m.panel_pad
    assert m.redeem_height >= 100


def test_large_screens_are_enlarged_by_themselves() -> None:
    assert [automatic_scale(width) for width in (1024, 1599, 1899, 1900, 3840)] == [1.0, 1.0, 1.0, 1.2, 1.2]


def test_the_wished_scale_never_makes_the_window_too_small() -> None:
    assert usable_scale(1.4, screen_width_px=1920, screen_height_px=1080) == pytest.approx(1.4)
    assert usable_scale(1.4, screen_width_px=1280, screen_height_px=800) == pytest.approx(800 / 720)
    assert usable_scale(3.0, screen_width_px=3840, screen_height_px=2160) == pytest.approx(1.4)
    assert usable_scale(0.1, screen_width_px=1280, screen_height_px=800) == pytest.approx(0.9)
