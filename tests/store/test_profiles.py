"""Registrations and edits on the disk: saved once, in front of what waits, on the roll, and rebuilt from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pos_app.loyalty.profile import Links, Profile, ProfileChange, Sms, change_as_sale
from pos_app.loyalty.sale import Attention, PostingKind, PostingState, new_sale_ids
from pos_app.store.journal_records import Wanted
from pos_app.store.profiles import SavedChange
from pos_app.store.recovery import recover
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Altered
from tests.store.shop import JANA, NOON, PETR, compared, minutes, one_posting

S, K = PostingState, PostingKind
TOLD = Profile(name="Barbora", surname="", birthday=date(1980, 1, 25), card_track="786")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "till.db"


@pytest.fixture
def store(path: Path) -> Iterator[TillStore]:
    opened = TillStore.open(path)
    yield opened
    opened.close()


def save(store: TillStore, phone: str = JANA, *, kind: PostingKind = K.REGISTER, told: Profile = TOLD) -> SavedChange:
    ids = new_sale_ids()
    change = ProfileChange(
        transaction_id=ids.earn_id, phone=phone, profile=told, promo="BBBBB", referred_by=PETR, rules_agreed_at=NOON, who="Eva"
    )
    sale, (posting,) = change_as_sale(change, sale_id=ids.sale_id, kind=kind, at=NOON, account="kavarna")
    return store.profiles.save(sale, posting, change)


def finish(store: TillStore, transaction_id: str, state: PostingState, attention: Attention | None = None) -> None:
    store.finish(transaction_id, state=state, answer="", at=NOON, attention=attention)


def test_everything_that_was_typed_is_read_back(path: Path, store: TillStore) -> None:
    saved = save(store)
    store.close()
    again = TillStore.open(path)
    found = again.profiles.of(saved.posting.transaction_id)
    again.close()
    assert found.change == saved.change
    assert (found.posting, found.sale, saved.fresh, found.fresh) == (saved.posting, saved.sale, True, False)


def test_the_same_registration_twice_is_one(store: TillStore) -> None:
    saved = save(store)
    again = store.profiles.save(saved.sale, saved.posting, saved.change)
    assert (again.fresh, again.posting) == (False, saved.posting)
    assert len(store.open_postings()) == 1


def test_a_registration_goes_before_the_sales_that_wait_and_an_edit_behind(store: TillStore) -> None:
    before = store.save_sale(*one_posting()).postings[0]
    other = store.save_sale(*one_posting(PETR)).postings[0]
    edit = save(store, kind=K.EDIT).posting
    # Counted now, and counted on from here.
    assert store.counts().waiting == 3
    new = save(store).posting
    assert store.counts().waiting == 4
    after = store.save_sale(*one_posting()).postings[0]
    assert [each.seq for each in store.line(JANA)] == [new.seq, before.seq, edit.seq, after.seq]
    assert [each.seq for each in store.due(limit=9, excluding=frozenset())] == [new.seq, other.seq]
    assert store.counts().waiting == 5
    store.begin_sending(new.transaction_id, at=NOON)
    finish(store, new.transaction_id, S.APPLIED)
    assert [each.seq for each in store.due(limit=9, excluding=frozenset())] == [before.seq, other.seq]
    assert compared(store).whole


def test_numbers_of_sales_stay_above_zero_after_a_registration_in_an_empty_till(store: TillStore) -> None:
    assert save(store).posting.seq == -1
    assert store.save_sale(*one_posting()).postings[0].seq == 1
    assert save(store, PETR).posting.seq == -2


def test_what_is_under_way_is_let_finish_behind_a_registration(store: TillStore) -> None:
    sending = store.save_sale(*one_posting()).postings[0]
    store.begin_sending(sending.transaction_id, at=NOON)
    new = save(store).posting
    finish(store, sending.transaction_id, S.UNKNOWN)
    assert [each.seq for each in store.due(limit=9, excluding=frozenset())] == [new.seq]
    store.begin_sending(new.transaction_id, at=NOON)
    finish(store, new.transaction_id, S.APPLIED)
    assert [each.seq for each in store.due(limit=9, excluding=frozenset())] == [sending.seq]


def test_sales_that_waited_for_somebody_to_have_this_phone_are_sent_again(store: TillStore) -> None:
    sold = store.save_sale(*one_posting()).postings[0]
    finish(store, sold.transaction_id, S.NEEDS_PERSON, Attention.NO_CUSTOMER)
    new = save(store).posting
    assert [(each.seq, each.state) for each in store.line(JANA)] == [(new.seq, S.WAITING), (sold.seq, S.WAITING)]
    (decided,) = store.decisions(sold.transaction_id)
    assert (decided.decision.who, decided.decision.reason) == ("Eva", "The customer was registered.")


def test_a_registration_that_needed_a_person_is_given_up_for_the_next(store: TillStore) -> None:
    first = save(store).posting
    finish(store, first.transaction_id, S.NEEDS_PERSON, Attention.REFUSED)
    second = save(store).posting
    assert [each.seq for each in store.line(JANA)] == [second.seq]
    assert store.posting(first.transaction_id).state is S.CANCELLED
    latest = store.profiles.latest(JANA)
    assert latest is not None
    assert latest.posting.seq == second.seq


def test_what_is_found_out_on_the_way_is_kept_and_is_on_the_roll(path: Path, store: TillStore) -> None:
    saved = save(store)
    links = Links(form="https://form.example/?hash=1", apple="https://a.example", google="https://g.example")
    store.profiles.at_crm(saved.posting.transaction_id, "6d2845ff", at=minutes(1))
    store.profiles.linked(saved.posting.transaction_id, links)
    store.profiles.sms(saved.posting.transaction_id, Sms.SENT)
    assert compared(store).whole
    store.close()
    path.unlink()
    recover(path)
    rebuilt = TillStore.open(path)
    change = rebuilt.profiles.of(saved.posting.transaction_id).change
    rebuilt.close()
    assert (change.crm_at, change.customer_id, change.links, change.sms) == (minutes(1), "6d2845ff", links, Sms.SENT)
    assert (change.profile, change.rules_agreed_at, change.referred_by) == (TOLD, NOON, PETR)


def test_rebuilt_from_the_roll_it_still_goes_first(path: Path, store: TillStore) -> None:
    sold = store.save_sale(*one_posting()).postings[0]
    new = save(store).posting
    store.close()
    path.unlink()
    recover(path)
    rebuilt = TillStore.open(path)
    line = [(each.transaction_id, each.state) for each in rebuilt.line(JANA)]
    whole = compared(rebuilt)
    rebuilt.close()
    assert line == [(new.transaction_id, S.UNKNOWN), (sold.transaction_id, S.UNKNOWN)]
    assert whole.whole, whole.findings


def test_an_sms_cut_off_while_it_was_sent_may_have_been_sent(path: Path, store: TillStore) -> None:
    saved = save(store)
    store.profiles.sms(saved.posting.transaction_id, Sms.SENDING)
    store.close()
    again = TillStore.open(path)
    sms = again.profiles.of(saved.posting.transaction_id).change.sms
    again.close()
    assert sms is Sms.UNKNOWN


def test_a_flipped_bit_in_a_name_is_noticed(path: Path, store: TillStore) -> None:
    saved = save(store)
    store.close()
    with sqlite3.connect(path) as conn:
        conn.execute("UPDATE profile_change SET name = 'Barbara'")
    conn.close()
    again = TillStore.open(path)
    with pytest.raises(Altered):
        again.profiles.to_be_sent(saved.posting.transaction_id)
    found = compared(again)
    again.close()
    assert f"profile_change {saved.posting.seq} is not what was written" in found.findings
    assert saved.posting.transaction_id not in " ".join(found.findings)


def test_what_is_told_of_customers_is_no_sale_in_the_journal(store: TillStore) -> None:
    store.save_sale(*one_posting(PETR))
    for kind in (K.REGISTER, K.EDIT):
        saved = save(store, kind=kind)
        finish(store, saved.posting.transaction_id, S.NEEDS_PERSON, Attention.REFUSED)
    assert len(store.recent_sales(9)) == len(store.view.page(Wanted()).rows) == 1
    totals, _ = store.view.totals(Wanted())
    assert (totals.sales, totals.lines) == (1, 1)
    counts = store.view.counts()
    assert (counts.waiting, counts.attention) == (1, 0)
    assert (store.counts().waiting, store.counts().needs_person) == (1, 2)


def test_a_till_of_the_version_before_keeps_all_it_had(path: Path, store: TillStore) -> None:
    sold = store.save_sale(*one_posting()).postings[0]
    store.close()
    with sqlite3.connect(path) as conn:
        conn.executescript(
            "DROP TABLE profile_change; DROP INDEX posting_person_told; "
            "DELETE FROM _sqlite_migrations WHERE name = 'customers_told'; PRAGMA user_version = 5"
        )
    conn.close()
    again = TillStore.open(path)
    new = save(again).posting
    line = [each.seq for each in again.line(JANA)]
    again.close()
    assert line == [new.seq, sold.seq]
    assert path.with_name("till-v5.db").exists()
