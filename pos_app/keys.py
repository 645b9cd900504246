"""The till's keys in the system keyring, and nowhere else (``delivery.md`` §8).

Only back-ends of an allow-list are used, each made by name: ``keyring.get_keyring()`` would obey an environment variable and can
silently pick one that writes plain text. What is stored is read back and compared. With no usable keyring the keys live in memory
for this session; never in a file. A locked keyring puts up a dialog and answers when somebody does: call it from a worker thread.
"""

from __future__ import annotations

import importlib
import sys
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol, TypeVar

from pos_app.loyalty.errors import KeyringTrouble
from pos_app.loyalty.secret import Secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "pos-app"
PATIENCE_S = 60.0
"""How long an answer of the keyring is waited for: time to type its password."""
R = TypeVar("R")

_ALLOWED = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.kwallet", "DBusKeyring")),
}


class KeyName(Enum):
    """The secrets a till may have. Their texts name the lines of standard input too."""

    APP_KEY = "app_key"
    CRM_KEY = "crm_key"
    CRM_USER = "crm_user"
    CRM_PASSWORD = "crm_password"  # noqa: S105 - a name, not a password


class ReadableKeys(Protocol):
    """Where a till's keys can be read from."""

    def get(self, name: KeyName) -> Secret | None:
        """The secret, or None if there is none. Raises KeyringTrouble (locked is not "none"). Any thread; may block."""
        ...

    @property
    def place(self) -> str:
        """Where the keys are, for people."""
        ...


class ReplaceableKeys(ReadableKeys, Protocol):
    """What an open till works with: a person may give it a new key."""

    def put(self, name: KeyName, secret: Secret) -> None:
        """Keep the secret; proved by reading it back. Raises KeyringTrouble."""
        ...


class Keys(ReplaceableKeys, Protocol):
    """Where a till's keys are kept."""

    def forget(self, name: KeyName) -> None:
        """Remove the secret, if it is there. Raises KeyringTrouble."""
        ...


class SessionKeys:
    """Keys in memory, gone with the program: the demo, ``--session-keys``, and machines without a keyring."""

    def __init__(self, secrets: Mapping[KeyName, Secret] | None = None) -> None:
        self._secrets = dict(secrets or {})

    def get(self, name: KeyName) -> Secret | None:
        """The secret, or None."""
        return self._secrets.get(name)

    def put(self, name: KeyName, secret: Secret) -> None:
        """Keep the secret until the program ends."""
        self._secrets[name] = secret

    def forget(self, name: KeyName) -> None:
        """Drop the secret."""
        self._secrets.pop(name, None)

    @property
    def place(self) -> str:
        """Where the keys are, for people."""
        return "memory of this session"


class Questions:
    """Puts questions to a keyring one at a time, each in a thread of its own, and waits for an answer only so long.

    An unanswered question goes on waiting by itself, for a second one would put up a second dialog. Until it is answered,
    everybody else is told at once that the keyring is locked: nobody is held for ever. Thread-safe.
    """

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._free = threading.Condition()
        self._busy = False
        self._until = 0.0

    def ask(self, call: Callable[[], R], doing: str) -> R:
        """The answer of ``call``. Raises KeyringTrouble if it fails or does not come in time."""
        with self._free:
            if not self._free.wait_for(lambda: not self._busy, max(0.0, self._until - time.monotonic())):
                raise self._unanswered(doing)
            self._busy = True
            self._until = time.monotonic() + self._patience_s
        answer: Future[R] = Future()
        threading.Thread(target=self._put, args=(call, answer), name="keyring", daemon=True).start()
        try:
            failure = answer.exception(self._patience_s)
        except TimeoutError:
            raise self._unanswered(doing) from None
        if failure is None:
            return answer.result()
        # No cause and no text of it: an error of encoding quotes what it could not encode, which may be the key.
        kind = type(failure).__name__
        del failure, answer
        raise KeyringTrouble(f"The system keyring cannot be {doing}: it is locked or does not answer ({kind}).")

    def _put(self, call: Callable[[], R], answer: Future[R]) -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed to the one who asked
            answer.set_exception(error)
        finally:
            with self._free:
                self._busy = False
                self._free.notify()

    def _unanswered(self, doing: str) -> KeyringTrouble:
        return KeyringTrouble(f"The system keyring cannot be {doing}: it waits for somebody to unlock it.")


@dataclass(frozen=True, slots=True)
class SystemKeys:
    """Keys in the operating system's keyring, under this till's own id."""

    backend: KeyringBackend
    till_id: str
    questions: Questions = field(default_factory=Questions, repr=False, compare=False)

    def get(self, name: KeyName) -> Secret | None:
        """The secret, or None if the keyring has none. Raises KeyringTrouble if it is locked or does not answer."""
        text = self.questions.ask(lambda: self.backend.get_password(SERVICE, self._entry(name)), "read from")
        return None if text is None else Secret(text)

    def put(self, name: KeyName, secret: Secret) -> None:
        """Store, read back, compare. Raises KeyringTrouble."""
        self.questions.ask(lambda: self.backend.set_password(SERVICE, self._entry(name), secret.reveal()), "written to")
        if self.get(name) != secret:
            raise KeyringTrouble("The system keyring did not keep the key it was given.")

    def forget(self, name: KeyName) -> None:
        """Remove the secret, if it is there. Raises KeyringTrouble."""
        if self.get(name) is not None:
            self.questions.ask(lambda: self.backend.delete_password(SERVICE, self._entry(name)), "changed")

    @property
    def place(self) -> str:
        """Where the keys are, for people."""
        return f"system keyring ({type(self.backend).__module__.rpartition('.')[2]})"

    def _entry(self, name: KeyName) -> str:
        return f"{self.till_id}/{name.value}"


