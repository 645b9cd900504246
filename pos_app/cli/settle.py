"""``settle``: what a person decides about a sale that waits for one."""

from __future__ import annotations

import getpass

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.money import parse_points
from pos_app.loyalty.sale import Attention
from pos_app.till.settling import Matter

WHY = {
    Attention.REFUSED: "The server refused it.",
    Attention.NO_CUSTOMER: "This phone or card belongs to nobody yet.",
    Attention.OUTCOME_UNKNOWN: "It may have arrived. Look at the customer's points before you decide.",
    Attention.BALANCE_MOVED: "Somebody else changed the balance. Look at the customer's points before you decide.",
    Attention.WRONG_ACCOUNT: "The key in use belongs to another account.",
    Attention.REGISTERED: "The phone is a customer's already, and the server has something else than was typed.",
    Attention.DAMAGED: "The entry on this disk is not what was written there.",
}
MEANING_FOR_A_PERSON = {
    Action.ADD_NOW: "what was typed counts: send it",
    Action.ALREADY_THERE: "what the server has counts: done",
}
MEANING = {
    Action.RETRY: "try again, what was wrong was put right",
    Action.MOVE: "the points belong to another --phone or --card",
    Action.ADD_NOW: "somebody looked, they are not there: send them",
    Action.ALREADY_THERE: "somebody looked, they are there: done",
    Action.FORGIVE: "the customer keeps what should have been taken (--reason)",
    Action.TAKE_ONLY: "take so many of the points that were used (--points), forgive the rest (--reason)",
    Action.VOID: "take the whole sale back: its money is handed back (--reason)",
    Action.WRITE_OFF: "nothing more is done about it (--reason)",
}


def settle(call: Call) -> int:
    """Without an action: tell what may be decided. With one: do it."""
    arguments = call.arguments
    if arguments.action is None:
        _tell(call, call.till.matter(arguments.transaction).result())
        return 0
    decision = Decision(action=Action(arguments.action), who=arguments.who or somebody(), reason=arguments.reason)
    decided = call.till.settle(
        arguments.transaction,
        decision,
        phone=arguments.phone,
        card=arguments.card,
        points=None if arguments.points is None else parse_points(arguments.points),
        new_uuid=call.new_uuid,
    ).result()
    if arguments.json:
        call.answer({"settled": [show.queued(each) for each in decided]})
    else:
        for each in decided:
            call.line(f"{each.transaction_id}: {each.state.value}.")
    return 0


def somebody() -> str:
    """Who sits at this computer, as it knows them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _tell(call: Call, matter: Matter) -> None:
    posting = matter.posting
    why = WHY[posting.attention] if posting.attention else ""
    if call.arguments.json:
        call.answer({
            **show.queued(posting),
            "why": why,
            "attempts_made": [
                {
                    "started_at": show.moment(each.started_at),
                    "sent": each.sent,
                    "outcome": each.outcome.value,
                    "answer": each.answer,
                }
                for each in matter.attempts
            ],
            "decisions": [
                {
                    "at": show.moment(each.made_at),
                    "who": each.decision.who,
                    "action": each.decision.action.value,
                    "reason": each.decision.reason,
                }
                for each in matter.decisions
            ],
        })  # fmt: skip
        return
    show.queue_lines([posting], call.out)
    if why:
        call.line(why)
    for attempt in matter.attempts:
        call.line(f"  {show.moment(attempt.started_at)}  {attempt.outcome.value}: {attempt.answer}")
    for record in matter.decisions:
        decided = record.decision
        call.line(f"  {show.moment(record.made_at)}  {decided.who} decided {decided.action.value}: {decided.reason}")
    for action in sorted(matter.possible, key=lambda each: each.value):
        meaning = MEANING[action] if posting.kind.of_points else MEANING_FOR_A_PERSON.get(action, MEANING[action])
        call.line(f"  pos-app settle {posting.transaction_id} {action.value}    {meaning}")
