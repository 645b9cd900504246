"""``refund``."""

from __future__ import annotations

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.delivering import deliver
from pos_app.loyalty.money import parse_amount
from pos_app.loyalty.sale import new_sale_ids, sale_state


def refund(call: Call) -> int:
    """Take a sale back, wholly or in part. The same call again is the same refund."""
    till, arguments = call.till, call.arguments
    amount = None if arguments.amount is None else parse_amount(arguments.amount)
    original = till.sale_named(arguments.sale).result()
    made = till.refund(original.sale.sale_id, amount=amount, ids=new_sale_ids(call.new_uuid)).result()
    if not arguments.no_wait:
        deliver(till, made.sale.sale_id)
    postings = till.postings(made.sale.sale_id)
    quote, state = made.sale.quote, sale_state(each.state for each in postings)
    earned = None if quote.earned is None else -quote.earned
    if call.arguments.json:
        call.answer({
            "refund_id": made.sale.sale_id,
            "sale_id": made.sale.reverses,
            "state": state.value,
            "gross": show.amount(-quote.gross),
            "money": show.amount(-quote.to_pay),
            "points_back": show.amount(-quote.redeemed),
            "points_taken": show.amount(earned),
            "postings": [show.posting(each) for each in postings],
        })  # fmt: skip
    else:
        taken = "earned points are taken back once they are known" if earned is None else f"{earned} earned points taken back"
        call.line(f"Hand back {-quote.to_pay} {till.settings.shop.currency} ({-quote.redeemed} used points given back, {taken}).")
        call.line(f"Refund {made.sale.sale_id} of sale {made.sale.reverses}: {state.value}.")
    return 0
