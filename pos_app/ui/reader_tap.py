"""The tap on the keyboard: every key of the program passes here before any widget sees it. GUI thread only.

Its other half, `reader/machine.py`, decides; this one holds, replays, undoes and swallows. It filters the windows
(QWindow), where all platforms deliver keys and where a filter in Python costs nothing for the events of widgets.

Times are those of the events. The clock of the computer is only used to notice that time passes without events, and
to stand in where a platform stamps no time.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from pos_app.reader import Act, Fate, Keystroke, RawRead, ReadPolicy, Replay, WedgeMachine
from pos_app.reader.keys import CODE_RIGHT_SHIFT, CODE_SHIFT
from pos_app.ui.reader_clock import event_clock
from pos_app.ui.reader_composed import ComposedText
from pos_app.ui.reader_editors import Editor, Remembered, editor_of, remember
from pos_app.ui.reader_keys import as_press, copy_of, copy_of_commit, keystroke, name_of, presses_are_relayed, same_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from re import Pattern

    from pos_app.reader import ReaderProfile

_Input = QKeyEvent | QInputMethodEvent
_SHIFTS = frozenset({CODE_SHIFT, CODE_RIGHT_SHIFT})
_PRESS, _RELEASE, _OVERRIDE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride
_PASS = Fate.PASS
_MARK_ONLY = (Act.MARK,)
_LATE_MS = 5
_FORGOTTEN_MS = 2000
"""A press this old was released in another program."""


class ReaderTap(QObject):
    """Emits `scanned` with a `Scan` for every read, and keeps its keys from everything else.

    Install it once, after the application is made. It finds every window that gets the keyboard.
    """

    scanned = Signal(object)
    """Emitted from the event loop, never from inside a key event."""
    _understood = Signal(object)

    def __init__(
        self,
        *,
        profile: ReaderProfile | None = None,
        loyalty_patterns: Sequence[Pattern[str]] = (),
        now_ms: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._machine = WedgeMachine(profile)
        self._policy = ReadPolicy(loyalty_patterns=loyalty_patterns, profile=profile)
        self.clock = event_clock(now_ms)
        self._enabled = True
        self._held: dict[int, tuple[QObject, _Input]] = {}
        self._since_mark: dict[int, tuple[QObject, _Input]] = {}
        self._marks: list[Remembered] = []
        self._outbox: list[tuple[int, QObject, _Input]] = []
        self._sending: tuple[QEvent.Type, int, int] | None = None
        self._decided: tuple[int, int, bool] | None = None
        self._pressed: dict[int | str, int] = {}
        self._armed_ms: int | None = None
        self._commits = 0
        self._observer: Callable[[Keystroke], None] | None = None
        self._ate = False
        self._shift_for_eaten = False
        """Shift was pressed and nothing seen with it: what it was for, the input method ate."""
        self._understood.connect(self.scanned, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._time_is_up)
        self._grace = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._grace.timeout.connect(self._let_time_pass)
        self._composed = ComposedText(self._composed_text, self)
        self._window: QWindow | None = None
        self._in_popup = False
        self._focus: QWidget | None = None
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("the tap needs a QGuiApplication")
        self._app = app
        app.focusWindowChanged.connect(self._keyboard_moved)
        app.focusObjectChanged.connect(self._watch_focus)
        self._watch_window(QGuiApplication.focusWindow())
        self._watch_focus(QGuiApplication.focusObject())

    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 - a slot
        """Switch the tap off (a locked screen) and on. What is held at that moment goes where it was typed."""
        if not enabled:
            self._perform(self._machine.give_back().acts)
        self._enabled = enabled

    def observe(self, observer: Callable[[Keystroke], None] | None) -> None:
        """Let somebody see every key besides, once and in order: the reader's set-up. None ends it."""
        self._observer = observer

    def remove(self) -> None:
        """Take the tap off for good."""
        self.set_enabled(False)
        self.clock.close()
        self._app.focusWindowChanged.disconnect(self._keyboard_moved)
        self._app.focusObjectChanged.disconnect(self._watch_focus)
        self.deleteLater()

    @property
    def at_rest(self) -> bool:
        """Nothing is held and nothing is awaited."""
        return self._machine.deadline_ms is None

    def watch(self, window: QWindow) -> None:
        """Filter this window's keys. Windows that get the keyboard focus are found without this."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Of a window. Every event of it comes by, so nothing else is asked of the others.
        if event.__class__ is not QKeyEvent or not self._enabled:
            return False
        assert isinstance(event, QKeyEvent)  # noqa: S101 - for the type checker
        if self._sending is not None and self._is_own(event):
            return False
        return self._key(watched, event)

    def _is_own(self, event: _Input) -> bool:
        """Whether this is the event that the tap itself delivers just now. Its Python object is another one."""
        if self._sending is None or self._sending != name_of(event):
            return False
        self._sending = None
        return True

    # Keys

    def _key(self, window: QObject, event: QKeyEvent) -> bool:
        """Decide about one key event; True keeps it from the program."""
        decided = self._decided
        if decided is not None:
            self._decided = None
            # Whatever the toolkit sends next of the same key and moment is the press that its ShortcutOverride announced.
            if decided[0] == event.timestamp() and decided[1] == same_key(event):
                return decided[2]
        kind = event.type()
        if kind is _OVERRIDE and presses_are_relayed():
            # Decided when the press comes, which is when shortcuts fire too.
            self.clock.announce(event)
            event.accept()
            return True
        stroke = keystroke(event, self.clock.moment(event), down=kind is not _RELEASE)
        if kind is _RELEASE:
            if stroke.code not in _SHIFTS:
                self._note_release(stroke)
            return self._feed(stroke, window, event, None) is not _PASS
        self._pressed[stroke.code or stroke.ident] = stroke.t_ms
        self._shift_for_eaten = stroke.code in _SHIFTS
        keep = self._feed(stroke, window, event, editor_of(QApplication.focusWidget())) is not _PASS
        if kind is _OVERRIDE:
            self._decided = (event.timestamp(), same_key(event), keep)
            if keep:
                event.accept()
        elif not keep and event.spontaneous() and presses_are_relayed():
            # Nobody relayed it, though its shortcut waits for that.
            self._deliver(window, copy_of(event))
            return True
        return keep

    def _note_release(self, stroke: Keystroke) -> None:
        """A release without a press: the input method ate the press. The machine learns of it now, in order.

        Only in the middle of something. No read begins with a dead key, and the key that closed another program's
        window is often let go in this one.
        """
        shift = stroke.shift or self._shift_for_eaten
        self._shift_for_eaten = False
        pressed_ms = self._pressed.pop(stroke.ident, None)
        if pressed_ms is not None and stroke.t_ms - pressed_ms < _FORGOTTEN_MS:
            return
        if not stroke.us_text or stroke.ctrl or stroke.alt:
            return
        self._composed.listen_always()
        if self.at_rest:
            return
        self._ate = True
        eaten = stroke._replace(down=True, shift=shift, eaten=True, text="")
        if self._observer is not None:
            self._observer(eaten)
        self._perform(self._machine.feed(eaten, editing=editor_of(QApplication.focusWidget()) is not None).acts)

    def _feed(self, stroke: Keystroke, window: QObject, event: QKeyEvent, editor: Editor | None) -> Fate:
        """`editor`: what a press would type into, None for a release."""
        if self._observer is not None:
            self._observer(stroke)
        fate, ticket, acts = self._machine.feed(stroke, editing=editor is not None)
        if acts == _MARK_ONLY:
            self._marks.clear()
            self._since_mark.clear()
        elif acts:
            self._perform(acts)
        deadline_ms = self._machine.deadline_ms
        if fate is not _PASS:
            if fate is Fate.HOLD:
                self._held[ticket] = (window, copy_of(event))
                self._composed.listen(True)  # noqa: FBT003
        elif editor is not None and deadline_ms is not None:
            if not self._marks or all(mark.widget is not editor for mark in self._marks):
                self._marks.append(remember(editor))
            self._since_mark[ticket] = (window, copy_of(event))
        if deadline_ms != self._armed_ms:
            self._arm()
        return fate

    def _composed_text(self, target: QObject, event: QInputMethodEvent) -> bool:
        """Text that an input method made (a dead key and its letter); True keeps it from the program."""
        if not self._enabled or not event.commitString() or self._is_own(event):
            return False
        self._commits += 1
        if self._machine.holding:
            self._held[-self._commits] = (target, copy_of_commit(event))
            return True
        self._note_visible(-self._commits, target, event)
        return False

    def _note_visible(self, ticket: int, target: QObject, event: _Input) -> None:
        """Remember what the editor was like, and what is about to change it, as long as that may have to be undone."""
        editor = editor_of(QApplication.focusWidget())
        if editor is None or self._machine.deadline_ms is None:
            return
        if all(mark.widget is not editor for mark in self._marks):
            self._marks.append(remember(editor))
        self._since_mark[ticket] = (target, copy_of(event) if isinstance(event, QKeyEvent) else copy_of_commit(event))

    # What the machine asks for

    def _perform(self, acts: Sequence[Act | Replay | RawRead]) -> None:
        for act in acts:
            match act:
                case Act.MARK:
                    self._send_outbox()  # what belongs to the run before is no part of the mark
                    self._marks.clear()
                    self._since_mark.clear()
                case Act.UNDO:
                    self._send_outbox()  # or it would arrive after it was taken back
                    self._undo()
                case Act.FORGET:
                    self._forget()
                case Replay(tickets):
                    self._replay(tickets)
                case RawRead():
                    scan = self._policy.understand(act)
                    if scan is not None:
                        self._understood.emit(scan)
        self._send_outbox()
        self._arm()

    def _undo(self) -> None:
        restored = [mark.put_back() for mark in self._marks]
        if restored and all(restored):
            self._held = self._since_mark | self._held
        self._marks.clear()
        self._since_mark = {}

    def _forget(self) -> None:
        if self._ate and self._held:
            # A dead key at the end of a read would wait for a letter of the next word.
            QGuiApplication.inputMethod().reset()
        self._ate = False
        self._held.clear()
        self._since_mark.clear()
        self._marks.clear()

    def _replay(self, tickets: frozenset[int] | None) -> None:
        for ticket in [ticket for ticket in self._held if tickets is None or ticket in tickets]:
            self._outbox.append((ticket, *self._held.pop(ticket)))

    def _send_outbox(self) -> None:
        """Deliver what was held. A key may open a dialog with a loop of its own, so each leaves the box before it goes."""
        while self._outbox:
            ticket, target, event = self._outbox.pop(0)
            if isinstance(event, QInputMethodEvent):
                target = self._focus or target
            elif not isValid(target):
                target = self._window or target
            if not isValid(target):
                continue
            if isinstance(event, QKeyEvent) and event.type() is _OVERRIDE:
                event = as_press(event)
            if event.type() is not _RELEASE:
                self._note_visible(ticket, target, event)
            self._deliver(target, event)

    def _deliver(self, target: QObject, event: _Input) -> None:
        self._sending = name_of(event)
        QCoreApplication.sendEvent(target, event)
        self._sending = None

    # Time

    def _arm(self) -> None:
        deadline_ms = self._machine.deadline_ms
        if deadline_ms == self._armed_ms:
            return
        self._armed_ms = deadline_ms
        if deadline_ms is None:
            self._timer.stop()
            self._composed.listen(False)  # noqa: FBT003
        else:
            self._timer.start(max(0, deadline_ms - self.clock.now()))

    def _time_is_up(self) -> None:
        self._armed_ms = None
        deadline_ms = self._machine.deadline_ms
        if deadline_ms is not None and self.clock.now() > deadline_ms + _LATE_MS:
            # The window was busy. Keys that were pressed in time may still be waiting to be delivered.
            self._grace.start()
        else:
            self._let_time_pass()

    def _let_time_pass(self) -> None:
        if self.clock.awaits_press:
            self._grace.start()
        else:
            self._perform(self._machine.on_time(self.clock.now()).acts)

    # Focus

    def _keyboard_moved(self, window: QWindow | None) -> None:
        from_popup = self._in_popup
        self._watch_window(window)
        if not (from_popup or self._in_popup):
            # Qt drops what is pressed between the opening of a modal dialog and its getting the keyboard.
            self._perform(self._machine.interrupt(self.clock.now()).acts)

    def _watch_window(self, window: QWindow | None) -> None:
        self._window = window
        self._in_popup = window is not None and window.type() is Qt.WindowType.Popup
        if window is not None:
            self.watch(window)

    def _watch_focus(self, _changed: QObject | None) -> None:
        # A window that goes away may announce the loss of its focus after the next one has it.
        focus = QGuiApplication.focusObject()
        self._focus = focus if isinstance(focus, QWidget) else None
        self._composed.follow(self._focus)
