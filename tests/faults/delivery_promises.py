"""What must be true of a till and its server at every moment (``delivery.md`` §1), as sentences about what is not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pos_app.loyalty.sale import Posting, PostingState
from tests.faults.delivery_world import PHONES, START, DeliveryWorld


def broken(world: DeliveryWorld) -> list[str]:
    """A sentence for each promise that does not hold now."""
    postings = world.till.every_posting()
    found = [*_lost(world, postings), *_balances(world, postings)]
    for posting in postings:
        found += _effects(world, posting)
    for phone in PHONES:
        found += _order(world, phone, {each.transaction_id: each for each in postings})
    return found


def unsettled(world: DeliveryWorld) -> list[str]:
    """What is left although the servers were well for long, and nobody is asked about it or about what is before it."""
    held = {each.customer_key for each in world.needy()}
    return [f"{_name(each)} is left" for each in world.till.open_postings() if each.customer_key not in held]


def _lost(world: DeliveryWorld, postings: list[Posting]) -> Iterator[str]:
    there = {each.transaction_id: each for each in postings}
    if len(there) != len(postings):
        yield "an id was used twice"
    for transaction_id, (phone, points) in world.saved.items():
        found = there.get(transaction_id)
        if found is None or found.phone != phone or (points is not None and found.sum != points):
            yield f"{transaction_id} was saved for {phone} and is lost"
    for phone in PHONES:
        yield from (f"{each} is on the server, and nothing is known of it here" for each in world.order(phone) if each not in there)


def _balances(world: DeliveryWorld, postings: list[Posting]) -> Iterator[str]:
    for phone in PHONES:
        came = sum((world.effects(each.transaction_id) * (each.sum or 0) for each in postings if each.phone == phone), Decimal(0))
        due = START + world.balances.edited(phone) + came
        if world.balances[phone] != due:
            yield f"{phone} has {world.balances[phone]}, not {due}"


def _effects(world: DeliveryWorld, posting: Posting) -> Iterator[str]:
    transaction_id, effects = posting.transaction_id, world.effects(posting.transaction_id)
    if effects > 1 + world.again[transaction_id]:
        yield f"{_name(posting)} was added {effects} times"
    # What goes out together may come to nothing: then nobody can tell whether it arrived, and nobody need.
    nothing = posting.compared is not None and posting.compared.read == posting.compared.target
    if posting.state is PostingState.APPLIED and not (effects or nothing or transaction_id in world.believed):
        yield f"{_name(posting)} is called applied and was never added"
    if posting.state is PostingState.WAITING and effects and not world.again[transaction_id]:
        yield f"{_name(posting)} is called never sent and was added"
    if posting.state is PostingState.CANCELLED and effects and transaction_id not in world.given_up:
        yield f"{_name(posting)} was cancelled and is on the server"
    if posting.state is PostingState.CANCELLED and not _reason(world, posting):
        yield f"{_name(posting)} left the queue and nobody knows why"


def _reason(world: DeliveryWorld, posting: Posting) -> bool:
    """Whether somebody decided about it or what it takes back, or its sale was taken back wholly."""
    record = world.till.sale(posting.sale_id)
    original = world.till.sale(record.sale.reverses) if record.sale.reverses else record
    about = [posting, *(each for each in original.postings if each.kind is posting.kind)]
    return not original.left or any(world.till.decided(each) for each in about)


def _order(world: DeliveryWorld, phone: str, postings: dict[str, Posting]) -> Iterator[str]:
    came = [postings[each] for each in world.order(phone) if each in postings]
    seqs = [each.seq for each in came]
    if seqs != sorted(seqs):
        yield f"{phone}: {seqs} is out of order"
    # A person may have given it to somebody else than whom it was taken from.
    ids = world.believed.union(*(world.order(each) for each in PHONES))
    yield from (f"{_name(each)} came without what it takes back" for each in came if each.reverses and each.reverses not in ids)


def _name(posting: Posting) -> str:
    return f"{posting.seq} {posting.kind.value} of {posting.sum} for {posting.phone} ({posting.state.value})"
