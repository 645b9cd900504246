"""The statements of the queue: those of every sale and every answer, in plain SQL on purpose."""

from __future__ import annotations

from pos_app.store.rows import ATTEMPT_COLUMNS, POSTING_COLUMNS, POSTING_SELECT

LOOK = f"{POSTING_SELECT.replace(' FROM', ', p.doubt, p.sending_at, p.first_in_line, p.mark FROM')} WHERE p.transaction_id = ?"
INSERT = f"""
INSERT INTO posting (seq, {POSTING_COLUMNS}, first_in_line)
VALUES ((SELECT max(coalesce(max(seq), 0), 0) + 1 FROM posting), {", ".join("?" * (POSTING_COLUMNS.count(",") + 1))},
  NOT EXISTS (SELECT 1 FROM posting WHERE customer = ? AND settled_at IS NULL))
"""  # noqa: S608 - column names
# In front of everything, whoever's it is: the number of a registration is below 0, and below that of the one before it.
INSERT_FIRST = f"""
INSERT INTO posting (seq, {POSTING_COLUMNS}, first_in_line)
VALUES ((SELECT min(coalesce(min(seq), 0), 0) - 1 FROM posting), {", ".join("?" * (POSTING_COLUMNS.count(",") + 1))}, 1)
"""  # noqa: S608 - column names
NOT_FIRST = "UPDATE posting SET first_in_line = 0 WHERE customer = ? AND settled_at IS NULL AND first_in_line = 1 RETURNING seq"
NOT_OF_A_PERSON = "s.seq NOT IN (SELECT sale FROM posting INDEXED BY posting_person_told WHERE kind IN ('register', 'edit'))"
"""Of a ``sale s``: it is one, and does not carry what is told of a customer."""
DUE = """
SELECT seq, customer FROM posting
WHERE first_in_line = 1 AND settled_at IS NULL AND attention IS NULL AND sending_at IS NULL ORDER BY seq LIMIT ?
"""
# Left to itself, SQLite walks the table from its beginning, past everything that was ever settled.
OPEN = f"""
{POSTING_SELECT} WHERE p.seq IN
(SELECT seq FROM posting INDEXED BY posting_line WHERE settled_at IS NULL ORDER BY seq LIMIT ?) ORDER BY p.seq
"""  # noqa: S608 - column names
LINE = f"""
{POSTING_SELECT} WHERE p.seq IN
(SELECT seq FROM posting INDEXED BY posting_line WHERE customer = ? AND settled_at IS NULL) ORDER BY p.seq
"""  # noqa: S608 - column names
OLDEST_WAITING = """
SELECT s.made_at FROM sale s JOIN posting p ON p.sale = s.seq WHERE p.seq = (SELECT min(seq) FROM (
  SELECT min(seq) AS seq FROM posting WHERE first_in_line = 1 AND settled_at IS NULL AND attention IS NULL
  UNION ALL SELECT min(seq) FROM posting WHERE first_in_line = 0 AND settled_at IS NULL AND attention IS NULL))
"""
NEXT_IN_LINE = """
UPDATE posting SET first_in_line = 1
WHERE seq = (SELECT min(seq) FROM posting WHERE customer = ? AND settled_at IS NULL) AND first_in_line = 0 RETURNING seq
"""
CUT_OFF = "SELECT transaction_id FROM posting WHERE sending_at IS NOT NULL"
OF_SALES = f"{POSTING_SELECT} WHERE p.sale BETWEEN ? AND ? ORDER BY p.seq"
REVERSALS = "SELECT transaction_id FROM posting WHERE reverses = ? AND reverses != '' AND settled_at IS NULL ORDER BY seq"
ATTEMPTS = f"SELECT {ATTEMPT_COLUMNS} FROM attempt WHERE posting = ? ORDER BY step"  # noqa: S608 - column names
LATEST_SINCE = """
SELECT max(made_at) FROM sale WHERE seq >= (SELECT sale FROM posting WHERE seq = ?)
UNION ALL SELECT max(coalesce(ended_at, started_at)) FROM attempt WHERE posting >= ?
"""
BEGIN = """
UPDATE posting SET state = ?, attempts = attempts + 1, sending_at = ?, first_sent_at = coalesce(first_sent_at, ?), sum_cents = ?,
  bonus_percent = ?, endpoint = ?, batch = ?, read_cents = ?, target_cents = ?, mark = ? WHERE seq = ?
"""
ADD_ATTEMPT = f"""
INSERT INTO attempt (posting, step, {ATTEMPT_COLUMNS})
SELECT ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ? FROM attempt WHERE posting = ? RETURNING step
"""  # noqa: S608 - column names
BEGIN_ANEW = (
    "UPDATE posting SET first_sent_at = NULL, endpoint = '', batch = '', read_cents = NULL, target_cents = NULL WHERE seq = ?"
)
# Four ways on, because an UPDATE rewrites the indexes of every column that it names.
GOES_ON = "UPDATE posting SET state = ?, doubt = ?, last_answer = ?, sending_at = NULL WHERE seq = ?"
RESUMES = "UPDATE posting SET state = ?, doubt = ?, last_answer = ?, sending_at = NULL, attention = NULL WHERE seq = ?"
STOPS = "UPDATE posting SET state = ?, doubt = ?, last_answer = ?, sending_at = NULL, attention = ? WHERE seq = ?"
ENDS = (
    "UPDATE posting SET state = ?, doubt = ?, last_answer = ?, sending_at = NULL, attention = NULL, settled_at = ?, "
    "first_in_line = 0 WHERE seq = ?"
)
