"""Whose key it is, before anything is sent: the guard by itself, on a real store, before gates that close and open."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import KeyringTrouble, NotSent, PosError, Refused, Trouble, Unknown
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.loyalty.secret import Secret
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import Connection
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.guard import PROVED_KEY, Guard
from pos_app.till.sync.step import Step
from tests.till.conftest import Clock, SellTo

PHONE = "+420777000001"
OURS, THEIRS = Account("kavarna"), Account("another")


@dataclass
class Post:
    """What the guard stands before and asks: a courier that only counts, a keyring, and a PassQuare that tells whose key it is."""

    store: DatabaseThread[TillStore]
    clock: Clock
    account: str = "kavarna"
    key: Secret | PosError = field(default_factory=lambda: Secret("first key"))
    says: Account | PosError = OURS
    delivered: list[Posting] = field(default_factory=list)
    told: list[PosError] = field(default_factory=list)
    heard: list[Account] = field(default_factory=list)
    asked: int = 0
    answered: int = 0
    read_anew: int = 0
    keeps: bool = True
    """Whether an account that is told becomes the till's, which is not so where another one was named meanwhile."""
    blocked: bool = False

    def __post_init__(self) -> None:
        self.gates = [Gate(backoff=Backoff(random.Random(seed)), monotonic=self.clock.monotonic) for seed in range(2)]
        self.starts()

    def starts(self) -> None:
        """As after a restart of the program."""
        self.guard = Guard(
            courier=self,
            store=self.store,
            account=lambda: self.account,
            key=self._key,
            status=self._status,
            gates=self.gates,
            now=self.clock,
            told=self.told.append,
            answered=self._answered,
            read_anew=self._read_anew,
            account_told=self._account_told,
            blocked=lambda: self.blocked,
        )

    def deliver(self, posting: Posting) -> Step:
        """As the courier."""
        self.delivered.append(posting)
        return Step(replace(posting, attempts=posting.attempts + 1), rest_s=7.0)

    def fact(self) -> str:
        return self.store.call(lambda it: it.fact(PROVED_KEY))

    def _key(self) -> Secret:
        if isinstance(self.key, PosError):
            raise self.key
        return self.key

    def _status(self) -> Account:
        self.asked += 1
        if isinstance(self.says, PosError):
            raise self.says
        return self.says

    def _account_told(self, account: Account) -> None:
        self.heard.append(account)
        if self.keeps:
            self.account = account.name

    def _answered(self) -> None:
        self.answered += 1

    def _read_anew(self) -> None:
        self.read_anew += 1


@pytest.fixture
def post(store: DatabaseThread[TillStore], clock: Clock) -> Post:
    return Post(store, clock)


@pytest.fixture
def posting(sell_to: SellTo) -> Posting:
    return sell_to(PHONE)[0]


def test_a_key_is_proved_once_and_for_all_starts_of_the_program(post: Post, posting: Posting) -> None:
    assert post.guard.deliver(posting) == Step(replace(posting, attempts=1), rest_s=7.0)
    post.guard.deliver(posting)
    post.starts()
    post.guard.deliver(posting)
    assert (post.asked, len(post.delivered), post.answered) == (1, 3, 1)
    assert post.heard == [OURS]
    assert not post.told
    assert not post.read_anew


def test_another_key_is_asked_about_again(post: Post, posting: Posting) -> None:
    post.guard.deliver(posting)
    post.key = Secret("second key")
    post.guard.deliver(posting)
    assert (post.asked, len(post.delivered)) == (2, 2)
    post.guard.deliver(posting)
    assert post.asked == 2


def test_a_key_that_was_refused_somewhere_is_asked_about_again_until_it_is_proved(post: Post, posting: Posting) -> None:
    post.guard.deliver(posting)
    post.guard.doubt()
    post.says = NotSent("no route")
    post.guard.deliver(posting)
    assert (post.asked, len(post.delivered)) == (2, 1)
    post.says = OURS
    post.guard.deliver(posting)
    post.guard.deliver(posting)
    assert (post.asked, len(post.delivered)) == (3, 3)


def test_the_proof_of_one_account_is_none_for_another(post: Post, posting: Posting) -> None:
    post.guard.deliver(posting)
    post.account = "another"
    assert post.guard.deliver(posting) == Step(posting)
    assert (post.asked, len(post.delivered)) == (2, 1)


def test_another_accounts_key_shuts_every_gate_until_ours_is_back(post: Post, posting: Posting) -> None:
    post.says = THEIRS
    assert post.guard.deliver(posting) == Step(posting)
    assert not post.delivered
    assert [gate.connection for gate in post.gates] == [Connection.WRONG_ACCOUNT] * 2
    # PassQuare was reached, and the key may have been replaced behind our back.
    assert (post.answered, post.read_anew, post.heard, post.fact()) == (1, 1, [], "")
    post.says = OURS
    post.guard.deliver(posting)
    assert [gate.connection for gate in post.gates] == [Connection.UNTRIED] * 2
    assert len(post.delivered) == 1


@pytest.mark.parametrize("trouble", [NotSent("no route"), Unknown("cut off", trouble=Trouble.PORTAL)])
def test_a_passquare_in_trouble_holds_up_what_is_not_proved_and_says_why(post: Post, posting: Posting, trouble: PosError) -> None:
    post.says = trouble
    assert post.guard.deliver(posting) == Step(posting)
    assert post.told == [trouble]
    assert (post.delivered, post.answered, post.heard) == ([], 0, [])


