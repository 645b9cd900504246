"""What ``till.db`` holds: sales, the postings they became, every attempt to send one, and what people decided.

Nothing of these is ever deleted and a sale is never edited. Amounts are whole cents (of money or of a point), times UTC ISO text,
phones and cards text, enums their values. Tables are STRICT: a phone never loses its first zero to a number. Later steps are
appended to ``TILL.steps``; a released step is never changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.store.layout import Layout

if TYPE_CHECKING:
    import sqlite_utils

_SALE = """
CREATE TABLE sale (
  seq INTEGER PRIMARY KEY,
  sale_id TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  customer TEXT NOT NULL,
  phone TEXT NOT NULL,
  card TEXT NOT NULL,
  name TEXT NOT NULL,
  found_by TEXT NOT NULL,
  receipt TEXT NOT NULL,
  account TEXT NOT NULL,
  gross_cents INTEGER NOT NULL,
  discount_percent TEXT NOT NULL,
  discount_cents INTEGER NOT NULL,
  net_cents INTEGER NOT NULL,
  redeem_asked_cents INTEGER NOT NULL,
  redeem_limit_cents INTEGER NOT NULL,
  redeem_rule TEXT NOT NULL,
  redeemed_cents INTEGER NOT NULL,
  redeemed_value_cents INTEGER NOT NULL,
  to_pay_cents INTEGER NOT NULL,
  bonus_percent TEXT,
  earned_cents INTEGER,
  new_balance_cents INTEGER,
  reverses INTEGER REFERENCES sale (seq)
) STRICT
"""

# `customer` is Posting.customer_key. `doubt`: some attempt may have been carried out without our knowing. `first_in_line`: the
# oldest open posting of its customer; it spares `due` the search through everything that waits behind something else.
_POSTING = """
CREATE TABLE posting (
  seq INTEGER PRIMARY KEY,
  transaction_id TEXT NOT NULL UNIQUE,
  sale INTEGER NOT NULL REFERENCES sale (seq),
  kind TEXT NOT NULL,
  customer TEXT NOT NULL,
  phone TEXT NOT NULL,
  card TEXT NOT NULL,
  sum_cents INTEGER,
  base_cents INTEGER NOT NULL,
  lifetime_days INTEGER,
  state TEXT NOT NULL,
  attention TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_answer TEXT NOT NULL DEFAULT '',
  doubt INTEGER NOT NULL DEFAULT 0,
  sending_at TEXT,
  first_sent_at TEXT,
  settled_at TEXT,
  first_in_line INTEGER NOT NULL,
  CHECK ((attention IS NOT NULL) = (state = 'needs_person')),
  CHECK ((sending_at IS NOT NULL) = (state = 'sending')),
  CHECK ((settled_at IS NOT NULL) = (state IN ('applied', 'cancelled')))
) STRICT
"""

_ATTEMPT = """
CREATE TABLE attempt (
  posting INTEGER NOT NULL REFERENCES posting (seq),
  step INTEGER NOT NULL,
  number INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  outcome TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (posting, step)
) STRICT, WITHOUT ROWID
"""

# What an index is limited to is written so that going from WAITING to SENDING and back rewrites none but the smallest of them. The
# columns at the end of two of them are always NULL: only with them SQLite 3.40 counts in the index without looking at the table.
_INDEXES = (
    "CREATE INDEX sale_customer ON sale (customer, seq)",
    "CREATE INDEX sale_reverses ON sale (reverses) WHERE reverses IS NOT NULL",
    "CREATE INDEX posting_sale ON posting (sale)",
    "CREATE INDEX posting_line ON posting (customer, seq, settled_at) WHERE settled_at IS NULL",
    """
    CREATE INDEX posting_waiting ON posting (first_in_line, seq, settled_at, attention)
    WHERE settled_at IS NULL AND attention IS NULL
    """,
    "CREATE INDEX posting_sending ON posting (seq) WHERE sending_at IS NOT NULL",
    "CREATE INDEX posting_settled ON posting (customer, settled_at) WHERE settled_at IS NOT NULL",
)


def sales_and_postings(database: sqlite_utils.Database) -> None:
    """Version 1."""
    for statement in (_SALE, _POSTING, _ATTEMPT, *_INDEXES):
        database.execute(statement)


# `mark`: a number over what must never change in a row (marks.py); NULL in rows of version 1. `bonus_percent`: found out when the
# points were. `endpoint`: where it was first sent. `base_cents` is money; `read_cents` the balance read before the points were sent
# and `target_cents` what it is to be afterwards, both NULL where the server is trusted to know an id again. `batch`: the
# transaction_id of the first posting of those that went out together in one absolute write.
_ROLL = (
    "ALTER TABLE sale ADD COLUMN mark INTEGER",
    "ALTER TABLE posting ADD COLUMN reverses TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE posting ADD COLUMN bonus_percent TEXT",
    "ALTER TABLE posting ADD COLUMN endpoint TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE posting ADD COLUMN batch TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE posting ADD COLUMN read_cents INTEGER",
    "ALTER TABLE posting ADD COLUMN target_cents INTEGER",
    "ALTER TABLE posting ADD COLUMN mark INTEGER",
    "CREATE INDEX posting_reverses ON posting (reverses) WHERE reverses != ''",
    """
    CREATE TABLE decision (
      seq INTEGER PRIMARY KEY,
      posting INTEGER NOT NULL REFERENCES posting (seq),
      made_at TEXT NOT NULL,
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX decision_posting ON decision (posting)",
    """
    CREATE TABLE standing (
      phone TEXT PRIMARY KEY,
      balance_cents INTEGER NOT NULL,
      known_at TEXT NOT NULL,
      written_at TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX standing_written ON standing (written_at) WHERE written_at IS NOT NULL",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE roll_line (n INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT",
)


def roll_and_decisions(database: sqlite_utils.Database) -> None:
    """Version 2. What waits is left as it is, to the letter."""
    for statement in _ROLL:
        database.execute(statement)


def sales_of_a_day(database: sqlite_utils.Database) -> None:
    """Version 3. Without it the journal would read every sale there ever was to add up those of today."""
    database.execute("CREATE INDEX sale_made ON sale (made_at)")


# Not on the roll: what is rebuilt from there is in doubt anyway, and is waited for anew (witness.py).
_WITNESS = "CREATE TABLE witness (customer TEXT PRIMARY KEY, boot TEXT NOT NULL, uptime_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID"


def witness_of_the_last_try(database: sqlite_utils.Database) -> None:
    """Version 4. What was sent before it has none, and is waited for once more."""
    database.execute(_WITNESS)


def needing_a_person(database: sqlite_utils.Database) -> None:
    """Version 5. Without it the few that need somebody would be looked for among all that wait. Nothing else is ever in it."""
    database.execute("CREATE INDEX posting_person ON posting (seq) WHERE attention IS NOT NULL")


# Of one registration or edit; NULL in a field of the person: not named. `crm_at` and what follows it is found out on the way. A
# registration's posting has a number below 0: it goes in front of what waits for its phone already. The index is for those who look
# at sales: these are none.
_PROFILES = (
    """
    CREATE TABLE profile_change (
      posting INTEGER PRIMARY KEY REFERENCES posting (seq),
      name TEXT,
      surname TEXT,
      middlename TEXT,
      email TEXT,
      birthday TEXT,
      card_track TEXT,
      promo TEXT NOT NULL,
      referred_by TEXT NOT NULL,
      rules_agreed_at TEXT,
      news_agreed_at TEXT,
      who TEXT NOT NULL,
      crm_at TEXT,
      customer_id TEXT NOT NULL DEFAULT '',
      form_url TEXT NOT NULL DEFAULT '',
      apple_url TEXT NOT NULL DEFAULT '',
      google_url TEXT NOT NULL DEFAULT '',
      sms TEXT NOT NULL DEFAULT '',
      mark INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX profile_change_sms ON profile_change (posting) WHERE sms = 'sending'",
    "CREATE INDEX posting_person_told ON posting (sale) WHERE kind IN ('register', 'edit')",
)


def customers_told(database: sqlite_utils.Database) -> None:
    """Version 6. Nothing that is there is changed."""
    for statement in _PROFILES:
        database.execute(statement)


TILL = Layout(
    name="till",
    application_id=0x706F7341,
    precious=True,
    steps=(sales_and_postings, roll_and_decisions, sales_of_a_day, witness_of_the_last_try, needing_a_person, customers_told),
)
"""``posA`` in ASCII."""
