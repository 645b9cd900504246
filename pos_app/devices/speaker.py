"""The loudspeaker. A computer without one, or one that is taken, is silent; nobody waits for it and nothing fails.

The device is opened for the first sound and given back when it has been quiet for half a minute, so that other programs can have
it where only one can.
"""

from __future__ import annotations

import logging
import queue
import re
import sys
import threading
import time
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pos_app.appearance import Sound, SoundLevel
from pos_app.devices.tones import RATE_HZ, samples

_log = logging.getLogger(__name__)
_FRAME_BYTES = 2
_BUFFER_MS = 40
_QUIET_S = 30.0
_CARDS = Path("/proc/asound/cards")
_BROKEN_S = 60.0
"""So long no other try is made after the device could not be had."""


class Speaker:
    """Thread-safe. ``play`` returns at once; ``close`` gives the device back."""

    def __init__(self, *, quiet_s: float = _QUIET_S) -> None:
        self._quiet_s = quiet_s
        self._wanted: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def play(self, sound: Sound, level: SoundLevel) -> None:
        """Have it heard now; a sound that is still on is cut short."""
        wave = samples(sound, level)
        with self._starting:
            if not wave or self._closed:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._serve, name="speaker", daemon=True)
                self._thread.start()
        self._wanted.put(wave)

    def close(self) -> None:
        """Be silent from now on; the sound that is on is heard to its end, a quarter of a second at most."""
        with self._starting:
            self._closed = True
            thread = self._thread
        if thread is not None:
            self._wanted.put(None)
            thread.join()

    def _serve(self) -> None:
        # Here and not above: the window does not wait for it at its start.
        from miniaudio import MiniaudioError  # type: ignore[import-untyped] # noqa: PLC0415

        broken_until = 0.0
        while (wave := self._wanted.get()) is not None:
            if time.monotonic() < broken_until:
                continue
            try:
                if self._sound(wave):
                    return
            except MiniaudioError as error:
                broken_until = time.monotonic() + _BROKEN_S
                _log.info("no sound: %s", error)

    def _sound(self, wave: bytes) -> bool:
        """Play this and what comes until it has been quiet for long. Whether the speaker was closed meanwhile."""
        import miniaudio  # noqa: PLC0415

        tape = _Tape()
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE_HZ,
            buffersize_msec=_BUFFER_MS,
            app_name="pos-app",
            backends=_backends(),
        )
        try:
            tape.put(wave)
            device.start(tape.stream())
            with suppress(queue.Empty):
                while (more := self._wanted.get(timeout=self._quiet_s)) is not None:
                    tape.put(more)
                tape.ended.wait(0.25)
                return True
            return False
        finally:
            device.close()


def _backends() -> list[Any] | None:
    """Ways to the device; None: all that this system has. ALSA complains to the terminal by itself where it finds no card."""
    import miniaudio  # noqa: PLC0415

    if not sys.platform.startswith("linux"):
        return None
    ways = [miniaudio.Backend.PULSEAUDIO]
    try:
        has_card = bool(re.match(r"\s*\d", _CARDS.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        has_card = False
    return [*ways, miniaudio.Backend.ALSA] if has_card else ways


class _Tape:
    """What the device asks for, in its own thread: the last sound put in, then silence."""

    def __init__(self) -> None:
        self._wave, self._at = b"", 0
        self._lock = threading.Lock()
        self.ended = threading.Event()

    def put(self, wave: bytes) -> None:
        with self._lock:
            self._wave, self._at = wave, 0
            self.ended.clear()

    def stream(self) -> Generator[bytes, int, None]:
        """Made ready for ``send`` with a number of frames, as miniaudio wants it."""
        made = self._stream()
        next(made)
        return made

    def _stream(self) -> Generator[bytes, int, None]:
        frames = yield b""
        while True:
            size = frames * _FRAME_BYTES
            with self._lock:
                part = self._wave[self._at : self._at + size]
                self._at += len(part)
                if not part:
                    self.ended.set()
            frames = yield part.ljust(size, b"\0")
