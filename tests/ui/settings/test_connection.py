"""A new key in the window, on a real till that talks to a real sandbox: tried, kept, used at once, and shown nowhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import CrmAuth, KeyPlace, Mode, Server, Settings, Shop, save
from pos_app.till.events import Connection
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.settings.connection_section import ConnectionSection
from pos_app.ui.settings.nav import Section
from pos_app.ui.shell import PageKey
from pos_app.ui.widgets.banner import BannerTone

SOON_MS = 20_000
JANA = "+420603551482"
OLD, NEW, CRM_OLD, CRM_NEW = "canary-old-9f1", "canary-new-7c2", "canary-crm-old-3a", "canary-crm-new-5b"


@dataclass
class Shopkeeper:
    """Whoever sits at a till whose keys were withdrawn."""

    sandbox: Sandbox
    keys: SessionKeys
    till: Till
    window: TillWindow
    folder: Path
    qtbot: QtBot

    @property
    def section(self) -> ConnectionSection:
        return self.window.settings.connection

    def types(self, name: KeyName, key: str) -> None:
        self.section.fields[name].edit.insert(key)
        self.section.buttons[name].click()

    def hears(self, tone: BannerTone) -> None:
        self.qtbot.waitUntil(lambda: self.section.banner.tone is tone and not self.section.banner.isHidden(), timeout=SOON_MS)

    def sees(self, connection: Connection) -> None:
        self.qtbot.waitUntil(lambda: self.till.status().connection is connection, timeout=SOON_MS)


@contextmanager
def opened(
    folder: Path, qtbot: QtBot, *, account: str = "demo-account", crm: bool = False, basic: bool = False
) -> Iterator[Shopkeeper]:
    theme.install()
    words.speak("en")
    with ExitStack() as stack:
        sandbox = stack.enter_context(Sandbox(app_key=NEW, crm_key=CRM_NEW, crm_password=CRM_NEW, account=account))
        settings = Settings(
            shop=Shop(name="Riverside Café", till="Till 2", currency="CZK", region="CZ", language="en"),
            server=Server(
                core_url=sandbox.core_url,
                crm_url=sandbox.crm_url if crm else "",
                mode=Mode.CRM if crm else Mode.SOLE,
                crm_auth=CrmAuth.BASIC if basic else CrmAuth.KEY,
                account="demo-account",
            ),
            keys=KeyPlace.SESSION,
            till_id="test",
        )
        save(DataDir(folder), settings)
        old = {KeyName.CRM_USER: "nobody", KeyName.CRM_PASSWORD: CRM_OLD} if basic else {KeyName.CRM_KEY: CRM_OLD}
        keys = SessionKeys({name: Secret(text) for name, text in {KeyName.APP_KEY: OLD, **old}.items()})
        till = stack.enter_context(open_till(settings, DataDir(folder), keys))
        till.start()
        window = TillWindow(till)
        window.shell.show()
        window.shell.request_page(PageKey.SETTINGS)
        window.settings.choose(Section.CONNECTION)
        QApplication.processEvents()
        yield Shopkeeper(sandbox, keys, till, window, folder, qtbot)
        window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def everything_said(window: QWidget) -> str:
    """Every text and accessible text below a window."""
    said: list[str] = []
    for each in (window, *window.findChildren(QObject)):
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is not None:
            said += [interface.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)]
        said += [str(each.property(name)) for name in ("displayText", "placeholderText", "toolTip")]
    return "\n".join(said)


def test_a_new_key_is_tried_used_at_once_and_what_waited_goes_out(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot) as keeper:
        keeper.sees(Connection.KEY_REFUSED)
        keeper.types(KeyName.APP_KEY, NEW)
        keeper.hears(BannerTone.GOOD)
        assert "demo-account" in keeper.section.banner.sentence
        keeper.sees(Connection.ONLINE)
        view = keeper.till.look_live(keeper.till.parse(JANA)).result(20).customers[0]
        keeper.till.confirm(Draft(ids=keeper.till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))).result(20)
        qtbot.waitUntil(lambda: not keeper.till.queue(), timeout=SOON_MS)
        assert keeper.keys.get(KeyName.APP_KEY) == Secret(NEW)


def test_a_key_that_is_refused_changes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot) as keeper:
        keeper.types(KeyName.APP_KEY, "neither")
        keeper.hears(BannerTone.BAD)
        assert keeper.section.banner.sentence == "The server does not accept this key. Please copy it once more."
        assert keeper.keys.get(KeyName.APP_KEY) == Secret(OLD)


def test_a_key_of_another_account_is_refused_with_its_sentence(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot, account="somebody-else") as keeper:
        keeper.types(KeyName.APP_KEY, NEW)
        keeper.hears(BannerTone.BAD)
        assert keeper.section.banner.sentence == words.line.other_account_why()
        assert keeper.keys.get(KeyName.APP_KEY) == Secret(OLD)


def test_the_key_of_the_crm_is_tried_at_the_crm(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot, crm=True) as keeper:
        keeper.types(KeyName.CRM_KEY, "neither")
        keeper.hears(BannerTone.BAD)
        assert keeper.keys.get(KeyName.CRM_KEY) == Secret(CRM_OLD)
        keeper.types(KeyName.CRM_KEY, CRM_NEW)
        keeper.hears(BannerTone.GOOD)
        assert keeper.keys.get(KeyName.CRM_KEY) == Secret(CRM_NEW)
        assert not keeper.sandbox.ledger()


def test_a_user_and_a_password_are_tried_and_replaced_together(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot, crm=True, basic=True) as keeper:
        assert KeyName.CRM_KEY not in keeper.section.fields
        keeper.types(KeyName.CRM_PASSWORD, CRM_NEW)
        assert keeper.section.fields[KeyName.CRM_USER].error == words.setup.key_missing()
        keeper.section.fields[KeyName.CRM_USER].edit.insert("somebody")
        keeper.section.buttons[KeyName.CRM_PASSWORD].click()
        keeper.hears(BannerTone.BAD)
        assert keeper.keys.get(KeyName.CRM_PASSWORD) == Secret(CRM_OLD)
        keeper.section.fields[KeyName.CRM_USER].edit.insert(keeper.sandbox.crm_user)
        keeper.types(KeyName.CRM_PASSWORD, CRM_NEW)
        keeper.hears(BannerTone.GOOD)
        assert keeper.keys.get(KeyName.CRM_USER) == Secret(keeper.sandbox.crm_user)
        assert keeper.keys.get(KeyName.CRM_PASSWORD) == Secret(CRM_NEW)
        assert all(not field.text() for field in keeper.section.fields.values())


def test_a_key_is_in_no_file_no_log_and_no_word_of_the_window(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with opened(tmp_path, qtbot) as keeper:
        keeper.section.fields[KeyName.APP_KEY].edit.insert("canary-typed")
        assert "canary" not in everything_said(keeper.window.shell)
        keeper.window.settings.choose(Section.APPEARANCE)
        assert keeper.section.fields[KeyName.APP_KEY].text() == ""
        keeper.window.settings.choose(Section.CONNECTION)
        keeper.types(KeyName.APP_KEY, NEW)
        keeper.hears(BannerTone.GOOD)
        assert "Till key" in everything_said(keeper.window.shell)
        assert "canary" not in everything_said(keeper.window.shell)
    assert "canary" not in caplog.text
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"canary" not in file.read_bytes(), file


def test_the_sync_centre_sends_to_the_field_where_a_dead_key_is_replaced(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path, qtbot) as keeper:
        window = keeper.window
        window.shell.request_page(PageKey.SYNC)
        qtbot.waitUntil(lambda: window.sync.issues.to_keys.isVisible(), timeout=SOON_MS)
        window.sync.issues.to_keys.click()
        assert window.shell.shown is PageKey.SETTINGS
        assert window.settings.section is Section.CONNECTION
        keeper.types(KeyName.APP_KEY, NEW)
        keeper.hears(BannerTone.GOOD)
        window.shell.request_page(PageKey.SYNC)
        qtbot.waitUntil(lambda: not window.sync.issues.to_keys.isVisible(), timeout=SOON_MS)
