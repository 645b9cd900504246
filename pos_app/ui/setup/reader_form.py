"""Step 5: the card reader, with the same test as in Settings."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QTimer

from pos_app.reader import Keystroke, ReaderProfile
from pos_app.reader.swipe import SILENCE_MS
from pos_app.till.reader_profile import profile_of, reader_of
from pos_app.till.setup_desk import Settings
from pos_app.ui import words
from pos_app.ui.reader_tap import ReaderTap
from pos_app.ui.sale.states import Runner
from pos_app.ui.settings.presenter import ReaderPresenter
from pos_app.ui.settings.reader_section import ReaderSection
from pos_app.ui.setup.form import Form
from pos_app.ui.theme import Metrics

__all__ = ["ReaderForm"]


class ReaderForm(Form):
    """What is found is kept with the answers as soon as somebody saves it. Swipes are listened to while it is shown."""

    def __init__(self, settings: Settings, runner: Runner) -> None:
        super().__init__()
        self._settings = settings
        self._tap: ReaderTap | None = None
        self.section = ReaderSection(words.Formats(settings.shop.language, settings.shop.currency))
        self.presenter = ReaderPresenter(self, runner, changed=self._show, saved=self._saved)
        self._quiet = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._quiet.timeout.connect(self.presenter.silence)
        # Continue saves, and Back and forth begins anew.
        self.section.hide_foot()
        self.section.apply_metrics(Metrics.for_window(1024, 720))
        self.column.addWidget(self.section, 1)
        self._show()

    # What the presenter takes for the till

    def reader_profile(self) -> ReaderProfile:
        """As answered so far."""
        return profile_of(self._settings.reader)

    def save_reader_profile(self, profile: ReaderProfile) -> Future[ReaderProfile]:
        """With the other answers of the set-up."""
        self._settings = replace(self._settings, reader=reader_of(profile))
        done: Future[ReaderProfile] = Future()
        done.set_result(profile)
        return done

    # A form

    def fill(self, settings: Settings) -> None:
        """What was found before stays."""
        self._settings = replace(settings, reader=self._settings.reader)

    def read(self, settings: Settings) -> Settings | None:
        """Nothing can be wrong here: without a reader the usual habits do."""
        if self.presenter.can_save:
            self.presenter.save()
        return replace(settings, reader=self._settings.reader)

    def begin(self) -> None:
        """Listen."""
        self.listen(on=True)
        self.section.field.setFocus()

    def listen(self, *, on: bool) -> None:
        """Take swipes, or leave the keyboard alone."""
        if on and self._tap is None:
            self._tap = ReaderTap(profile=self.reader_profile(), parent=self)
            self._tap.observe(self._key)
        elif not on and self._tap is not None:
            self._tap.remove()
            self._tap = None
            self._quiet.stop()
            self.presenter.leave()

    def _key(self, stroke: Keystroke) -> None:
        self._quiet.start()
        self.presenter.key(stroke)

    def _show(self) -> None:
        self.section.show_state(self.presenter)

    def _saved(self, _profile: ReaderProfile) -> None:
        """It is among the answers already."""
