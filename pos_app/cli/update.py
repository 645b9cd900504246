"""``update``: what is known of new versions, and having one here; ``--install`` runs its installer, with the window closed."""

from __future__ import annotations

import argparse
import sys

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.endings import TROUBLE
from pos_app.cli.opened import opened
from pos_app.data_dir import data_dir
from pos_app.keys import SessionKeys
from pos_app.loyalty.errors import DiskBusy, UpdateFault, UpdateTrouble
from pos_app.settings import load
from pos_app.till.updating.installing import Launch


def update(call: Call) -> int:
    """Do what was asked for, and tell how it stands."""
    arguments, updating = call.arguments, call.till.updating
    if arguments.on or arguments.off:
        call.till.choices.save_updates(check=arguments.on).result()
    if arguments.check or arguments.download:
        updating.check()
    file = updating.download(back=arguments.back) if arguments.download else None
    state, ready = (updating.look_here() if updating.offered else updating.state), updating.readiness()
    release, artefact, previous = state.release, state.artefact, updating.previous()
    answer = {
        "version": str(updating.build.version),
        "offered": updating.offered,
        "on": call.till.choices.updates(),
        "checked_at": show.moment(state.checked_at),
        "newer": None
        if release is None or artefact is None
        else {
            "version": str(release.version),
            "published": show.moment(release.published),
            "data": release.data,
            "notes": dict(release.notes),
            "size": artefact.size,
            "downloaded": state.downloaded,
        },
        "previous": None if previous is None else str(previous.version),
        "file": None if file is None else str(file),
        "ready": ready.ready,
        "waiting": ready.waiting,
        "needs_person": ready.needs_person,
        "begun": ready.begun,
    }
    if arguments.json:
        call.answer(answer)
        return 0
    call.line(f"This is version {updating.build.version}.")
    if not updating.offered:
        call.line(updating.build.fault or "This build offers no updates: its vendor has to put a feed into it.")
        return 0
    looked = show.moment(state.checked_at)
    daily = "Looked for once a day." if answer["on"] else "Not looked for by itself (switch that on: pos-app update --on)."
    call.line(f"{daily} Last looked: {looked or 'never'}.")
    if release is not None:
        here = "downloaded, and as the vendor signed it" if state.downloaded else "not downloaded"
        call.line(f"Version {release.version} is there: {here}.")
        call.line(release.notes.get(call.till.choices.language()) or release.notes.get("en", ""))
    elif looked:
        call.line("No newer version is known.")
    if file is not None:
        call.line(f"The installer: {file}")
    return 0


def install(arguments: argparse.Namespace) -> int:
    """Look that nothing is open, copy the data, let go of it, and run the installer; to its end where it does not wait for ours."""
    place = data_dir(arguments.data_dir)
    try:
        with opened(load(place), place, SessionKeys(), has_keys=False) as mine:
            if not mine.till.updating.offered:
                mine.till.updating.look_here()
            launch = mine.till.updating.prepare(back=arguments.back)
    except DiskBusy as error:
        sentence = "The till is open: close its window first, or install from there (Settings, About)."
        raise UpdateTrouble(sentence, fault=UpdateFault.NOT_NOW) from error
    return run_installer(launch, arguments)


def run_installer(launch: Launch, arguments: argparse.Namespace) -> int:
    """Run it, and tell what came of it; the exit code. Raises UpdateTrouble."""
    if launch.by_hand:
        if arguments.json:
            show.answer({"command": launch.line, "code": None}, sys.stdout)
        else:
            show.line(f"The data is copied. Now type:  {launch.line}", sys.stdout)
        return 0
    if launch.waits:
        # Windows does not replace files that are in use, and these are.
        launch.start()
        if arguments.json:
            show.answer({"command": launch.line, "code": None}, sys.stdout)
        else:
            show.line(f"The installer goes on by itself once this program has ended: see {launch.log}", sys.stdout)
        return 0
    code = launch.run()
    if arguments.json:
        show.answer({"command": launch.line, "code": code}, sys.stdout)
    else:
        show.line("Installed." if code == 0 else f"The installer ended with {code}: see {launch.log}", sys.stdout)
    return 0 if code == 0 else TROUBLE
