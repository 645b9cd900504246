"""Names and the servers' own words are letters, never markup: the Journal and the Sync centre (the Sale has a test of its own)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pos_app.loyalty.sale import Attention, Buyer, PostingState
from pos_app.ui.journal.story_row import StoryRow
from pos_app.ui.sync.filing import Filed
from pos_app.ui.widgets.pay_band import TotalLabel
from tests.ui.journal import gallery as journal
from tests.ui.journal.shop import JournalShop
from tests.ui.sync import gallery as sync
from tests.ui.sync import pretend

NAME = '<b>Jana</b> <img src="x.png">'
SAID = 'Limit <a href="http://x">reached</a> \u202e&amp;'
LETTERS = 'Limit <a href="http://x">reached</a> &amp;'


def labels(window: QWidget) -> list[str]:
    """What the visible labels say; each must say it as letters."""
    found = [each for each in window.findChildren(QLabel) if each.isVisible()]
    for label in found:
        assert isinstance(label, TotalLabel) or label.textFormat() is Qt.TextFormat.PlainText, label.text()
        assert "\u202e" not in label.text()
    return [each.text() for each in found]


def test_the_sync_centre(qapp: QApplication) -> None:
    sale = pretend.made("64.90", Buyer(phone=pretend.PETR.phone, name=NAME), pretend.at(12, 40))
    matter = pretend.stuck(sale, Attention.REFUSED, SAID)
    waiting = (pretend.waits("8.90", NAME, "+420605110000", pretend.NOW),)
    stage = sync.Stage(till=pretend.PretendSync(pretend.told((matter,), waiting))).open()
    stage.card().fold.click()
    stage.page.issues.show_filed(Filed(Path(NAME), backup=True))
    stage.settle()
    said = labels(stage.shell)
    stage.close()
    assert any(NAME in each for each in said)
    assert any(LETTERS in each for each in said)


def test_the_journal(qapp: QApplication, tmp_path: Path) -> None:
    def fill(shop: JournalShop) -> None:
        sale_id = shop.sell(NAME, receipt=NAME[:20])
        shop.sent(sale_id, PostingState.NEEDS_PERSON, Attention.REFUSED, SAID)

    stage = journal.Stage(tmp_path, fill=fill).open().choose(NAME)
    said = labels(stage.shell)
    told = [row.accessibleName() for row in stage.page.detail.findChildren(StoryRow)]
    stage.page.acting.take_back()
    stage.settle()
    said += labels(stage.shell)
    stage.close()
    assert any(NAME in each for each in said)
    assert any(LETTERS in each for each in told)
