"""Which language the till speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from pos_app import resources

from .habits import HABITS

__all__ = ["LANGUAGES", "lacking_qts_words", "speak", "speak_alone"]

LANGUAGES = tuple(HABITS)

_installed: list[QTranslator] = []
_alone: list[QCoreApplication] = []
"""Lives as long as the program."""


def speak(language: str) -> str:
    """Use ``language`` ("cs", "cs_CZ" and the like) for all words from now on; English if we do not have it.

    Answers the language in force. Windows that are already built keep their words: call it before building them.
    Raises FileNotFoundError if the installation lacks a translation.
    """
    code = language.replace("-", "_").split("_")[0].lower()
    if code not in LANGUAGES:
        code = "en"
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    file = resources.path("translations", f"pos_app_{code}.qm")
    ours = QTranslator()
    if not ours.load(str(file)):
        raise FileNotFoundError(f"the words in {file} cannot be loaded")
    _install(ours)
    # Qt's own words (undo, copy, dialogs); an installer may have left them out.
    theirs = QTranslator()
    if code != "en" and _load_qts(theirs, code):
        _install(theirs)
    QLocale.setDefault(QLocale(code))
    return code


def lacking_qts_words() -> tuple[str, ...]:
    """The languages in which this installation lacks Qt's own words; there should be none."""
    return tuple(code for code in LANGUAGES if code != "en" and not _load_qts(QTranslator(), code))


def speak_alone(language: str) -> None:
    """Have the words in a program that shows no window. Where there is one, it speaks already and nothing changes."""
    if QCoreApplication.instance() is None:
        _alone.append(QCoreApplication(["pos-app"]))
        speak(language)


def _load_qts(translator: QTranslator, code: str) -> bool:
    return translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
