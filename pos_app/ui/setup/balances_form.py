"""Step 3: who else changes balances, in plain words, and a trial on a test customer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.errors import BadInput
from pos_app.till.setup_desk import CrmAuth, Dedupe, KeyName, Mode, Settings, check_url
from pos_app.ui import words
from pos_app.ui.setup.connection_form import key_field
from pos_app.ui.setup.course import Answer, Course
from pos_app.ui.setup.form import Form, Labeled, address_of
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.check_row import CheckRow
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.option_card import OptionCard
from pos_app.ui.widgets.text_field import TextField

__all__ = ["BalancesForm"]

_MODES = (Mode.SOLE, Mode.SHARED, Mode.CRM)


class BalancesForm(Form):
    """``changed_key`` gives each change of one of the CRM's keys; ``try_now`` the phone of a test customer."""

    changed_key = Signal(KeyName, str)
    try_now = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        said = words.setup
        self.cards = {
            Mode.SOLE: OptionCard(said.only_here(), said.only_here_why()),
            Mode.SHARED: OptionCard(said.by_hand(), said.by_hand_why()),
            Mode.CRM: OptionCard(said.own_crm(), said.own_crm_why()),
        }
        self._kept: frozenset[KeyName] = frozenset()
        self._group = QButtonGroup(self)
        cards = QVBoxLayout()
        cards.setSpacing(6)
        for mode, card in self.cards.items():
            self._group.addButton(card, _MODES.index(mode))
            cards.addWidget(card)
        self.address = TextField("https://", icon="globe", name=said.crm_address(), style=Type.LEAD, limit=300)
        self.key = key_field(said.crm_key())
        self.user = TextField("", icon="user", name=said.crm_user(), style=Type.LEAD, limit=512)
        self.password = key_field(said.crm_password())
        self.basic = CheckRow(said.crm_basic(), "")
        self._keys = {KeyName.CRM_KEY: self.key, KeyName.CRM_USER: self.user, KeyName.CRM_PASSWORD: self.password}
        names = (said.crm_key(), said.crm_user(), said.crm_password())
        self._address = Labeled(said.crm_address(), self.address)
        self._labeled = {key: Labeled(name, self._keys[key]) for key, name in zip(self._keys, names, strict=True)}
        self._crm = QWidget()
        both = QVBoxLayout(self._crm)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._address, 3, Qt.AlignmentFlag.AlignTop)
        for labeled in self._labeled.values():
            line.addWidget(labeled, 2, Qt.AlignmentFlag.AlignTop)
        both.addLayout(line)
        both.addWidget(self.basic)
        self.phone = TextField(said.test_phone(), icon="phone", name=said.test_phone(), style=Type.LEAD)
        self.trial = Button(said.try_now(), ButtonKind.TINT)
        self._trial = Labeled(said.try_it(), _beside(self.phone, self.trial))
        self._why = PlainLabel(said.try_it_why(), Type.HINT, Ink.TEXT3, wrap=True)
        self.banner = Banner("", "", BannerTone.NEUTRAL)
        self.banner.hide()
        self.column.addLayout(cards)
        self.column.addWidget(self._crm)
        self.column.addWidget(self._trial)
        self.column.addWidget(self._why)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)
        self._group.idClicked.connect(self._chosen)
        self.address.textEdited.connect(self._address_typed)
        self.basic.toggled.connect(self._show_crm)
        for name, field in self._keys.items():
            field.textEdited.connect(partial(self._key_typed, name))
        self.phone.textEdited.connect(self._phone_typed)
        self.trial.clicked.connect(self._try)

    @property
    def mode(self) -> Mode:
        return _MODES[max(self._group.checkedId(), 0)]

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a switch
        """Take less height."""
        for card in self.cards.values():
            card.set_low(low)

    def fill(self, settings: Settings) -> None:
        """What was answered before; a key is never shown again."""
        self.cards[settings.server.mode].setChecked(True)
        self.address.setText(settings.server.crm_url)
        self.basic.setChecked(settings.server.crm_auth is CrmAuth.BASIC)
        self._show_crm()

    def read(self, settings: Settings) -> Settings | None:
        """A CRM needs its address."""
        if self.mode is not Mode.CRM:
            return replace(settings, server=replace(settings.server, mode=self.mode, crm_url="", dedupe=Dedupe.UNPROVED))
        url = address_of(self.address.text())
        try:
            check_url(url, "address")
        except BadInput:
            self._address.show_error(words.setup.bad_address())
            self.address.activate()
            return None
        same = settings.server.crm_url == url
        auth = CrmAuth.BASIC if self.basic.isChecked() else CrmAuth.KEY
        dedupe = settings.server.dedupe if same else Dedupe.UNPROVED
        server = replace(settings.server, mode=Mode.CRM, crm_url=url, crm_auth=auth, dedupe=dedupe)
        return replace(settings, server=server)

    def needs_key(self) -> None:
        """Continue was pressed without the CRM's key, or a part of it."""
        wanted = [name for name, labeled in self._labeled.items() if not labeled.isHidden()]
        name = next((name for name in wanted if not self._keys[name].text() and name not in self._kept), wanted[0])
        self._labeled[name].show_error(words.setup.key_missing())
        self._keys[name].activate()

    def begin(self) -> None:
        """The answer that is chosen, as a key would have it."""
        self.cards[self.mode].setFocus()

    def show_course(self, course: Course) -> None:
        """What came of the trial."""
        said = words.setup
        self._kept = frozenset(course.keys)
        for name, field in self._keys.items():
            if name in course.keys and not field.text():
                field.edit.setPlaceholderText("••••••••")
        self.trial.setEnabled(course.probing is not Answer.ASKING and bool(self.phone.text().strip()))
        self.banner.setVisible(course.probing is not Answer.NOT_ASKED)
        # It has happened, and what came of it takes the room.
        self._why.setVisible(course.probing is Answer.NOT_ASKED)
        if course.probing is Answer.ASKING:
            self.banner.set_words(said.asking(), "", BannerTone.NEUTRAL, "clock")
        elif course.probe_failure is not None:
            self.banner.set_words("", said.why(course.probe_failure), BannerTone.WARN, "circle-alert")
        elif course.probe is not None and not course.probe.well:
            self.banner.set_words(said.tried_badly(), course.probe.sentence, BannerTone.BAD, "circle-alert")
        elif course.probe is not None:
            crm = course.settings.server.mode is Mode.CRM
            proved = course.probe.dedupe is Dedupe.PROVED
            sentence = said.replaces() if not crm else said.knows_again() if proved else said.forgets()
            self.banner.set_words("", sentence, BannerTone.GOOD, "circle-check")

    def _show_crm(self) -> None:
        self._crm.setVisible(self.mode is Mode.CRM)
        for name, labeled in self._labeled.items():
            labeled.setVisible((name is not KeyName.CRM_KEY) is self.basic.isChecked())

    def _chosen(self) -> None:
        self._show_crm()
        if self.mode is Mode.CRM:
            self.address.activate()
        self.edited.emit()

    def _address_typed(self) -> None:
        self._address.show_error("")
        self.edited.emit()

    def _key_typed(self, name: KeyName, typed: str) -> None:
        self._labeled[name].show_error("")
        self.changed_key.emit(name, typed.strip())
        self.edited.emit()

    def _phone_typed(self) -> None:
        self.trial.setEnabled(bool(self.phone.text().strip()))

    def _try(self) -> None:
        # The button cannot be pressed while it is asked; the keyboard must not wander on to the next one.
        self.phone.activate()
        self.try_now.emit(self.phone.text().strip())


def _beside(field: QWidget, button: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(field, 1)
    row.addWidget(button)
    return both
