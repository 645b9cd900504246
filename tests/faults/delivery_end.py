"""How a till comes to rest once its servers are well, and people look at what it asks them about."""

from __future__ import annotations

from tests.faults.delivery_promises import unsettled
from tests.faults.delivery_world import DeliveryWorld, Fates

LOOKS_S = 400.0
ROUNDS = 60


def drain(world: DeliveryWorld) -> list[str]:
    """The servers are well until nothing moves any more; what is left although nobody is asked about it."""
    world.script.says(Fates())
    for _round in range(ROUNDS):
        if world.till.writes_stopped():
            world.till.allow_writes()
        world.till.send_now()
        world.clock.wait(LOOKS_S)
        if not unsettled(world):
            break
    return unsettled(world)


def settle(world: DeliveryWorld) -> list[str]:
    """People look at the server's books and decide, until nothing is left; what is."""
    left = drain(world)
    for _round in range(ROUNDS):
        for posting in world.needy():
            world.act(lambda it=posting: world.decide(it, world.honest(it)))  # type: ignore[misc]
        left += drain(world)
        if left or not world.till.open_postings():
            break
    return left + [f"{each.transaction_id} is left" for each in world.till.open_postings()]
