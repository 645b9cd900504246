"""``find`` and ``sell``."""

from __future__ import annotations

from decimal import Decimal

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.delivering import deliver
from pos_app.cli.endings import TROUBLE
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import parse_amount, parse_points
from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.sale import Posting, Sale, new_sale_ids, sale_state
from pos_app.till.lookup import Answer
from pos_app.till.query import Query
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.till.views import CustomerView, Nobody


def find(call: Call) -> int:
    """Tell who it may be; exit 1 if nobody is known here and the servers could not be asked."""
    query = call.till.parse(call.arguments.query)
    answer = call.till.look_live(query).result()
    if call.arguments.json:
        call.answer({"customers": [show.customer(each) for each in answer.customers]})
    for each in () if call.arguments.json else answer.customers:
        call.line(show.customer_line(each))
    if answer.customers:
        return 0
    if answer.trouble is None:
        if not call.arguments.json:
            call.line(str(_nobody_found(query, answer)))
        return 0
    call.trouble(f"{Problem.CUSTOMER_NOT_HERE.value} ({answer.trouble.value})")
    return TROUBLE


def sell(call: Call) -> int:
    """Record a sale. Once it is answered, it survives anything; its state says how far it came.

    The same call again is the same sale: what was saved then is answered, at the price of then.
    """
    till, arguments = call.till, call.arguments
    gross = parse_amount(arguments.amount, limit=till.choices.programme().amount_limit)
    ids = new_sale_ids(call.new_uuid)
    sale = _saved_before(till, ids.sale_id, gross=gross, receipt=arguments.receipt)
    if sale is None:
        redeem = _redeem(arguments.redeem)
        whose = buyer(till, arguments.query, points_later=arguments.points_later)
        draft = Draft(ids=ids, buyer=whose, gross=gross, redeem=redeem, receipt=arguments.receipt)
        sale = till.confirm(draft).result().sale
    if not arguments.no_wait:
        deliver(till, sale.sale_id)
    _tell(call, sale, till.postings(sale.sale_id))
    return 0


def _saved_before(till: Till, sale_id: str, *, gross: Decimal, receipt: str) -> Sale | None:
    """The sale that an earlier try of this call saved. Raises BadInput if somebody uses its id for another one."""
    record = till.sale(sale_id)
    if record is None:
        return None
    if (record.sale.quote.gross, record.sale.receipt) != (gross, receipt.strip()):
        raise BadInput(Problem.SETTING, detail="Another sale has this id. Nothing was saved.")
    return record.sale


def _tell(call: Call, sale: Sale, postings: list[Posting]) -> None:
    quote = sale.quote
    state = sale_state(each.state for each in postings)
    if call.arguments.json:
        call.answer({
            "sale_id": sale.sale_id,
            "state": state.value,
            "gross": show.amount(quote.gross),
            "discount": show.amount(quote.discount),
            "redeemed": show.amount(quote.redeemed),
            "to_pay": show.amount(quote.to_pay),
            "earned": show.amount(quote.earned),
            "new_balance": show.amount(quote.new_balance),
            "postings": [show.posting(each) for each in postings],
        })  # fmt: skip
    else:
        earned = "points come later" if quote.earned is None else f"{quote.earned} points earned"
        call.line(f"To pay {quote.to_pay} {call.till.settings.shop.currency} ({quote.redeemed} points used, {earned}).")
        call.line(f"Sale {sale.sale_id}: {state.value}.")


def _redeem(text: str) -> Decimal | RedeemAsk:
    return RedeemAsk.MAX if text.strip().casefold() == RedeemAsk.MAX.value else parse_points(text)


def buyer(till: Till, text: str, *, points_later: bool = False) -> CustomerView | Nobody:
    """The one customer that ``text`` names, or with ``points_later`` the whole number that nobody has. Raises BadInput."""
    query = till.parse(text)
    answer = till.look_live(query).result()
    if answer.exact or len(answer.customers) == 1:
        return answer.customers[0]
    if answer.customers:
        raise BadInput(Problem.CUSTOMER_AMBIGUOUS, count=len(answer.customers))
    if points_later and answer.nobody is not None:
        return answer.nobody
    raise _nobody_found(query, answer)


def _nobody_found(query: Query, answer: Answer) -> BadInput:
    if answer.trouble is not None:
        return BadInput(Problem.CUSTOMER_NOT_HERE)
    if query.phone_problem is not None and query.phone_problem.problem is Problem.PHONE_TOO_SHORT and query.digits.startswith("0"):
        return query.phone_problem
    return BadInput(Problem.CUSTOMER_NOT_FOUND)
