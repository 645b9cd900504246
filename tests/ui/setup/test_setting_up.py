"""The set-up on the screen, in a real window, against a real sandbox: what is answered, refused, left, and taken up again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.paper.printer import PrinterKind
from pos_app.sandbox.server import Sandbox
from pos_app.settings import CrmAuth, Dedupe, KeyPlace, Mode, load
from pos_app.till.setup_draft import SetupStep
from pos_app.ui import words
from pos_app.ui.setup.course import Answer
from pos_app.ui.setup.start import Outcome
from tests.ui.setup.started import Started, no_keyring

SOON_MS = 20_000
TEST_CUSTOMER = "+420000000001"


def test_a_till_without_a_crm_is_set_up_with_enter_alone(started: Started, sandbox: Sandbox, place: DataDir) -> None:
    started.to_balances(sandbox)
    started.to_the_end()
    started.finishes()
    assert started.set_up.outcome is Outcome.FINISHED
    settings = load(place)
    assert (settings.shop.name, settings.shop.till) == ("Kavárna Letná", "Pokladna 2")
    assert (settings.server.core_url, settings.server.account) == (sandbox.core_url, sandbox.account)
    assert (settings.server.mode, settings.keys) == (Mode.SOLE, KeyPlace.SESSION)
    assert started.set_up.finished is not None
    assert started.set_up.finished.keys[KeyName.APP_KEY].reveal() == sandbox.app_key


def test_the_account_and_its_prepaid_balance_are_told_before_anything_is_kept(
    started: Started, sandbox: Sandbox, place: DataDir
) -> None:
    started.names()
    started.connects(sandbox, sandbox.app_key)
    assert started.window.connection.account.words.startswith(sandbox.account)
    assert "980.00" in started.window.connection.account.words
    assert not place.settings.exists()


def test_a_key_that_is_refused_is_said_at_its_row_and_nobody_gets_on_with_it(started: Started, sandbox: Sandbox) -> None:
    started.names()
    started.connects(sandbox, "another-key")
    assert started.window.connection.account.words == "The server does not accept this key. Please copy it once more."
    assert started.window.other.isHidden()
    started.enter()
    started._qtbot.waitUntil(lambda: started.course.connection is Answer.FAILED, timeout=SOON_MS)
    assert started.course.step is SetupStep.CONNECTION


def test_a_server_that_cannot_be_reached_may_be_asked_later(started: Started, sandbox: Sandbox, place: DataDir) -> None:
    started.names()
    sandbox.unplug()
    started.connects(sandbox, sandbox.app_key)
    assert "cannot be reached" in started.window.connection.server.words
    assert started.window.other.isVisibleTo(started.window)
    started.window.other.click()
    started.reaches(SetupStep.BALANCES)
    started.to_the_end()
    assert "not asked yet" in started.window.practice.ready.sentence
    started.finishes()
    assert load(place).server.account == ""


def test_names_that_are_missing_are_asked_for_at_their_fields(started: Started) -> None:
    started.enter()
    assert started.window.shop.shop.error == started.window.shop.till.error == "Please give it a name"
    assert started.course.step is SetupStep.SHOP


def test_a_crm_needs_an_address_and_its_key_and_is_tried_on_a_test_customer(
    started: Started, sandbox: Sandbox, place: DataDir
) -> None:
    started.to_balances(sandbox)
    form = started.window.balances
    form.cards[Mode.CRM].click()
    started.enter()
    assert form.address.error
    form.address.setText(sandbox.crm_url)
    started.enter()
    assert form.key.error == "Please enter the key"
    form.key.insert(sandbox.crm_key)
    form.phone.insert(TEST_CUSTOMER)
    form.trial.click()
    started._qtbot.waitUntil(lambda: started.course.probing is Answer.WELL, timeout=SOON_MS)
    assert "counts once" in form.banner.sentence
    started.to_the_end()
    started.finishes()
    assert (load(place).server.mode, load(place).server.dedupe) == (Mode.CRM, Dedupe.PROVED)


def test_a_crm_may_ask_for_a_user_and_a_password(started: Started, sandbox: Sandbox, place: DataDir) -> None:
    started.to_balances(sandbox)
    form = started.window.balances
    form.cards[Mode.CRM].click()
    form.address.setText(sandbox.crm_url)
    form.basic.click()
    assert form.key.isHidden() or not form.key.isVisible()
    form.user.insert(sandbox.crm_user)
    started.enter()
    assert (form.user.error, form.password.error) == ("", "Please enter the key")
    form.password.insert(sandbox.crm_password)
    form.phone.insert(TEST_CUSTOMER)
    form.trial.click()
    started._qtbot.waitUntil(lambda: started.course.probing is Answer.WELL, timeout=SOON_MS)
    started.to_the_end()
    started.finishes()
    assert load(place).server.crm_auth is CrmAuth.BASIC
    written = b"".join(each.read_bytes() for each in place.path.rglob("*") if each.is_file())
    assert b"basic" in written
    assert sandbox.crm_password.encode() not in written


def test_a_set_up_that_was_left_goes_on_where_it_was_left_and_no_file_has_a_key(
    started: Started, sandbox: Sandbox, place: DataDir
) -> None:
    started.to_balances(sandbox)
    started.window.close()
    started.set_up.close()
    started.show()
    assert started.course.step is SetupStep.BALANCES
    assert started.course.settings.shop.name == "Kavárna Letná"
    written = b"".join(each.read_bytes() for each in place.path.rglob("*") if each.is_file())
    assert b"Letn" in written
    assert sandbox.app_key.encode() not in written


def test_a_till_key_that_no_keyring_kept_is_asked_for_at_its_own_step(started: Started, sandbox: Sandbox) -> None:
    started.to_balances(sandbox)
    started.course.keys.clear()
    started.enter()
    assert started.course.step is SetupStep.CONNECTION
    assert started.window.connection.key.error == "Please enter the key"
    assert not started.window.balances.key.error


def test_keys_are_kept_in_the_keyring_as_soon_as_their_step_is_left(qtbot: QtBot, place: DataDir, sandbox: Sandbox) -> None:
    rings: dict[str, SessionKeys] = {}
    started = Started(qtbot, place, lambda till_id: rings.setdefault(till_id, SessionKeys()))
    started.to_balances(sandbox)
    (ring,) = rings.values()
    secret = ring.get(KeyName.APP_KEY)
    assert secret is not None
    assert secret.reveal() == sandbox.app_key
    started.close()
    again = Started(qtbot, place, rings.__getitem__)
    assert again.course.keys[KeyName.APP_KEY] == secret
    assert again.course.settings.keys is KeyPlace.KEYRING
    again.close()


def test_another_language_is_spoken_at_once_and_what_was_typed_stays(started: Started) -> None:
    started.window.shop.shop.insert("Letná")
    started.window.shop.languages.buttons[1].click()
    started._qtbot.waitUntil(lambda: started.window.title.text() == "Jazyk a obchod", timeout=SOON_MS)
    assert started.window.shop.shop.text() == "Letná"
    words.speak("en")


@pytest.mark.parametrize(("typed", "kept"), [("1,5", Decimal("1.5")), ("0.25", Decimal("0.25"))])
def test_numbers_are_taken_as_people_write_them(
    started: Started, sandbox: Sandbox, place: DataDir, typed: str, kept: Decimal
) -> None:
    started.to_balances(sandbox)
    started.enter()
    started.reaches(SetupStep.PROGRAMME)
    started.window.programme.value.setText(typed)
    started.window.programme.share.setText("50")
    started.window.programme.lifetime.setText("365")
    started.enter()
    started.reaches(SetupStep.READER)
    rules = started.course.settings.programme
    assert (rules.point_value, rules.max_redeem_percent, rules.lifetime_days) == (kept, Decimal(50), 365)


@pytest.mark.parametrize("typed", ["", "abc", "0", "-1"])
def test_a_number_that_makes_no_sense_is_said_at_its_field(started: Started, sandbox: Sandbox, typed: str) -> None:
    started.to_balances(sandbox)
    started.enter()
    started.reaches(SetupStep.PROGRAMME)
    started.window.programme.value.setText(typed)
    started.enter()
    assert started.window.programme.value.error == "This number does not make sense here"
    assert started.course.step is SetupStep.PROGRAMME


def test_esc_goes_back_and_loses_nothing(started: Started, sandbox: Sandbox) -> None:
    started.to_balances(sandbox)
    QTest.keyClick(started.window, Qt.Key.Key_Escape)
    started.reaches(SetupStep.CONNECTION)
    assert started.course.connection is Answer.WELL
    started.enter()
    started.reaches(SetupStep.BALANCES)


def test_practising_ends_the_set_up_for_a_while_and_keys_and_answers_come_back(started: Started, sandbox: Sandbox) -> None:
    started.to_balances(sandbox)
    started.to_the_end()
    with started._qtbot.waitSignal(started.set_up.over, timeout=SOON_MS):
        started.window.practice.start.click()
    assert started.set_up.outcome is Outcome.PRACTISE
    started.set_up.close()
    started.show()
    assert started.course.step is SetupStep.PRACTICE
    assert started.course.connection is Answer.WELL
    assert KeyName.APP_KEY in started.course.keys


def test_a_printer_is_tried_with_a_test_page_and_kept_with_the_other_answers(
    started: Started, sandbox: Sandbox, place: DataDir, tmp_path: Path
) -> None:
    paper = tmp_path / "paper"
    started.to_balances(sandbox)
    started.enter()
    started.reaches(SetupStep.PROGRAMME)
    started.enter()
    started.reaches(SetupStep.READER)
    started.window.go_on.click()
    started.reaches(SetupStep.PRINTER)
    section = started.window.printer.section
    section.kinds.buttons[tuple(PrinterKind).index(PrinterKind.FILE)].click()
    started.window.go_on.click()
    assert section.address.error
    assert started.course.step is SetupStep.PRINTER
    section.address.insert(str(paper))
    section.test.click()
    started._qtbot.waitUntil(paper.exists, timeout=SOON_MS)
    started.window.go_on.click()
    started.reaches(SetupStep.PRACTICE)
    started.finishes()
    assert (load(place).printer.kind, load(place).printer.address) == (PrinterKind.FILE, str(paper))


def test_new_versions_are_looked_for_only_if_that_was_ticked(qtbot: QtBot, sandbox: Sandbox, place: DataDir) -> None:
    started = Started(qtbot, place, no_keyring, offers_updates=True)
    tick = started.window.shop.updates
    assert tick.isVisible()
    assert not tick.isChecked()
    tick.click()
    started.to_balances(sandbox)
    started.to_the_end()
    started.finishes()
    assert load(place).updates.check
    started.close()


def test_a_build_without_a_feed_does_not_ask_about_new_versions(started: Started, sandbox: Sandbox, place: DataDir) -> None:
    assert not started.window.shop.updates.isVisible()
    started.to_balances(sandbox)
    started.to_the_end()
    started.finishes()
    assert not load(place).updates.check
