"""The sizes of the window's parts, from the window's logical size alone (screens.md, 4). Pure: no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Metrics", "SizeClass", "automatic_scale", "usable_scale"]


class SizeClass(Enum):
    """S below 1200 logical pixels of width, L from 1600."""

    S = "S"
    M = "M"
    L = "L"


_MIN_WIDTH, _MIN_HEIGHT = 1024, 720
_LARGE_FROM_HEIGHT = 752
_KEY_MIN, _KEY_MAX, _KEY_STEP = 72, 106, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Every size that depends on the window, in logical pixels. Built by ``for_window``."""

    size_class: SizeClass
    width: int
    height: int
    rail: int
    tile_width: int
    tile_height: int
    top_bar: int
    page_pad: int
    gutter: int
    column_a: int
    column_b: int
    column_c: int
    """Width of the third column "Last sales"; 0 where there is none."""
    panel_pad: int
    search_height: int
    band_height: int
    confirm_width: int
    confirm_height: int
    strip_height: int
    key_width: int
    key_height: int
    fields_width: int
    amount_height: int
    receipt_height: int
    quick_amounts: int
    """How many quick redeem buttons stand before Max."""
    total_px: int
    balance_px: int
    purchase_px: int
    nav_px: int
    account_icon_only: bool

    gap: int = 16
    """Between search and customer panel, sale panel and band."""
    field_gap: int = 12
    key_gap: int = 8

    @property
    def keypad_width(self) -> int:
        return 3 * self.key_width + 2 * self.key_gap

    @property
    def keypad_height(self) -> int:
        return 4 * self.key_height + 3 * self.key_gap

    @property
    def redeem_height(self) -> int:
        """What the purchase and receipt fields leave of the keypad's height."""
        return self.keypad_height - self.amount_height - self.receipt_height - 2 * self.field_gap

    @staticmethod
    def for_window(width: int, height: int) -> Metrics:
        """The sizes for a window of ``width`` × ``height`` logical pixels (not less than 1024×720 is drawn)."""
        width, height = max(width, _MIN_WIDTH), max(height, _MIN_HEIGHT)
        size = SizeClass.S if width < 1200 else SizeClass.M if width < 1600 else SizeClass.L
        small, large = size is SizeClass.S, size is SizeClass.L
        rail = 72 if small else 88
        pad = 16 if small else 24
        column_a = 320 if small else 416 if large else 408
        column_c = 272 if large else 0
        column_b = width - rail - 2 * pad - column_a - pad - (column_c + pad if large else 0)
        # A wide but low window has no room for the large class's heights.
        tall = large and height >= _LARGE_FROM_HEIGHT
        band = 152 if tall else 128
        strip = 96 if tall else 84
        inner = height - 56 - 2 * pad - band - 16 - 2 * pad
        # The 48 are three key gaps and the gap above the strip.
        fit = (inner - strip - 48) // 4 // _KEY_STEP * _KEY_STEP
        key_height = min(max(fit, _KEY_MIN), _KEY_MAX)
        key_width = 80 if small else 92 if large else 88
        keypad_width = 3 * key_width + 16
        return Metrics(
            size_class=size,
            width=width,
            height=height,
            rail=rail,
            tile_width=68 if small else 72,
            tile_height=64 if small else 68,
            top_bar=56,
            page_pad=pad,
            gutter=pad,
            column_a=column_a,
            column_b=column_b,
            column_c=column_c,
            panel_pad=pad,
            search_height=72 if tall else 64,
            band_height=band,
            confirm_width=208 if small else 288 if large else 264,
            confirm_height=112 if tall else 88,
            strip_height=strip,
            key_width=key_width,
            key_height=key_height,
            fields_width=column_b - 2 * pad - pad - keypad_width,
            amount_height=120 if tall else 104,
            receipt_height=56,
            quick_amounts=2 if small else 3,
            total_px=56 if small else 80 if tall else 72,
            balance_px=40 if small else 60 if large else 52,
            purchase_px=36 if small else 52 if tall else 44,
            nav_px=12 if small else 13,
            account_icon_only=small,
        )


def automatic_scale(screen_width_px: int) -> float:
    """How much to enlarge everything on a screen of so many physical pixels: 1.0 up to 1899, 1.2 from 1900."""
    return 1.2 if screen_width_px >= 1900 else 1.0


def usable_scale(wish: float, *, screen_width_px: int, screen_height_px: int) -> float:
    """The cashier's wish kept in 0.9…1.4 and such that at least 1024×720 logical pixels remain (but never below 0.9)."""
    most = min(screen_width_px / _MIN_WIDTH, screen_height_px / _MIN_HEIGHT)
    return max(0.9, min(wish, 1.4, most))
