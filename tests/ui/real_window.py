"""The till's window on a real till that delivers to a real sandbox: what the tests of the pages on real parts start from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Server, Settings, Shop
from pos_app.till.till import Till
from pos_app.till.updating.build import Build
from pos_app.ui import theme, words
from pos_app.ui.app import TillWindow
from pos_app.ui.shell import PageKey


@contextmanager
def real_window(
    folder: Path, page: PageKey = PageKey.SALE, *, build: Build | None = None
) -> Iterator[tuple[Sandbox, Till, TillWindow]]:
    """Opened on ``page``, in English; taken down at the end."""
    theme.install()
    words.speak("en")
    with Sandbox() as sandbox:
        settings = Settings(
            shop=Shop(name="Riverside Café", till="Till 2", currency="CZK", region="CZ", language="en"),
            server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account),
            keys=KeyPlace.SESSION,
            till_id="test",
        )
        keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
        with open_till(settings, DataDir(folder), keys, build=build) as till:
            till.start()
            window = TillWindow(till)
            window.shell.show()
            window.shell.activateWindow()
            window.shell.request_page(page)
            QApplication.processEvents()
            yield sandbox, till, window
            window.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
