"""``register`` and ``edit``: customers at this till."""

from __future__ import annotations

from dataclasses import replace

from pos_app.cli import show
from pos_app.cli.call import Call
from pos_app.cli.delivering import deliver
from pos_app.cli.settle import somebody
from pos_app.loyalty.customer import Customer
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.profile import Sms
from pos_app.loyalty.sale import PostingKind, PostingState
from pos_app.till.query import Query
from pos_app.till.registering import Application, Edited, SavedChange
from pos_app.till.till import Till
from pos_app.till.views import Source
from pos_app.till.wallet_sms import LINK

MESSAGE = {
    "en": f"Your loyalty card: {LINK}",
    "cs": f"Vaše věrnostní karta: {LINK}",
    "de": f"Ihre Kundenkarte: {LINK}",
    "ru": f"Ваша карта лояльности: {LINK}",
}
SMS = {
    Sms.SENDING: "The SMS is being sent.",
    Sms.SENT: "The SMS was sent.",
    Sms.REFUSED: "The SMS was not sent.",
    Sms.UNKNOWN: "The SMS may have been sent. It is not sent again by itself.",
}


def register(call: Call) -> int:
    """Register a new customer. The same call again is the same customer."""
    till, arguments = call.till, call.arguments
    ids = till.registering.new_ids(call.new_uuid)
    phone = till.registering.phone(arguments.phone)
    application = Application(
        phone=phone,
        name=arguments.name,
        surname=arguments.surname,
        birthday=arguments.birthday,
        email=arguments.email,
        promo=arguments.promo,
        referred_by=arguments.referred_by,
        card_track=arguments.card_track,
        rules_agreed=arguments.agreed,
        news_agreed=arguments.news,
        who=arguments.who or somebody(),
    )
    if till.sale(ids.sale_id) is None:
        customer = _known(till, phone)
        if customer is not None:
            raise BadInput(Problem.REGISTERED_ALREADY, detail=customer.full_name or phone)
        for alike in till.registering.alike(phone).result():
            call.trouble(f"1 digit differs from {alike.full_name or alike.phone} ({alike.phone}).")
    saved = till.registering.register(application, ids).result()
    if not arguments.no_wait:
        deliver(till, saved.sale.sale_id)
    made = till.registering.change(saved.change.transaction_id).result()
    if arguments.sms and made.change.sms is Sms.NOT_SENT and made.posting.state is PostingState.APPLIED:
        text = MESSAGE[till.choices.language()]
        made = replace(made, change=till.sms.send(made.posting.transaction_id, text).result())
    _tell(call, made)
    return 0


def edit(call: Call) -> int:
    """Change what is known of a customer: only what is given, and only what differs."""
    till, arguments = call.till, call.arguments
    ids = till.registering.new_ids(call.new_uuid)
    phone = till.registering.phone(arguments.phone)
    edited = Edited(
        name=arguments.name,
        surname=arguments.surname,
        middlename=arguments.middlename,
        birthday=arguments.birthday,
        email=arguments.email,
        card_track=arguments.card_track,
        who=arguments.who or somebody(),
    )
    if till.sale(ids.sale_id) is None:
        customer = _known(till, phone)
        if customer is None:
            raise BadInput(Problem.CUSTOMER_NOT_FOUND)
        till.registering.edit(customer, edited, ids).result()
    if not arguments.no_wait:
        deliver(till, ids.sale_id)
    _tell(call, till.registering.change(ids.transaction_id).result())
    return 0


def _known(till: Till, phone: str) -> Customer | None:
    """Who has the phone, as far as it can be found out now."""
    answer = till.look_live(Query(text=phone, phone=phone)).result()
    view = answer.customers[0] if answer.exact and answer.customers else None
    # One that only this till knows of may be what is being registered.
    return None if view is None or (view.source is not Source.LIVE and answer.trouble is None) else view.customer


def _tell(call: Call, saved: SavedChange) -> None:
    change, posting = saved.change, saved.posting
    registered = posting.kind is PostingKind.REGISTER
    if call.arguments.json:
        links = change.links
        told: dict[str, object] = {
            "registration_id" if registered else "edit_id": saved.sale.sale_id,
            "transaction_id": posting.transaction_id,
            "phone": change.phone,
            "state": posting.state.value,
            "last_answer": posting.last_answer,
            "attention": posting.attention.value if posting.attention else None,
            "actions": show.actions(posting),
        }
        if registered:
            told |= {
                "rules_agreed_at": show.moment(change.rules_agreed_at),
                "news_agreed_at": show.moment(change.news_agreed_at),
                "customer_id": change.customer_id,
                "form_url": links.form,
                "card_url": links.apple,
                "card_gpay_url": links.google,
                "sms": change.sms.value,
            }
        else:
            told["changed"] = list(change.profile.named)
        call.answer(told)
        return
    what = "Registration" if registered else "Change"
    call.line(f"{what} of {change.phone}: {posting.state.value}.{f' {posting.last_answer}' if posting.attention else ''}")
    if registered and change.links.best:
        call.line(f"The customer's card: {change.links.best}")
    if change.sms is not Sms.NOT_SENT:
        call.line(SMS[change.sms])
    if posting.attention is not None:
        call.line(f"    to decide: pos-app settle {posting.transaction_id} {'|'.join(show.actions(posting))}")
