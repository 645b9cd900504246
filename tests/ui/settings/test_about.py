"""The section "About" on a real till: a file for whoever helps, with nothing in it that is anybody's."""

from __future__ import annotations

import json
import zipfile
from decimal import Decimal
from pathlib import Path

from pytestqt.qtbot import QtBot

from pos_app import __version__
from pos_app.loyalty.phone import parse_phone
from pos_app.till.selling import Draft
from pos_app.ui.settings.nav import Section
from pos_app.ui.shell import PageKey
from pos_app.ui.widgets.banner import BannerTone
from tests.ui.real_window import real_window

SOON_MS = 20_000


def test_the_diagnostics_tell_of_the_till_and_of_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "diagnostics.zip"
    with real_window(tmp_path / "data", PageKey.SETTINGS) as (sandbox, till, window):
        somebody = sandbox.customers()[0]
        view = till.look_live(till.parse(somebody.phone)).result(20).customers[0]
        till.confirm(Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))).result(20)
        window.settings.choose(Section.ABOUT)
        qtbot.waitUntil(lambda: bool(window.settings.about.sqlite.words), timeout=SOON_MS)
        window.settings.about.save_to(file)
        qtbot.waitUntil(lambda: window.settings.about.banner.tone is BannerTone.GOOD, timeout=SOON_MS)
        secrets = [sandbox.app_key, sandbox.crm_key, sandbox.account, somebody.name, somebody.phone, *somebody.cards]
        secrets += [somebody.phone.removeprefix("+420"), "Riverside", str(tmp_path)]
    with zipfile.ZipFile(file) as packed:
        said = "\n".join(packed.read(name).decode() for name in packed.namelist())
        till_says = json.loads(packed.read("till.json"))
    assert till_says["versions"]["pos-app"] == __version__
    assert till_says["queue"]["needs_person"] == 0
    assert parse_phone(somebody.phone, region="CZ") == somebody.phone
    for secret in secrets:
        assert secret
        assert secret not in said


def test_every_licence_can_be_read_in_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    with real_window(tmp_path, PageKey.SETTINGS) as (_sandbox, _till, window):
        about = window.settings.about
        texts = set()
        for button in about.licences:
            button.click()
            qtbot.waitUntil(lambda: bool(about.text.toPlainText()), timeout=SOON_MS)
            texts.add(about.text.toPlainText())
        assert len(texts) == len(about.licences) == 4
        assert all("ermission" in text for text in texts)
