"""``forgive``: a customer's debt."""

from __future__ import annotations

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.delivering import deliver
from pos_app.cli.settle import somebody
from pos_app.loyalty.sale import new_sale_ids, sale_state


def forgive(call: Call) -> int:
    """Give a customer whose balance is below 0 the points they owe. The same call again is the same gift."""
    till, arguments = call.till, call.arguments
    ids = new_sale_ids(call.new_uuid)
    who = arguments.who or somebody()
    saved, owed = till.forgive_debt(arguments.phone, who=who, reason=arguments.reason, ids=ids).result()
    if not arguments.no_wait:
        deliver(till, saved.sale.sale_id)
    postings = till.postings(saved.sale.sale_id)
    state = sale_state(each.state for each in postings)
    if arguments.json:
        call.answer({
            "sale_id": saved.sale.sale_id,
            "phone": saved.sale.buyer.phone,
            "forgiven": show.amount(owed),
            "state": state.value,
            "postings": [show.posting(each) for each in postings],
        })  # fmt: skip
    else:
        call.line(f"{owed} points forgiven ({saved.sale.sale_id}): {state.value}.")
    return 0