class FoundLater:
    """The system keyring, looked for when a key is first wanted: a till sells without one, it only cannot send. Thread-safe."""

    def __init__(self, till_id: str) -> None:
        self._till_id = till_id
        self._found: SystemKeys | None = None

    def get(self, name: KeyName) -> Secret | None:
        """The secret, or None. Raises KeyringTrouble, also if this computer has no keyring now; the next call looks again."""
        return self._keyring().get(name)

    def put(self, name: KeyName, secret: Secret) -> None:
        """Keep the secret there. Raises KeyringTrouble."""
        self._keyring().put(name, secret)

    @property
    def place(self) -> str:
        """Where the keys are, for people."""
        return "system keyring" if self._found is None else self._found.place

    def _keyring(self) -> SystemKeys:
        found = self._found or system_keys(self._till_id)
        self._found = found
        return found


class RememberedKeys:
    """Another place's keys, each asked for once: a keyring is slow, and may put up a dialog. Thread-safe.

    A question waits in a thread of its own. Whoever needs the key waits for it as long as ``patience_s`` says: a single command as
    long as somebody may need to type a password, an open till hardly at all, for its threads serve customers.
    """

    def __init__(self, keys: ReplaceableKeys, *, patience_s: float | None = None) -> None:
        """``patience_s`` None: as long as the keyring itself is waited for."""
        self._keys = keys
        self._patience_s = patience_s
        self._changed = threading.Condition()
        self._read: dict[KeyName, Secret] = {}
        self._asked: dict[KeyName, Future[Secret | None]] = {}
        self._closed = False

    def get(self, name: KeyName) -> Secret | None:
        """The secret, from memory once it was read. Raises KeyringTrouble."""
        with self._changed:
            if name in self._read:
                return self._read[name]
            if name not in self._asked:
                self._asked[name] = Future()
                threading.Thread(target=self._ask, args=(name, self._asked[name]), name="keys", daemon=True).start()
            answer = self._asked[name]
            if not self._changed.wait_for(lambda: answer.done() or self._closed, self._patience_s) or not answer.done():
                raise KeyringTrouble("The system keyring cannot be read: it waits for somebody to unlock it.")
        return answer.result()

    def read_anew(self) -> None:
        """The next question goes to the keyring again: a server refused what was read."""
        with self._changed:
            self._read.clear()

    def put(self, name: KeyName, secret: Secret) -> None:
        """Keep it where the others are; every question from now on has it. Raises KeyringTrouble: then nothing has changed."""
        self._keys.put(name, secret)
        with self._changed:
            self._read[name] = secret

    @property
    def in_memory(self) -> bool:
        """Whether they are gone with the program."""
        return isinstance(self._keys, SessionKeys)

    def close(self) -> None:
        """Nobody waits for a key any more: the till is closing."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @property
    def place(self) -> str:
        """Where the keys are, for people."""
        return self._keys.place

    def _ask(self, name: KeyName, answer: Future[Secret | None]) -> None:
        secret, failure = None, None
        try:
            secret = self._keys.get(name)
        except BaseException as error:  # noqa: BLE001 - handed to those who wait
            failure = error
        with self._changed:
            del self._asked[name]
            if failure is not None:
                answer.set_exception(failure)
            else:
                if secret is not None:
                    # One that was put there meanwhile is the newer one.
                    self._read.setdefault(name, secret)
                answer.set_result(secret)
            self._changed.notify_all()


def system_keys(till_id: str, *, patience_s: float = PATIENCE_S) -> SystemKeys:
    """The first allowed keyring of this system that works here. Raises KeyringTrouble if there is none."""
    questions = Questions(patience_s)
    tried: list[str] = []
    backend = questions.ask(lambda: _first_usable(tried), "found")
    if backend is None:
        raise KeyringTrouble(
            "This computer has no system keyring that can be used"
            + (f" ({'; '.join(tried)})" if tried else "")
            + ". Use --session-keys to give the keys at every start instead."
        )
    return SystemKeys(backend, till_id, questions)


def _first_usable(tried: list[str]) -> KeyringBackend | None:
    """A back-end of the allow-list; those that are none here are noted in ``tried``."""
    for module_name, class_name in _ALLOWED.get(sys.platform, ()):
        try:
            backend: KeyringBackend = getattr(importlib.import_module(module_name), class_name)()
            if backend.priority > 0:
                return backend
        except Exception as error:  # noqa: BLE001 - back-ends raise whatever their system's library raises: this one is not usable
            tried.append(f"{module_name.rpartition('.')[2]}: {type(error).__name__}")
    return None
