"""An installer on the disk is what the vendor signed, or is not there; what broke off is gone on with; sales keep their room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.passquare.transport import Fetcher
from pos_app.till.updating.downloads import STAYS_FREE_BYTES, Downloads
from pos_app.updates.feed import Artefact, Release, read_feed
from pos_app.updates.version import Version
from tests.passquare.raw_server import Request, Talk, answer
from tests.updates import vendor
from tests.updates.shelf import Shelf

CONTENT = bytes(range(256)) * 2048
SIZE = len(CONTENT)


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with Shelf(files={"/p.run": CONTENT}).open() as shelf:
        yield shelf


@pytest.fixture
def fetcher(shelf: Shelf) -> Iterator[Fetcher]:
    with shelf.fetcher() as fetcher:
        yield fetcher


@pytest.fixture
def wanted(shelf: Shelf) -> tuple[Release, Artefact]:
    return promised(shelf, CONTENT)


def promised(shelf: Shelf, content: bytes, version: str = "0.2.0") -> tuple[Release, Artefact]:
    (release,) = read_feed(vendor.feed(vendor.release(version, vendor.artefact(content, shelf.url("/p.run"))))).releases
    return release, release.artefacts[0]


def said(caught: pytest.ExceptionInfo[UpdateTrouble]) -> UpdateFault:
    return caught.value.fault


def nobody(_bytes: int) -> None:
    """Nobody is told how far it is."""


def test_an_installer_is_fetched_once_and_only_its_owner_may_read_it(
    shelf: Shelf, fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path
) -> None:
    folder = tmp_path / "updates"
    downloads = Downloads(folder, fetcher)
    told: list[int] = []
    file = downloads.fetch(*wanted, told.append)
    assert (file.name, file.read_bytes(), told[-1]) == ("pos-app-0.2.0.run", CONTENT, SIZE)
    assert told == sorted(told)
    assert (file.stat().st_mode | folder.stat().st_mode) & 0o077 == 0
    assert downloads.has(*wanted)
    downloads.fetch(*wanted, nobody)
    assert len(shelf.server.requests) == 1


def test_what_broke_off_is_gone_on_with_after_a_restart(
    shelf: Shelf, fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path
) -> None:
    def break_off(talk: Talk, request: Request) -> bool:
        talk.send(answer(CONTENT)[: SIZE // 2])
        return True

    shelf.misbehave = break_off
    with pytest.raises(UpdateTrouble) as caught:
        Downloads(tmp_path, fetcher).fetch(*wanted, nobody)
    assert said(caught) is UpdateFault.UNREACHABLE
    assert not Downloads(tmp_path, fetcher).has(*wanted)
    reached = (tmp_path / "pos-app-0.2.0.run.part").stat().st_size
    shelf.misbehave = None
    assert Downloads(tmp_path, fetcher).fetch(*wanted, nobody).read_bytes() == CONTENT
    assert shelf.asked == ["/p.run", f"/p.run from {reached}-"]


def test_what_is_not_what_was_signed_is_thrown_away(shelf: Shelf, fetcher: Fetcher, tmp_path: Path) -> None:
    release, artefact = promised(shelf, CONTENT)
    shelf.files["/p.run"] = CONTENT[:-1] + b"\x00"
    with pytest.raises(UpdateTrouble) as caught:
        Downloads(tmp_path, fetcher).fetch(release, artefact, nobody)
    assert said(caught) is UpdateFault.WRONG_FILE
    assert list(tmp_path.iterdir()) == []


def test_the_beginning_of_another_file_is_not_gone_on_with(
    fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path
) -> None:
    (tmp_path / "pos-app-0.2.0.run.part").write_bytes(b"something else")
    assert Downloads(tmp_path, fetcher).fetch(*wanted, nobody).read_bytes() == CONTENT


def test_a_part_that_is_too_long_is_begun_anew(fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path) -> None:
    (tmp_path / "pos-app-0.2.0.run.part").write_bytes(CONTENT + b"more")
    assert Downloads(tmp_path, fetcher).fetch(*wanted, nobody).read_bytes() == CONTENT


def test_a_file_that_was_changed_on_the_disk_is_not_there_any_more(
    fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path
) -> None:
    downloads = Downloads(tmp_path, fetcher)
    file = downloads.fetch(*wanted, nobody)
    file.write_bytes(CONTENT[:-1] + b"\x00")
    assert not downloads.has(*wanted)
    assert downloads.fetch(*wanted, nobody).read_bytes() == CONTENT


@pytest.mark.parametrize("free", [[STAYS_FREE_BYTES], [2**40, 2**40, STAYS_FREE_BYTES - 1]])
def test_the_sales_keep_their_room_on_the_disk(
    shelf: Shelf, fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path, free: list[int]
) -> None:
    left = iter(free)
    downloads = Downloads(tmp_path, fetcher, free_bytes=lambda _folder: next(left), look_every_bytes=1000)
    with pytest.raises(UpdateTrouble) as caught:
        downloads.fetch(*wanted, nobody)
    assert said(caught) is UpdateFault.NO_ROOM
    # What was read gives its room back.
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(fetcher: Fetcher, wanted: tuple[Release, Artefact], tmp_path: Path) -> None:
    (tmp_path / "updates").write_text("a file is in the way")
    with pytest.raises(UpdateTrouble) as caught:
        Downloads(tmp_path / "updates", fetcher).fetch(*wanted, nobody)
    assert said(caught) is UpdateFault.DISK


def test_only_the_newer_and_the_own_version_stay(shelf: Shelf, fetcher: Fetcher, tmp_path: Path) -> None:
    downloads = Downloads(tmp_path, fetcher)
    for name in ("0.1.0", "0.2.0", "0.2.1", "0.2.10"):
        downloads.fetch(*promised(shelf, CONTENT, name), nobody)
    (tmp_path / "pos-app-0.1.9.run.part").write_bytes(b"x")
    (tmp_path / "feed").write_bytes(b"x")
    downloads.thin(Version(0, 2, 1), Version(0, 1, 0))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["feed", "pos-app-0.1.0.run", "pos-app-0.2.1.run"]


def test_nothing_of_the_name_comes_from_outside(fetcher: Fetcher, tmp_path: Path) -> None:
    said: dict[str, Any] = vendor.artefact(b"x", "https://v.example/../../../../etc/cron.d/x")
    (release,) = read_feed(vendor.feed(vendor.release("0.2.0", said))).releases
    assert Downloads(tmp_path, fetcher).file(release, release.artefacts[0]) == tmp_path / "pos-app-0.2.0.run"
