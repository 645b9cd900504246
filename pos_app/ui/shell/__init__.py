"""The frame around all pages: ``MainShell`` with rail and top bar.

::

    shell = MainShell(title="Till", clock=lambda: formats.time(datetime.now().astimezone()))
    shell.add_page(PageKey.SALE, sale_page)          # the other tiles say what will come
    shell.show_top_bar(TopBarState(shop="Riverside Café", till="Till 2",
        account=PillView(words=words.shell.account("€980.00"), tone=PillTone.BARE, icon="shield-check"),
        queue=PillView(words=words.shell.waiting(3), tone=PillTone.WARN, icon="clock-arrow-up"),
        connection=PillView(words=words.shell.online(), tone=PillTone.OK)))
    shell.page_requested.connect(...)                # PageKey
    shell.queue_clicked.connect(...)
"""

from .main_shell import MainShell, Reflowing
from .pages import PageKey, RailItem, rail_items
from .top_bar import PillView, TopBarState

__all__ = ["MainShell", "PageKey", "PillView", "RailItem", "Reflowing", "TopBarState", "rail_items"]
