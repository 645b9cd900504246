"""The section "Card reader": swipe a card three times, see what arrives, save what was found."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.reader.survey import SWIPES_WANTED, Advice
from pos_app.reader.swipe import REFUSED, Ending, Swipe
from pos_app.ui import words
from pos_app.ui.settings.presenter import ReaderPresenter, Saving
from pos_app.ui.settings.reader_parts import CheckRow, CheckState, FoundTile, ReadField
from pos_app.ui.settings.steps import SwipeDiscs
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.facts import Divider, Dot
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

__all__ = ["ReaderSection"]

_LOW = 760
"""Windows lower than this have a tighter panel."""


class ReaderSection(Panel):
    """Shows the presenter's state; the page connects the buttons."""

    def __init__(self, formats: words.Formats) -> None:
        super().__init__()
        said = words.reader
        self._formats = formats
        self.title = PlainLabel("", Type.TITLE_NAME, elide=True)
        self.subtitle = PlainLabel("", Type.BODY, Ink.TEXT2, elide=True)
        self.discs = SwipeDiscs(SWIPES_WANTED)
        self.field = ReadField(said.test_field())
        self.tiles = {name: FoundTile(name) for name in (said.start(), said.end(), said.track(), said.speed())}
        self.banner = Banner("", "", BannerTone.BAD)
        self.checks = [CheckRow() for _ in range(4)]
        self.again = Button(said.start_over(), ButtonKind.SECONDARY, icon="undo-2")
        self.default = Button(said.use_default(), ButtonKind.QUIET)
        self.save = Button(said.save(), ButtonKind.PRIMARY, icon="check")
        self.save.setMinimumWidth(180)
        self._lay_out()
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _lay_out(self) -> None:
        head, texts = QHBoxLayout(), QVBoxLayout()
        texts.setContentsMargins(0, 1, 0, 0)
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        head.setSpacing(16)
        head.addLayout(texts, 1)
        head.addWidget(self.discs, 0, Qt.AlignmentFlag.AlignVCenter)
        label = QHBoxLayout()
        label.setSpacing(8)
        label.addWidget(PlainLabel(words.reader.test_field(), Type.SMALL_MEDIUM, Ink.TEXT2), 1)
        label.addWidget(Dot(Ink.OK_FILL))
        label.addWidget(PlainLabel(words.reader.listening(), Type.HINT_MEDIUM, Ink.TEXT2))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self.tiles.values():
            tiles.addWidget(tile, 1)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for check in self.checks:
            self._rows.addWidget(check)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self.again)
        foot.addWidget(self.default)
        foot.addStretch(1)
        foot.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(14)
        self._column.addLayout(label)
        self._column.addSpacing(8)
        self._column.addWidget(self.field)
        self._column.addSpacing(14)
        self._column.addLayout(tiles)
        self._column.addSpacing(14)
        self._column.addWidget(Divider())
        self._column.addSpacing(16)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._list)
        self._column.addStretch(1)
        self._column.addWidget(self._foot)

    def hide_foot(self) -> None:
        """Whoever shows it has buttons of their own."""
        self._foot.hide()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad, low = metrics.panel_pad, metrics.height < _LOW
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._rows.setSpacing(0 if low else 4)
        self.field.setFixedHeight(64 if low else 72)

    # Showing

    def show_state(self, state: ReaderPresenter) -> None:
        """Show everything anew."""
        self._show_head(state)
        swipe = state.survey.last
        self._show_field(swipe)
        self._show_tiles(swipe)
        self._show_banner(state)
        self._show_checks(state, swipe)
        self.save.setEnabled(state.can_save)
        self.default.setEnabled(state.can_reset)
        self.again.setEnabled(swipe is not None and state.saving is not Saving.UNDER_WAY)

    def _show_head(self, state: ReaderPresenter) -> None:
        said = words.reader
        if state.saving is Saving.SAVED and state.survey.complete:
            title, sentence = said.saved(), said.in_use()
        elif state.saving is Saving.DEFAULT:
            title, sentence = said.default_in_use(), said.default_serves()
        elif state.survey.complete:
            title, sentence = said.works(), said.save_it()
        else:
            title, sentence = said.swipe_a_card(), said.three_times()
        self.title.setText(title)
        self.subtitle.setText(sentence)
        done = len(state.survey.swipes)
        self.discs.show_done(done, said.swiped_spoken(done))

    def _show_field(self, swipe: Swipe | None) -> None:
        said = words.reader
        if swipe is None:
            self.field.show_read(said.nothing_yet(), dim=True)
        elif not swipe.masked:
            self.field.show_read(said.hidden(), dim=True)
        else:
            self.field.show_read(f"{swipe.prefix}{swipe.masked}{swipe.suffix}", said.milliseconds(str(swipe.lasted_ms)))

    def _show_tiles(self, swipe: Swipe | None) -> None:
        said = words.reader
        start, end, track, speed = self.tiles.values()
        if swipe is None or not swipe.masked:
            for tile in self.tiles.values():
                tile.show_value("", "")
            return
        start.show_value(swipe.start or said.none(), said.found() if swipe.start else "")
        key = {Ending.ENTER: said.enter_key(), Ending.TAB: said.tab_key(), Ending.NONE: ""}[swipe.ending]
        ends = " + ".join(part for part in (swipe.end, key) if part)
        end.show_value(ends or said.none(), said.found() if ends else "")
        tracks = " + ".join(str(number) for number in swipe.tracks)
        track.show_value(tracks or said.none(), said.found() if tracks else said.only_a_number())
        speed.show_value(self._speed(swipe), said.per_character())

    def _speed(self, swipe: Swipe) -> str:
        return words.reader.milliseconds(self._formats.number(Decimal(swipe.ms_per_char), 1)).replace(" ", "\u00a0")

    def _show_banner(self, state: ReaderPresenter) -> None:
        said, advice, swipe = words.reader, state.survey.advice, state.survey.last
        if state.saving is Saving.FAILED:
            self.banner.set_words(said.not_saved(), said.disk_did_not_take_it(), BannerTone.BAD, "circle-alert")
        elif advice is not None and swipe is not None:
            why = said.advice_why(advice, speed=self._speed(swipe), count=swipe.chars)
            tone = BannerTone.BAD if advice.blocks else BannerTone.WARN
            icon = "credit-card-x" if advice in (Advice.BANK_CARD, Advice.DOCUMENT) else "circle-alert"
            self.banner.set_words(said.advice(advice), why, tone, icon)
        shown = state.saving is Saving.FAILED or advice is not None
        self.banner.setVisible(shown)
        self._list.setVisible(not shown)

    def _show_checks(self, state: ReaderPresenter, swipe: Swipe | None) -> None:
        said = words.reader
        reader, layout, bank, last = self.checks
        known = swipe if swipe is not None and swipe.kind not in REFUSED and swipe.masked else None
        if known is None:
            reader.show_check(CheckState.LATER, said.is_reader(), said.waiting())
            layout.show_check(CheckState.LATER, said.digits_right(), said.waiting())
        else:
            digits, all_digits = known.digits, known.scan.value.isdigit()
            took = said.digits_in(digits, known.lasted_ms) if all_digits else said.characters_in(known.chars, known.lasted_ms)
            reader.show_check(CheckState.GOOD, said.is_reader(), took)
            layout.show_check(CheckState.GOOD, *_layout_words(known))
        if state.refuses_bank_cards:
            bank.show_check(CheckState.GOOD, said.bank_cards_refused(), said.tried_with_test_number())
        else:
            bank.show_check(CheckState.BAD, said.bank_cards_not_refused(), said.fix_card_numbers())
        done = len(state.survey.swipes)
        if state.survey.complete:
            last.show_check(CheckState.GOOD, said.nth_swipe(SWIPES_WANTED), said.all_alike())
        else:
            last.show_check(CheckState.WAITING, said.nth_swipe(done + 1), said.waiting())


def _layout_words(swipe: Swipe) -> tuple[str, str]:
    said = words.reader
    if swipe.by_text is None:
        return said.digits_right(), said.layouts_alike()
    if swipe.by_text:
        return said.digits_right(), said.layout_of_computer()
    return said.digits_translated(), said.keys_translated()
