"""The programme's numbers in the settings: what is saved, what is said of it, and what makes no sense."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import BadInput
from pos_app.settings import Settings, load, save
from pos_app.settings_change import change
from pos_app.till.choices import Choices
from pos_app.till.settings_keeper import SettingsKeeper
from pos_app.ui import words
from pos_app.ui.settings.nav import Section
from pos_app.ui.settings.programme_section import ProgrammeSection
from pos_app.ui.widgets.banner import BannerTone
from tests.ui.settings.pretend import Stage

Open = Callable[..., Stage]


def shown(stage: Stage) -> ProgrammeSection:
    stage.page.choose(Section.PROGRAMME)
    stage.settle()
    return stage.page.programme


def test_a_number_is_kept_and_it_is_said_that_the_next_sale_goes_by_it(stage: Open) -> None:
    opened = stage()
    section = shown(opened)
    assert not section.save.isEnabled()
    section.form.lifetime.edit.insert("365")
    section.save.click()
    opened.settle()
    assert opened.till.kept.programme.lifetime_days == 365
    assert section.banner.tone is BannerTone.GOOD
    assert section.banner.sentence == words.upkeep.next_sale()


def test_a_number_of_no_sense_is_not_kept(stage: Open) -> None:
    opened = stage()
    section = shown(opened)
    section.form.value.edit.setText("")
    section.form.value.edit.insert("-3")
    section.save.click()
    opened.settle()
    assert opened.till.kept == Settings()
    assert section.banner.isHidden()


def test_a_disk_that_takes_nothing_is_said_and_it_can_be_tried_again(stage: Open) -> None:
    opened = stage()
    opened.till.disk_is_full = True
    section = shown(opened)
    section.form.lifetime.edit.insert("365")
    section.save.click()
    opened.settle()
    assert section.banner.tone is BannerTone.BAD
    assert section.save.isEnabled()


def test_the_till_keeps_the_rules_in_its_file_and_nothing_that_makes_no_sense(tmp_path: Path) -> None:
    place = DataDir(tmp_path)
    save(place, Settings(till_id="test"))
    with ThreadPoolExecutor(1) as desk:
        choices = Choices(SettingsKeeper(load(place), partial(change, place)), desk)
        rules = replace(choices.settings().programme, point_value=Decimal("0.5"))
        choices.save_programme(rules).result(20)
        assert load(place).programme == rules
        with pytest.raises(BadInput):
            choices.save_programme(replace(rules, point_value=Decimal(-1))).result(20)
        assert load(place).programme == rules
