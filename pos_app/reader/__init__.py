"""What a card reader or scanner types: from keys to cards. Pure; the Qt half is `ui/reader_tap.py`."""

from pos_app.reader.classify import Scan, ScanKind, classify
from pos_app.reader.keys import Keystroke
from pos_app.reader.machine import WedgeMachine
from pos_app.reader.policy import ReadPolicy
from pos_app.reader.profile import Decoding, ReaderProfile
from pos_app.reader.verdict import Act, Fate, RawRead, ReadEnd, Replay, Verdict

__all__ = [
    "Act",
    "Decoding",
    "Fate",
    "Keystroke",
    "RawRead",
    "ReadEnd",
    "ReadPolicy",
    "ReaderProfile",
    "Replay",
    "Scan",
    "ScanKind",
    "Verdict",
    "WedgeMachine",
    "classify",
]
