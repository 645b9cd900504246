"""``claim``: the points of a sale for a customer who forgot the card."""

from __future__ import annotations

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.delivering import deliver
from pos_app.cli.sales import buyer
from pos_app.cli.settle import somebody
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.sale import PostingState, sale_state
from pos_app.till.till import Till
from pos_app.till.views import CustomerView


def claim(call: Call) -> int:
    """Give the points of a sale of today to somebody, once. The same call again is the same claim."""
    till, arguments = call.till, call.arguments
    sale_id = till.sale_named(arguments.sale).result().sale.sale_id
    phone = arguments.phone or _phone_of(till, arguments.card)
    who = arguments.who or somebody()
    given = till.claim(sale_id, phone=phone, who=who, reason=arguments.reason, new_uuid=call.new_uuid).result()
    if not arguments.no_wait:
        deliver(till, sale_id)
    postings = [each for each in till.postings(sale_id) if each.state is not PostingState.CANCELLED]
    state = sale_state(each.state for each in postings)
    if arguments.json:
        call.answer({
            "sale_id": sale_id,
            "phone": given.phone,
            "state": state.value,
            "postings": [show.posting(each) for each in postings],
        })  # fmt: skip
    else:
        call.line(f"The points of sale {sale_id} go to {given.phone}: {state.value}.")
    return 0


def _phone_of(till: Till, card: str) -> str:
    view = buyer(till, card)
    if not isinstance(view, CustomerView) or not view.customer.phone:
        raise BadInput(Problem.SETTING, detail="This customer has no phone number, so there is nowhere to send points.")
    return view.customer.phone
