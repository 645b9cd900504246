"""How a customer is written by PassQuare and by the merchant's CRM: the parts that both have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pos_app.loyalty.customer import CardInstall, CardTrack, Customer, Standing
from pos_app.passquare.wire import fields
from pos_app.passquare.wire.fields import Fields
from pos_app.passquare.wire.strict_json import JsonObject


def without_gaps(document: JsonObject) -> JsonObject:
    """``document`` without what is not known: None, "" and empty lists are left out, a False and a 0 stay."""
    return {name: value for name, value in document.items() if value is not None and value not in ("", [])}


def standing_to_json(standing: Standing) -> JsonObject:
    """``balance``, ``bonus`` and ``discount``, those that are known."""
    return without_gaps({"balance": standing.balance, "bonus": standing.bonus, "discount": standing.discount})


def standing_from_json(said: Fields) -> Standing:
    """What is said of ``balance``, ``bonus`` and ``discount``. Raises Malformed for a number that cannot be read."""
    return Standing(
        balance=fields.number(said, "balance"),
        bonus=fields.number(said, "bonus"),
        discount=fields.number(said, "discount"),
    )


def person_to_json(customer: Customer, *, written: Callable[[date], str]) -> JsonObject:
    """What core and CRM name alike; ``written`` is how this side writes a birthday."""
    return without_gaps(
        {
            "name": customer.name,
            "surname": customer.surname,
            "middlename": customer.middlename,
            "email": customer.email,
            "phone": customer.phone,
            "birthday": customer.birthday and written(customer.birthday),
            "cardNumbers": list(customer.cards),
            "cardTracks": [{"card": each.card, "track": each.track} for each in customer.tracks],
            **standing_to_json(customer.standing),
        }
    )


def person_from_json(said: Fields) -> Customer:
    """The person in either side's customer, with what only core tells (installs, invites) if it is there. Raises Malformed."""
    tracks = (CardTrack(fields.line(each, "card"), fields.line(each, "track")) for each in fields.objects(said, "cardTracks"))
    installs = [
        CardInstall(fields.line(each, "card"), fields.flag(each, "install") is True)
        for each in fields.objects(said, "cardInstalls")
    ]
    return Customer(
        phone=fields.phone(said, "phone"),
        name=fields.line(said, "name"),
        surname=fields.line(said, "surname"),
        middlename=fields.line(said, "middlename"),
        email=fields.line(said, "email"),
        birthday=fields.birthday(said, "birthday"),
        cards=fields.lines(said, "cardNumbers"),
        tracks=tuple(each for each in tracks if each.card and each.track),
        installs=tuple(each for each in installs if each.card),
        standing=standing_from_json(said),
        template_uuid=fields.line(said, "template_uuid"),
        remote_id=fields.line(said, "remoteId"),
        invited_by=fields.phone(said, "invitedBy"),
        invites=fields.phones(said, "invites"),
    )