def test_a_refusal_to_say_whose_key_it_is_proves_nothing_and_closes_the_way(post: Post, posting: Posting) -> None:
    post.says = Refused("closed on Mondays")
    assert post.guard.deliver(posting) == Step(posting)
    (told,) = post.told
    # Only what concerns an endpoint can close its gate.
    assert isinstance(told, Unknown)
    assert str(told) == "closed on Mondays"
    assert not post.delivered


def test_a_locked_keyring_asks_nobody_and_says_so(post: Post, posting: Posting) -> None:
    post.key = KeyringTrouble("locked")
    assert post.guard.deliver(posting) == Step(posting)
    assert (post.told, post.asked, post.delivered) == ([post.key], 0, [])


def test_a_till_without_an_account_belongs_to_the_first_one_it_hears_of(post: Post, posting: Posting) -> None:
    post.account = ""
    post.guard.deliver(posting)
    post.guard.deliver(posting)
    assert (post.heard, post.read_anew, len(post.delivered), post.asked) == ([OURS], 0, 2, 1)


def test_a_till_that_did_not_become_that_accounts_sends_nothing_and_asks_again(post: Post, posting: Posting) -> None:
    post.account, post.keeps = "", False
    assert post.guard.deliver(posting) == Step(posting)
    assert post.guard.deliver(posting) == Step(posting)
    assert (post.asked, post.delivered, post.fact()) == (2, [], "")


def test_what_is_found_out_about_the_account_may_stop_all_writing(post: Post, posting: Posting) -> None:
    post.blocked = True
    assert post.guard.deliver(posting) == Step(posting)
    post.blocked = False
    post.guard.deliver(posting)
    assert (post.asked, post.delivered) == (2, [posting])


@pytest.mark.parametrize(("account", "says", "anew"), [("kavarna", OURS, 0), ("kavarna", THEIRS, 1), ("", THEIRS, 0)])
def test_the_pulse_is_told_whose_key_it_is_and_a_foreign_one_is_looked_for_again(
    post: Post, account: str, says: Account, anew: int
) -> None:
    post.account, post.says = account, says
    assert post.guard.status() == says
    assert post.read_anew == anew
    post.says = NotSent("no route")
    with pytest.raises(NotSent):
        post.guard.status()


def test_neither_key_nor_account_can_be_read_from_what_is_kept(post: Post, posting: Posting, tmp_path: Path) -> None:
    post.key = Secret("klíč \ud800")
    post.guard.deliver(posting)
    salt, _, fingerprint = post.fact().partition(":")
    assert (len(salt), len(fingerprint)) == (32, 64)
    post.guard.doubt()
    post.guard.deliver(posting)
    # Two tills of one account, or one at two times, keep different ones.
    assert post.fact() != f"{salt}:{fingerprint}"
    assert not post.fact().startswith(salt)
    assert not post.fact().endswith(fingerprint)


def test_an_account_with_half_a_character_in_its_name_can_be_proved(post: Post, posting: Posting) -> None:
    post.says = Account("kav\ud800rna")
    post.account = post.says.name
    post.guard.deliver(posting)
    post.guard.deliver(posting)
    assert (post.asked, len(post.delivered)) == (1, 2)


@pytest.mark.parametrize("kept", ["", ":", "0123456789abcdef", "0123456789abcdef:"])
def test_a_proof_that_is_not_whole_is_none(post: Post, posting: Posting, kept: str) -> None:
    post.store.call(lambda it: it.state_fact(PROVED_KEY, kept))
    post.guard.deliver(posting)
    assert post.asked == 1


@pytest.fixture
def of_another(store: DatabaseThread[TillStore], posting: Posting) -> Posting:
    """A posting whose sale was made for another account, before somebody changed the settings by hand."""
    record = store.call(lambda it: it.sale(posting.sale_id))
    assert record is not None
    sale = replace(record.sale, sale_id="of-another", account="another")
    theirs = replace(posting, transaction_id="theirs", sale_id="of-another", phone="+420777000002")
    return store.call(lambda it: it.save_sale(sale, [theirs])).postings[0]


def test_a_sale_of_another_account_goes_to_nobody_and_a_person_is_told_why(post: Post, of_another: Posting) -> None:
    after = post.guard.deliver(of_another).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.WRONG_ACCOUNT)
    assert after.last_answer == "This sale belongs to the account another, and the till to kavarna now."
    (attempt,) = post.store.call(lambda it: it.attempts("theirs"))
    assert (attempt.sent, attempt.ended_at) == (False, post.clock())
    assert not post.delivered


def test_a_sale_made_before_the_till_had_an_account_is_the_accounts(post: Post, posting: Posting) -> None:
    assert post.store.call(lambda it: it.sale(posting.sale_id)).sale.account == ""  # type: ignore[union-attr]
    post.guard.deliver(posting)
    assert post.delivered == [posting]


def test_a_sale_of_the_tills_own_account_is_delivered(post: Post, of_another: Posting) -> None:
    post.account, post.says = "another", THEIRS
    post.guard.deliver(of_another)
    assert post.delivered == [of_another]
