"""``SlipSheet``: the slip of a sale as it would come out of the printer, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.journal.sheet import Sheet
from pos_app.ui.printing.preview import SlipPicture
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from pos_app.ui.journal.reprint import Reprint
    from pos_app.ui.journal.row_words import RowWords

__all__ = ["SlipSheet"]


class SlipSheet(Sheet):
    """``pdf_asked``: it is to be kept as a file."""

    pdf_asked = Signal()

    def __init__(self, row_words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(words.slip.title(), row_words, parent)
        said = words.slip
        self.picture = SlipPicture()
        self.scroller = ScrollColumn()
        self.scroller.column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.scroller.column.addStretch(1)
        self.note = PlainLabel("", Type.HINT, Ink.TEXT2, wrap=True)
        self.pdf = Button(said.save_pdf(), ButtonKind.SECONDARY, icon="download", height=64)
        self.main.setText(said.print())
        self.pdf.clicked.connect(self.pdf_asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.pdf, 1)
        row.addWidget(self.main, 1)
        self.body.addWidget(self.scroller, 1)
        self.body.addWidget(self.note)
        self.body.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.scroller)

    def show_slip(self, slip: Reprint) -> None:
        """Show it as it stands."""
        said = words.slip
        self.show_sale(slip.story)
        self.picture.show_picture(slip.picture)
        self.pdf.setEnabled(slip.picture is not None and not slip.busy)
        self.main.setEnabled(slip.can_print and not slip.busy)
        self.main.setText(said.printing() if slip.busy else said.try_again() if slip.why else said.print())
        note = ""
        if not slip.can_print:
            note = f"{said.none_set_up()}: {said.where_to_set_up()}"
        elif slip.why is not None:
            note = f"{said.problem(slip.why.why)}. {said.may_be_in_part() if slip.why.in_part else ''}".strip()
        self.note.setText(note)
        self.note.set_look(ink=Ink.BAD if slip.why else Ink.TEXT2)
        self.note.setVisible(bool(note))
