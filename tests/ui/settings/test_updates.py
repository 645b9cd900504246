"""New versions in the section "About": nothing happens without a press, and whatever goes wrong is said in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.settings import Settings, Shop
from pos_app.till.updating.state import Doing
from pos_app.ui import words
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.updates_part import UpdatesPart
from tests.ui.settings.pretend import PretendTill, Stage

Open = Callable[..., Stage]


def shown(stage: Stage) -> UpdatesPart:
    stage.page.choose(Section.ABOUT)
    stage.settle()
    return stage.page.about.updates


def press(stage: Stage) -> UpdatesPart:
    part = stage.page.about.updates
    part.act.click()
    stage.settle()
    return part


def test_three_presses_look_download_and_install(stage: Open) -> None:
    till = stage()
    part = shown(till)
    assert (part.status.text(), part.act.text()) == ("Not looked for yet.", "Look now")
    press(till)
    assert (part.status.text(), part.act.text()) == ("Version 0.2.0 is there.", "Download")
    assert part.note.text() == "Slips come out quicker."
    press(till)
    assert part.act.text() == "Close and install"
    press(till)
    assert till.upkeep.updating.asked == ["check", "download", "install"]


def test_the_vendors_words_are_those_of_the_shops_language(stage: Open) -> None:
    settings = Settings(shop=Shop(language="cs"))
    till = stage(language="cs", till=PretendTill(kept=settings))
    part = shown(till)
    press(till)
    assert part.note.text() == "Účtenky vyjedou rychleji."


@pytest.mark.parametrize("fault", UpdateFault)
def test_every_trouble_has_its_words_and_the_next_press_tries_again(stage: Open, fault: UpdateFault) -> None:
    till = stage()
    part = shown(till)
    till.upkeep.updating.refuses = UpdateTrouble("English for the log.", fault=fault)
    press(till)
    assert part.status.text() == words.updates.fault(fault)
    assert part.act.isEnabled()
    till.upkeep.updating.refuses = None
    press(till)
    assert part.status.text() == "Version 0.2.0 is there."


def test_what_is_under_way_is_not_begun_twice(stage: Open) -> None:
    till = stage()
    part = shown(till)
    state = till.upkeep.updating.find()
    assert state.artefact is not None
    till.upkeep.updating.state = replace(state, doing=Doing.DOWNLOADING, got_bytes=state.artefact.size // 2)
    part.show_state()
    assert (part.act.text(), part.act.isEnabled()) == ("44 % here", False)


def test_a_command_that_somebody_has_to_type_is_shown(stage: Open) -> None:
    till = stage()
    part = shown(till)
    updating = till.upkeep.updating
    updating.launch = replace(updating.launch, words=("sudo", "apt-get", "install", "./p.deb"), by_hand=True)
    updating.find()
    updating.download()
    press(till)
    assert part.status.text().endswith("sudo apt-get install ./p.deb")


def test_the_daily_look_is_switched_here_and_begins_with_one(stage: Open) -> None:
    till = stage()
    part = shown(till)
    assert not part.daily.isChecked()
    part.daily.click()
    till.settle()
    assert (till.upkeep.choices.on, till.upkeep.updating.asked) == (True, ["check"])
    part.daily.click()
    till.settle()
    assert (till.upkeep.choices.on, till.upkeep.updating.asked) == (False, ["check"])


def test_a_choice_that_the_disk_does_not_take_is_not_shown_as_made(stage: Open) -> None:
    till = stage()
    part = shown(till)
    till.upkeep.choices.disk_is_full = True
    part.daily.click()
    till.settle()
    assert not part.daily.isChecked()
    assert part.status.text() == words.reader.disk_did_not_take_it()


def test_a_build_without_a_feed_pretends_nothing(stage: Open) -> None:
    till = stage()
    till.upkeep.updating.offered = False
    part = shown(till)
    part.show_state()
    assert part.status.text() == "This build of the program offers no updates."
    assert not part.act.isVisible()
    assert not part.daily.isVisible()
    assert till.upkeep.updating.asked == []


def test_a_licence_takes_the_place_while_it_is_read(stage: Open) -> None:
    till = stage()
    part = shown(till)
    licence = till.page.about.licences[0]
    licence.click()
    assert not part.isVisible()
    licence.click()
    assert part.isVisible()
    assert not till.page.about.text.isVisible()
    licence.click()
    till.page.choose(Section.DATA)
    assert shown(till).isVisible()
