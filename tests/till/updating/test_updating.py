"""A till learns of new versions from its vendor alone, once a day if it is to, and is never made worse by what it finds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from pos_app.loyalty.errors import UpdateFault, UpdateTrouble
from pos_app.till.events import Event, InstallWanted, UpdatesChanged
from pos_app.till.updating.installing import Readiness
from pos_app.till.updating.state import Doing
from pos_app.till.updating.updating import Updating
from pos_app.updates.version import Version
from tests.passquare.raw_server import Request, Talk, answer
from tests.till.updating.stand import CONTENT, FEED, INSTALLER, Stand
from tests.updates.vendor import Vendor

DAY = timedelta(hours=24)
ASKED = [FEED, f"{FEED}.sig"]


def fails(act: Callable[[], object], fault: UpdateFault) -> None:
    with pytest.raises(UpdateTrouble) as caught:
        act()
    assert caught.value.fault is fault
    assert str(caught.value).endswith(".")


def test_a_new_version_is_told_downloaded_and_proved(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        state = updating.check()
        assert (str(state.release and state.release.version), state.downloaded, state.checked_at) == ("0.2.0", False, stand.now)
        file = updating.download()
        assert file.read_bytes() == CONTENT
        assert (updating.state.downloaded, updating.state.percent, updating.state.doing) == (True, 100, Doing.NOTHING)


def test_what_is_known_is_known_at_the_next_start_without_asking_anybody(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        updating.download()
    stand.shelf.server.requests.clear()
    with stand.open() as updating:
        state = updating.look_here()
        assert (str(state.release and state.release.version), state.downloaded) == ("0.2.0", True)
    # Installed by now: there is nothing newer any more.
    with stand.open(version=Version(0, 2, 0)) as updating:
        assert updating.look_here().release is None
    assert stand.shelf.asked == []


def test_an_older_program_and_one_that_does_not_know_the_data_are_no_update(stand: Stand) -> None:
    stand.publish("0.2.0", data=6)
    with stand.open(version=Version(0, 3, 0)) as updating:
        assert updating.check().release is None
        fails(updating.download, UpdateFault.NOTHING)
    with stand.open(data=7) as updating:
        assert updating.check().release is None


def test_a_feed_of_somebody_else_changes_nothing(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        stand.publish("0.9.0", sequence=9, seal=Vendor().seal(stand.shelf.files[FEED]))
        fails(updating.check, UpdateFault.FORGED)
        assert updating.state.trouble is not None
        assert str(updating.state.release and updating.state.release.version) == "0.2.0"
        stand.publish("0.9.0", sequence=9)
        assert str((release := updating.check().release) and release.version) == "0.9.0"
        assert updating.state.trouble is None


def test_an_old_feed_is_not_believed_again_not_even_after_a_restart(stand: Stand) -> None:
    stand.publish("0.2.0", sequence=7)
    old = dict(stand.shelf.files)
    stand.publish("0.3.0", sequence=8)
    with stand.open() as updating:
        updating.check()
    stand.shelf.files.update(old)
    with stand.open() as updating:
        fails(updating.check, UpdateFault.OLDER)
        assert str((release := updating.look_here().release) and release.version) == "0.3.0"


def test_a_feed_that_is_held_up_is_noticed(stand: Stand) -> None:
    stand.publish("0.2.0", days=30)
    stand.now += timedelta(days=31)
    with stand.open() as updating:
        fails(updating.check, UpdateFault.EXPIRED)
        assert updating.state.release is None
        assert updating.state.checked_at is None


def test_what_was_known_expires_too(stand: Stand) -> None:
    stand.publish("0.2.0", days=30)
    with stand.open() as updating:
        updating.check()
        updating.download()
        stand.now += timedelta(days=30)
        assert updating.look_here().release is None
        fails(updating.prepare, UpdateFault.EXPIRED)


@pytest.mark.parametrize(
    "harm",
    [lambda data: data[:-5], lambda data: data.replace(b"0.2.0", b"0.9.0"), lambda _data: b"", lambda data: b"\xff" * len(data)],
)
def test_a_feed_that_was_changed_on_the_disk_is_not_believed(stand: Stand, harm: Callable[[bytes], bytes]) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        file = stand.folder / "feed"
        file.write_bytes(harm(file.read_bytes()))
        assert updating.look_here().release is None
        fails(updating.download, UpdateFault.NOTHING)


def test_a_till_without_a_network_says_so_and_keeps_what_it_knew(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        stand.shelf.files.clear()
        fails(updating.check, UpdateFault.UNREACHABLE)
        fails(updating.download, UpdateFault.UNREACHABLE)
        assert updating.state.release is not None
        assert updating.state.doing is Doing.NOTHING


def test_it_looks_once_a_day_and_only_if_somebody_wants_it(stand: Stand) -> None:
    stand.publish("0.2.0")
    stand.wanted = False
    with stand.open() as updating:
        assert not updating.look()
        assert stand.shelf.asked == []
        stand.wanted = True
        assert [updating.look(), updating.look()] == [True, False]
        assert stand.shelf.asked == ASKED
        stand.now += DAY - timedelta(seconds=1)
        assert not updating.look()
        stand.now += timedelta(seconds=1)
        assert updating.look()
    # A restart does not make it ask more often.
    with stand.open() as updating:
        assert not updating.look()
        assert str(updating.state.release and updating.state.release.version) == "0.2.0"


def test_a_feed_that_cannot_be_read_is_tried_again_after_an_hour(stand: Stand) -> None:
    with stand.open() as updating:
        assert updating.look()
        assert not updating.look()
        assert updating.state.trouble is not None
        stand.now += timedelta(hours=1)
        stand.publish("0.2.0")
        assert updating.look()
        assert updating.state.trouble is None


def test_a_clock_that_was_set_back_puts_nothing_off(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        assert updating.look()
        stand.now -= timedelta(days=400)
        assert updating.look()


def test_a_shift_that_is_not_closed_is_not_installed_over(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        updating.download()
        for open_thing in ({"waiting": 1}, {"needs_person": 1}, {"begun": 1}):
            stand.readiness = Readiness(**open_thing)
            fails(updating.install, UpdateFault.NOT_NOW)
        assert stand.backups == []
        assert updating.to_run() is None


def test_the_window_is_asked_to_close_once_the_data_is_copied(stand: Stand) -> None:
    stand.publish("0.2.0")
    heard: list[Event] = []
    with stand.open() as updating:
        updating.check()
        file = updating.download()
        stand.events.subscribe(heard.append)
        launch = updating.install()
        assert (launch.words, launch.by_hand, stand.backups) == (("sh", str(file)), False, ["0.2.0"])
        assert InstallWanted() in heard
        assert updating.to_run() == launch
        assert updating.to_run() is None


def test_a_sale_that_comes_while_the_window_closes_puts_it_off(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        updating.download()
        updating.install()
        stand.readiness = Readiness(waiting=1)
        assert updating.to_run() is None


def test_an_installer_that_was_changed_meanwhile_is_not_run(stand: Stand) -> None:
    stand.publish("0.2.0")
    with stand.open() as updating:
        updating.check()
        updating.download().write_bytes(b"#!/bin/sh\nrm -rf /\n")
        fails(updating.install, UpdateFault.WRONG_FILE)
        assert stand.backups == []


def test_one_goes_back_to_the_version_before(stand: Stand) -> None:
    stand.publish("0.2.0", "0.1.0", "0.3.0")
    with stand.open(version=Version(0, 2, 0), data=7) as updating:
        updating.check()
        assert str((previous := updating.previous()) and previous.version) == "0.1.0"
        file = updating.download(back=True)
        assert file.name == "pos-app-0.1.0.run"
        assert updating.prepare(back=True).words == ("sh", str(file))
        assert not updating.state.downloaded


def test_closing_the_till_does_not_wait_for_a_download(stand: Stand) -> None:
    stand.publish("0.2.0", content=CONTENT * 1000)
    began = threading.Event()

    def stall(talk: Talk, request: Request) -> bool:
        if request.line.split()[1] != INSTALLER:
            return False
        talk.send(answer(CONTENT * 1000)[:1000])
        began.set()
        talk.hold()
        return True

    stand.shelf.misbehave = stall
    with stand.open() as updating:
        updating.check()
        download = updating.later(updating.download)
        assert began.wait(20)
    assert isinstance(download.exception(20), UpdateTrouble)


def test_a_window_hears_how_far_a_download_is(stand: Stand) -> None:
    stand.publish("0.2.0", content=bytes(1_000_000))
    with stand.open() as updating:
        updating.check()
        seen: list[int] = []
        stand.events.subscribe(lambda event: seen.append(updating.state.percent) if isinstance(event, UpdatesChanged) else None)
        updating.download()
    assert seen == sorted(seen)
    assert len(set(seen)) > 10
    # A word for each per cent at most, not one for each packet.
    assert len(seen) < 110


def test_a_build_without_a_feed_asks_nobody(stand: Stand) -> None:
    with stand.open() as real:
        build = real.build
    without = Updating(
        build=type(build)(offer=None, version=build.version, arch=build.arch),
        folder=stand.folder,
        proxy="",
        data=6,
        wanted=lambda: True,
        readiness=lambda: stand.readiness,
        back_up=stand.backups.append,
        events=stand.events,
        now=lambda: stand.now,
        chance=real._chance,
    )
    without.start()
    assert not without.offered
    fails(without.check, UpdateFault.NOTHING)
    fails(without.look_here, UpdateFault.NOTHING)
    assert without.previous() is None
    without.stop()
    assert not stand.folder.exists()
