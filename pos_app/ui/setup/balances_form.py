"""Step 3: who else changes balances, in plain words, and a trial on a test customer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.loyalty.errors import BadInput
from pos_app.till.setup_desk import CrmAuth, Dedupe, KeyName, Mode, Settings, check_url
from pos_app.ui import words
from pos_app.ui.setup.connection_form import key_field
from pos_app.ui.setup.course import Answer, Course
from pos_app.ui.setup.form import Form, Labeled, address_of
from pos_app.ui.theme import Type
from pos_app.ui.widgets.banner import Banner, BannerTone
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.option_card import OptionCard
from pos_app.ui.widgets.text_field import TextField

__all__ = ["BalancesForm"]

_MODES = (Mode.SOLE, Mode.SHARED, Mode.CRM)


class BalancesForm(Form):
    """``changed_key`` gives each change of the CRM's key; ``try_now`` the phone of a test customer."""

    changed_key = Signal(str)
    try_now = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        said = words.setup
        self.cards = {
            Mode.SOLE: OptionCard(said.only_here(), said.only_here_why()),
            Mode.SHARED: OptionCard(said.by_hand(), said.by_hand_why()),
            Mode.CRM: OptionCard(said.own_crm(), said.own_crm_why()),
        }
        self._group = QButtonGroup(self)
        cards = QVBoxLayout()
        cards.setSpacing(8)
        for mode, card in self.cards.items():
            self._group.addButton(card, _MODES.index(mode))
            cards.addWidget(card)
        self.address = TextField("https://…", icon="globe", name=said.crm_address(), style=Type.LEAD, limit=300)
        self.key = key_field(said.crm_key())
        self._address, self._key = Labeled(said.crm_address(), self.address), Labeled(said.crm_key(), self.key)
        self._crm = QWidget()
        line = QHBoxLayout(self._crm)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._address, 3)
        line.addWidget(self._key, 2)
        self.phone = TextField(said.test_phone(), icon="phone", name=said.test_phone(), style=Type.LEAD)
        self.trial = Button(said.try_now(), ButtonKind.TINT)
        self._trial = Labeled(said.try_it(), _beside(self.phone, self.trial), why=said.try_it_why())
        self.banner = Banner("", "", BannerTone.NEUTRAL)
        self.banner.hide()
        self.column.addLayout(cards)
        self.column.addWidget(self._crm)
        self.column.addWidget(self._trial)
        self.column.addWidget(self.banner)
        self.column.addStretch(1)
        self._group.idClicked.connect(self._chosen)
        self.address.textEdited.connect(self._address_typed)
        self.key.textEdited.connect(self._key_typed)
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
        dedupe = settings.server.dedupe if same else Dedupe.UNPROVED
        server = replace(settings.server, mode=Mode.CRM, crm_url=url, crm_auth=CrmAuth.KEY, dedupe=dedupe)
        return replace(settings, server=server)

    def needs_key(self) -> None:
        """Continue was pressed without the CRM's key."""
        self._key.show_error(words.setup.key_missing())
        self.key.activate()

    def begin(self) -> None:
        """The answer that is chosen, as a key would have it."""
        self.cards[self.mode].setFocus()

    def show_course(self, course: Course) -> None:
        """What came of the trial."""
        said = words.setup
        if KeyName.CRM_KEY in course.keys and not self.key.text():
            self.key.edit.setPlaceholderText("••••••••")
        self.trial.setEnabled(course.probing is not Answer.ASKING and bool(self.phone.text().strip()))
        self.banner.setVisible(course.probing is not Answer.NOT_ASKED)
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

    def _chosen(self) -> None:
        self._show_crm()
        if self.mode is Mode.CRM:
            self.address.activate()
        self.edited.emit()

    def _address_typed(self) -> None:
        self._address.show_error("")
        self.edited.emit()

    def _key_typed(self, typed: str) -> None:
        self._key.show_error("")
        self.changed_key.emit(typed.strip())
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
