"""The loudspeaker: a real sound server records what the till plays."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from pos_app.appearance import Sound, SoundLevel
from pos_app.devices.speaker import Speaker
from pos_app.devices.tones import RATE_HZ

TOOLS = ("pulseaudio", "parec")
SOON_S = 15.0
Recording = Callable[[], "array[int]"]


def wait_for(ready: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + SOON_S
    while not ready():
        assert time.monotonic() < until, f"{what} did not come in {SOON_S} s"
        time.sleep(0.02)


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A PulseAudio with a loudspeaker that nobody hears; its address."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"the sound is recorded with {', '.join(missing)}: python3 dev.py test says how to get them")
    socket = tmp_path / "sock"
    address = f"unix:{socket}"
    for name in ("HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", address)
    words = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disallow-exit"]
    words += ["-L", "module-null-sink sink_name=till rate=44100 channels=1"]
    words += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(lambda: subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0, "PulseAudio")
            yield address
        finally:
            server.terminate()


@pytest.fixture
def recording(sound_server: str, tmp_path: Path) -> Iterator[Recording]:
    """What the loudspeaker has given out so far."""
    file = tmp_path / "heard.raw"
    words = ["parec", "--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1", "--latency-msec=20", "-d", "till.monitor"]
    with file.open("wb") as target, subprocess.Popen(words, stdout=target, stderr=subprocess.DEVNULL) as recorder:

        def heard() -> array[int]:
            taken = file.read_bytes()
            made = array("h")
            made.frombytes(taken[: len(taken) // 2 * 2])
            return made

        try:
            wait_for(lambda: len(heard()) > 0, "the recorder")
            yield heard
        finally:
            recorder.terminate()


NOTES = {Sound.READ: {1200}, Sound.SAVED: {880, 1320}, Sound.REFUSED: {220}}
WINDOW = RATE_HZ // 80


def notes(heard: array[int]) -> set[int]:
    """Which of the till's notes were heard: by how often it swings in 12 ms. A server that stumbles may cut one in two."""
    found: Counter[int] = Counter()
    known = [note for each in NOTES.values() for note in each]
    for start in range(0, len(heard) - WINDOW, WINDOW // 4):
        part = heard[start : start + WINDOW]
        ups = [at for at, (before, after) in enumerate(pairwise(part)) if before < 0 <= after]
        if len(ups) > 1 and max(part) > 5_000:
            hertz = (len(ups) - 1) * RATE_HZ / (ups[-1] - ups[0])
            found.update(note for note in known if abs(note - hertz) < note / 40)
    return {note for note, times in found.items() if times > 2}


@pytest.mark.parametrize("sound", list(Sound))
def test_what_is_played_is_heard(recording: Recording, sound: Sound) -> None:
    speaker = Speaker()
    speaker.play(sound, SoundLevel.NORMAL)
    wait_for(lambda: notes(recording()) == NOTES[sound], sound.value)
    speaker.close()


def test_the_next_sound_is_heard_and_one_that_is_off_is_not(recording: Recording) -> None:
    speaker = Speaker()
    speaker.play(Sound.REFUSED, SoundLevel.OFF)
    speaker.play(Sound.READ, SoundLevel.NORMAL)
    wait_for(lambda: notes(recording()) == {1200}, "the tick")
    speaker.play(Sound.SAVED, SoundLevel.NORMAL)
    wait_for(lambda: notes(recording()) == {880, 1200, 1320}, "the two notes")
    speaker.close()


def test_a_device_that_was_quiet_for_long_is_given_back_and_had_again(recording: Recording) -> None:
    speaker = Speaker(quiet_s=0.2)

    def streams() -> str:
        return subprocess.run(["pactl", "list", "short", "sink-inputs"], capture_output=True, text=True, check=True).stdout

    for sound in (Sound.READ, Sound.SAVED):
        speaker.play(sound, SoundLevel.NORMAL)
        wait_for(lambda sound=sound: notes(recording()) >= NOTES[sound], sound.value)  # type: ignore[misc]
        wait_for(lambda: not streams(), "the end of the stream")
    speaker.close()


def test_a_computer_without_a_loudspeaker_is_silent_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    speaker = Speaker()
    for _ in range(3):
        speaker.play(Sound.SAVED, SoundLevel.NORMAL)
    speaker.close()
    speaker.play(Sound.SAVED, SoundLevel.NORMAL)
    assert capfd.readouterr().err == ""
