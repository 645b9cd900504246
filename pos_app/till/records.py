"""What is kept of a sale, under the till's own name: a screen knows the till, never the store."""

from pos_app.store.backlog import Entry
from pos_app.store.journal_records import JournalCounts, JournalPage, JournalRow, JournalTotals, Stand, Wanted
from pos_app.store.records import Attempt, DecisionRecord, SaleRecord, SavedSale

__all__ = [
    "Attempt",
    "DecisionRecord",
    "Entry",
    "JournalCounts",
    "JournalPage",
    "JournalRow",
    "JournalTotals",
    "SaleRecord",
    "SavedSale",
    "Stand",
    "Wanted",
]
