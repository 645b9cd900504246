"""Step 4: how points may be used."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout

from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.programme import Programme
from pos_app.till.setup_desk import Settings
from pos_app.ui import words
from pos_app.ui.settings.appearance_section import ChoiceRow
from pos_app.ui.setup.form import Form, Labeled, number_of, typed_form
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.text_field import TextField

__all__ = ["ProgrammeForm"]

_OFFLINE_POINTS = (Decimal(100), Decimal(300), Decimal(1000))


class ProgrammeForm(Form):
    """Numbers as people write them; what makes no sense is said at its field."""

    def __init__(self) -> None:
        super().__init__()
        said = words.setup
        self.value, self.share = _number(said.point_value(), "coins"), _number(said.redeem_share(), "receipt-text")
        self.lifetime, self.ask = _number(said.lifetime(), "calendar"), _number(said.ask_above(), "circle-question-mark")
        self._labeled = {
            "value": Labeled(said.point_value(), self.value),
            "share": Labeled(f"{said.redeem_share()} (%)", self.share),
            "lifetime": Labeled(said.lifetime(), self.lifetime),
            "ask": Labeled(said.ask_above(), self.ask),
        }
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 6)
        for index, labeled in enumerate(self._labeled.values()):
            self._grid.addWidget(labeled, index // 2, index % 2)
        self.offline = ChoiceRow(
            said.offline_points(),
            said.offline_points_why(),
            (said.not_offline(), *(said.offline_up_to(str(each)) for each in _OFFLINE_POINTS)),
        )
        self._offline = 0
        self.column.addLayout(self._grid)
        self.column.addWidget(self.offline)
        self._rounding = PlainLabel(said.rounding(), Type.HINT, Ink.TEXT3, wrap=True)
        self.column.addWidget(self._rounding)
        self.column.addStretch(1)
        self.offline.chosen.connect(self._choose_offline)
        for field in (self.value, self.share, self.lifetime, self.ask):
            field.textEdited.connect(self._typed)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a switch
        """Take less height."""
        self._rounding.setVisible(not low)
        self._grid.setVerticalSpacing(8 if low else 16)

    def fill(self, settings: Settings) -> None:
        """The rules so far."""
        rules = settings.programme
        self.value.setText(typed_form(rules.point_value, settings.shop.language))
        self.share.setText(typed_form(rules.max_redeem_percent, settings.shop.language))
        self.lifetime.setText("" if rules.lifetime_days is None else str(rules.lifetime_days))
        self.ask.setText(typed_form(rules.amount_to_ask, settings.shop.language))
        near = min(range(len(_OFFLINE_POINTS)), key=lambda at: abs(_OFFLINE_POINTS[at] - rules.offline_limit))
        self._show_offline(near + 1 if rules.offline_redeem else 0)

    def read(self, settings: Settings) -> Settings | None:
        """Each number by the bounds that the settings have."""
        rules, faulty = settings.programme, []
        days = self.lifetime.text().strip()
        answers: dict[str, tuple[str, object]] = {
            "value": ("point_value", number_of(self.value.text())),
            "share": ("max_redeem_percent", number_of(self.share.text())),
            "lifetime": ("lifetime_days", int(days) if days.isascii() and days.isdigit() else None if not days else "?"),
            "ask": ("amount_to_ask", number_of(self.ask.text())),
        }
        for name, (setting, value) in answers.items():
            better = self._with(settings, rules, setting, value, optional=name == "lifetime")
            self._labeled[name].show_error("" if better else words.setup.bad_number())
            if better is None:
                faulty.append(name)
            else:
                rules = better
        if faulty:
            getattr(self, faulty[0]).activate()
            return None
        limit = _OFFLINE_POINTS[self._offline - 1] if self._offline else rules.offline_limit
        return replace(settings, programme=replace(rules, offline_redeem=self._offline > 0, offline_limit=limit))

    def begin(self) -> None:
        """The first number."""
        self.value.activate(select=True)

    @staticmethod
    def _with(settings: Settings, rules: Programme, setting: str, value: object, *, optional: bool) -> Programme | None:
        if value == "?" or (value is None and not optional):
            return None
        better = replace(rules, **{setting: value})  # type: ignore[arg-type] # a number, or the None of no lifetime
        try:
            replace(settings, programme=better).check()
        except BadInput:
            return None
        return better

    def _choose_offline(self, at: int) -> None:
        self._show_offline(at)
        self.edited.emit()

    def _show_offline(self, at: int) -> None:
        self._offline = at
        self.offline.show_chosen(at)

    def _typed(self) -> None:
        for labeled in self._labeled.values():
            labeled.show_error("")
        self.edited.emit()


def _number(name: str, icon: str) -> TextField:
    return TextField("", icon=icon, name=name, style=Type.LEAD, limit=20)
