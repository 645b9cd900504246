"""The cashier's words: the one place for them, in every language, through Qt's own translation files.

Sources are English; ``resources/translations/pos_app_cs.ts`` and the like hold each language, ``…_en.ts`` only the English plurals.
After changing words run ``python -m pos_app.ui.words.catalogue`` (it needs the development environment).

::

    from pos_app.ui import words
    words.speak("cs")                       # once, after QApplication is made
    words.sale.who_is_shopping()            # "Kdo nakupuje?"
    words.shell.waiting(3)                  # "3 čekají"
    words.Formats("cs", "CZK").money(Decimal("1250"))   # "1 250,00 Kč"
"""

from .answer_words import AnswerWords
from .appearance_words import AppearanceWords
from .attempt_words import AttemptWords
from .checkout_words import CheckoutWords
from .connection_words import ConnectionWords
from .formats import Formats, mask_card, mask_phone, short_name
from .issue_words import IssueWords
from .journal_words import JournalWords
from .keyboard_words import KeyboardWords
from .keys_words import KeysWords
from .language import LANGUAGES, lacking_qts_words, speak, speak_alone
from .line_words import LineWords
from .moment_words import MomentWords
from .people_words import PeopleWords
from .printer_words import PrinterWords
from .problem_words import ProblemWords
from .reader_words import ReaderWords
from .register_words import RegisterWords
from .sale_words import SaleWords
from .setup_words import SetupWords
from .shell_words import ShellWords
from .slip_words import SlipWords
from .sync_words import SyncWords
from .told_words import ToldWords
from .training_words import TrainingWords
from .trouble_words import TroubleWords
from .update_words import UpdateWords
from .upkeep_words import UpkeepWords

__all__ = [
    "LANGUAGES",
    "Formats",
    "answers",
    "appearance",
    "attempts",
    "checkout",
    "connection",
    "issues",
    "journal",
    "keyboard",
    "keys",
    "lacking_qts_words",
    "line",
    "mask_card",
    "mask_phone",
    "moments",
    "people",
    "printer",
    "problems",
    "reader",
    "register",
    "sale",
    "setup",
    "shell",
    "short_name",
    "slip",
    "speak",
    "speak_alone",
    "sync",
    "told",
    "training",
    "trouble",
    "updates",
    "upkeep",
]

register = RegisterWords()
sale = SaleWords()
checkout = CheckoutWords()
shell = ShellWords()
sync = SyncWords()
told = ToldWords()
issues = IssueWords()
line = LineWords()
attempts = AttemptWords()
journal = JournalWords()
answers = AnswerWords()
connection = ConnectionWords()
appearance = AppearanceWords()
keyboard = KeyboardWords()
keys = KeysWords()
moments = MomentWords()
people = PeopleWords()
printer = PrinterWords()
problems = ProblemWords()
reader = ReaderWords()
slip = SlipWords()
setup = SetupWords()
training = TrainingWords()
trouble = TroubleWords()
updates = UpdateWords()
upkeep = UpkeepWords()
