"""The slip of a chosen sale: looked at, printed as a copy, kept as a PDF. No Qt of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import NotPrinted, PosError
from pos_app.paper.printer import PrinterKind
from pos_app.ui import words
from pos_app.ui.printing.page import save_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from pos_app.paper.slip import Picture, Slip
    from pos_app.till.browsing import Story
    from pos_app.ui.printing.compose import Composer
    from pos_app.ui.printing.seam import SlipMaker
    from pos_app.ui.sale.states import Runner

__all__ = ["Reprint"]


class Reprint:
    """GUI thread. ``say`` gets a sentence about what was done, ``warn`` about what was not."""

    def __init__(
        self,
        printing: SlipMaker,
        runner: Runner,
        composer: Composer,
        *,
        story: Story,
        folder: Callable[[], Path],
        changed: Callable[[], None],
        say: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        self._printing, self._runner, self._composer = printing, runner, composer
        self._folder, self._changed, self._say, self._warn = folder, changed, say, warn
        self._sale_id = story.record.sale.sale_id
        self._slip: Slip | None = None
        self.story = story
        self.picture: Picture | None = None
        """None: not drawn yet."""
        self.busy = False
        """It is being printed or written."""
        self.why: NotPrinted | None = None
        """Why it did not come out."""
        runner.run(printing.slip(self._sale_id, composer.copy), self._composed, self._failed)

    @property
    def can_print(self) -> bool:
        """Whether a printer is set up."""
        return self._printing.printer.kind is not PrinterKind.NONE

    def print(self) -> None:
        """Print what is seen."""
        if self.can_print and not self.busy:
            self.busy, self.why = True, None
            self._runner.run(self._printing.print_sale(self._sale_id, self._composer.copy), self._printed, self._failed)
            self._changed()

    def save(self) -> None:
        """Keep it as a PDF where people look for their files."""
        if self._slip is not None and not self.busy:
            self.busy = True
            self._runner.run(self._printing.run(partial(save_pdf, self._slip, self._folder())), self._saved, self._failed)
            self._changed()

    def _composed(self, slip: Slip) -> None:
        self._slip = slip
        self._runner.run(self._printing.picture(slip, self._printing.printer.width), self._drawn, self._failed)

    def _drawn(self, picture: Picture) -> None:
        self.picture = picture
        self._changed()

    def _printed(self, _none: None) -> None:
        self.busy = False
        self._say(words.slip.printed())
        self._changed()

    def _saved(self, file: Path) -> None:
        self.busy = False
        self._say(words.slip.saved_pdf(file.name, file.parent.name))
        self._changed()

    def _failed(self, error: PosError) -> None:
        self.busy = False
        if isinstance(error, NotPrinted):
            self.why = error
            self._warn(words.slip.problem(error.why))
        else:
            self._warn(words.slip.not_saved_pdf())
        self._changed()
