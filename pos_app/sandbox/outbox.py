"""What the make-believe PassQuare sent to customers: nothing leaves this computer, all of it can be looked at.

Messages are paid from the merchant's prepaid money, as at PassQuare; when it is used up, they are not sent.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import Enum

from pos_app.passquare.wire.core import PushCreate, PushCreated, PushType

CREDIT = Decimal("980.00")
"""As in the vendor's example."""


class Channel(Enum):
    """How a message reached a customer."""

    SMS = "sms"
    PUSH = "push"
    WEBPUSH = "webpush"
    TELEGRAM = "telegram"


PRICES = {channel: Decimal("1.20") if channel is Channel.SMS else Decimal("0.10") for channel in Channel}


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one customer (E.164), at ``at`` (UTC)."""

    phone: str
    channel: Channel
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A push to many. ``sent``: how many times it was sent; ``received``: how many customers had it, all times together."""

    uuid: str
    name: str
    message: str
    type: PushType
    segment_uuid: str = ""
    sent: int = 0
    received: int = 0


class Outbox:
    """Any thread."""

    def __init__(self, *, now: Callable[[], datetime], credit: Decimal = CREDIT) -> None:
        self._now = now
        self._credit = credit
        self._lock = threading.Lock()
        self._messages: list[Message] = []
        self._campaigns: dict[str, Campaign] = {}

    @property
    def credit(self) -> Decimal:
        """What is left of the prepaid money."""
        with self._lock:
            return self._credit

    def deliver(self, phone: str, channel: Channel, text: str) -> bool:
        """Whether the message was sent; False: there is no money for it."""
        with self._lock:
            if PRICES[channel] > self._credit:
                return False
            self._credit -= PRICES[channel]
            self._messages.append(Message(phone, channel, text, self._now()))
            return True

    def create(self, asked: PushCreate) -> PushCreated:
        """A campaign, not sent yet."""
        with self._lock:
            name = asked.name or f"Push#{len(self._campaigns):04}"
            campaign = Campaign(
                uuid=str(uuid.uuid4()), name=name, message=asked.message, type=asked.type, segment_uuid=asked.segment_uuid
            )
            self._campaigns[campaign.uuid] = campaign
            return PushCreated(uuid=campaign.uuid, name=name, message=asked.message)

    def send(self, push_uuid: str, *, receivers: int) -> bool:
        """Send a campaign once more; False: there is none with this uuid."""
        with self._lock:
            campaign = self._campaigns.get(push_uuid)
            if campaign is None:
                return False
            self._campaigns[push_uuid] = replace(campaign, sent=campaign.sent + 1, received=campaign.received + receivers)
            return True

    def messages(self) -> tuple[Message, ...]:
        """Every message to one customer, in order."""
        with self._lock:
            return tuple(self._messages)

    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign, in order of creation."""
        with self._lock:
            return tuple(self._campaigns.values())
