"""``Course``: where the set-up is, what was answered, and what the servers said. No widgets. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from enum import Enum, auto
from typing import Protocol

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.secret import Secret
from pos_app.till.setup_desk import Begun, Connected, Finished, GivenKeys, KeyName, Probe, Settings, wanted_keys
from pos_app.till.setup_draft import Draft, SetupStep
from pos_app.ui.sale.states import Errand, Runner

__all__ = ["Answer", "Course", "Desk"]


class Desk(Protocol):
    """What the course needs of :class:`pos_app.till.setup_desk.SetupDesk`."""

    def save(self, draft: Draft, given: GivenKeys) -> Future[Draft]: ...
    def connect(self, settings: Settings, app_key: Secret) -> Future[Connected]: ...
    def examine(self, settings: Settings, given: GivenKeys, phone: str) -> Future[Probe]: ...
    def finish(self, settings: Settings, given: GivenKeys, account: Account | None) -> Future[Finished]: ...


class Answer(Enum):
    """How far a question to the servers is."""

    NOT_ASKED = auto()
    ASKING = auto()
    WELL = auto()
    FAILED = auto()


class Course:
    """``changed``: there is something new to show. ``finished`` gets the :class:`Finished` till."""

    def __init__(
        self, desk: Desk, runner: Runner, begun: Begun, *, changed: Callable[[], None], finished: Callable[[Finished], None]
    ) -> None:
        self._desk, self._runner, self._changed, self._finished = desk, runner, changed, finished
        self.settings = begun.draft.settings
        self.step = begun.draft.step
        self.keys = dict(begun.keys)
        self.connected: Connected | None = begun.connected
        self.connection = Answer.NOT_ASKED if begun.connected is None else Answer.WELL
        self.refusal: PosError | None = None
        """Why PassQuare could not be asked, or what it said against the key."""
        self._then: Callable[[], None] | None = None
        self.probing = Answer.NOT_ASKED
        self.probe: Probe | None = None
        self.probe_failure: PosError | None = None
        self.trouble: PosError | None = None
        """Why the step could not be left: a disk or a keyring."""
        self.busy = False
        self._question: Errand | None = None

    # Going on and back

    def go_on(self, settings: Settings) -> None:
        """The step is answered by ``settings``: keep them, and show the next."""
        self._keep(settings, self.step.next)

    def go_back(self) -> None:
        """Show the step before; nothing is lost."""
        if not self.busy:
            self.step = self.step.previous
            self._changed()

    def put(self, settings: Settings) -> None:
        """Answers that need no next step: the language, a reader's profile."""
        self._keep(settings, self.step)

    def _keep(self, settings: Settings, step: SetupStep) -> None:
        if self.busy:
            return
        self.busy, self.trouble = True, None
        self._changed()
        self._runner.run(self._desk.save(Draft(settings, step), self.keys), self._kept, self._in_trouble)

    def _kept(self, draft: Draft) -> None:
        self.settings, self.step, self.busy = draft.settings, draft.step, False
        self._changed()

    def _in_trouble(self, error: PosError) -> None:
        self.trouble, self.busy = error, False
        self._changed()

    # Keys and servers

    def give_key(self, name: KeyName, typed: str) -> None:
        """A key as it stands in its field; empty: there is none."""
        if typed:
            self.keys[name] = Secret(typed)
        else:
            self.keys.pop(name, None)

    def has_keys_for(self, settings: Settings) -> bool:
        """Whether every key that a till of these settings works with is there."""
        return all(name in self.keys for name in wanted_keys(settings))

    def connect(self, settings: Settings, *, then: Callable[[], None] | None = None) -> None:
        """Ask PassQuare whose key it is; an answer to an earlier question is not wanted any more. ``then``: if all is well."""
        key = self.keys.get(KeyName.APP_KEY)
        self.disconnect()
        if key is None:
            return
        self.connection, self._then = Answer.ASKING, then
        self._question = self._runner.run(self._desk.connect(settings, key), self._is_connected, self._is_not_connected)
        self._changed()

    def disconnect(self) -> None:
        """Address or key have changed: what was said of others says nothing of these."""
        if self._question is not None:
            self._question.cancel()
        self.connection, self.connected, self.refusal, self._then = Answer.NOT_ASKED, None, None, None
        self._changed()

    def _is_connected(self, connected: Connected) -> None:
        self.connection, self.connected = Answer.WELL, connected
        self._changed()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _is_not_connected(self, error: PosError) -> None:
        self.connection, self.refusal = Answer.FAILED, error
        self._changed()

    def examine(self, settings: Settings, phone: str) -> None:
        """Try the server on a test customer."""
        if self.probing is Answer.ASKING:
            return
        self.forget_probe()
        self.probing = Answer.ASKING
        self._changed()
        self._runner.run(self._desk.examine(settings, self.keys, phone), self._is_examined, self._is_not_examined)

    def forget_probe(self) -> None:
        """The server is another one now."""
        self.probing, self.probe, self.probe_failure = Answer.NOT_ASKED, None, None

    def _is_examined(self, probe: Probe) -> None:
        self.probing, self.probe = Answer.WELL, probe
        self.settings = replace(self.settings, server=replace(self.settings.server, dedupe=probe.dedupe))
        self._changed()

    def _is_not_examined(self, error: PosError) -> None:
        self.probing, self.probe_failure = Answer.FAILED, error
        self._changed()

    # The end

    def finish(self) -> None:
        """Set the till up."""
        if self.busy:
            return
        self.busy, self.trouble = True, None
        self._changed()
        account = self.connected.account if self.connected else None
        self._runner.run(self._desk.finish(self.settings, self.keys, account), self._finished, self._in_trouble)
