"""Every scene there is: each screen's own module holds its scenes, here they get their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.gallery.view import Scene, Shown, View
from tests.ui.journal import gallery as journal
from tests.ui.register import gallery as register
from tests.ui.sale import gallery as sale
from tests.ui.settings import gallery as settings
from tests.ui.setup import gallery as setup
from tests.ui.sync import gallery as sync
from tests.ui.trouble import gallery as trouble

__all__ = ["SCENES", "named"]


def _of(screen: str, scenes: Mapping[str, Callable[[View], Shown]], *, own_size: bool = False) -> dict[str, Scene]:
    made = (Scene(name=f"{screen}-{name}", open=show, own_size=own_size) for name, show in scenes.items())
    return {scene.name: scene for scene in made}


SCENES = {
    **_of("sale", sale.SCENES),
    **_of("register", register.SCENES),
    **_of("journal", journal.SCENES),
    **_of("sync", sync.SCENES),
    **_of("sync", sync.LONG_SCENES, own_size=True),
    **_of("settings", settings.SCENES),
    **_of("setup", setup.SCENES),
    **_of("trouble", trouble.SCENES, own_size=True),
}


def named(beginnings: tuple[str, ...]) -> list[Scene]:
    """The scenes whose names begin so; all of them if nothing is asked for. Raises LookupError for a name that none has."""
    for each in beginnings:
        if not any(name.startswith(each) for name in SCENES):
            raise LookupError(f"no scene is called {each!r}; there are: {', '.join(SCENES)}")
    return [scene for name, scene in SCENES.items() if not beginnings or name.startswith(beginnings)]
