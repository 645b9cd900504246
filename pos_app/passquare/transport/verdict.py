"""What an answer means: the table of ``delivery.md`` §3, pure.

=============================================  =================================================
401, 403, a known key error                    KeyRefused (after a 403 without JSON it may have been applied)
429; 503 with Retry-After                      SlowDown (after a 503 it may have been applied)
whole JSON with ``error`` or success false     Refused; NoSuchCustomer for a look-up's 404
200 with a whole JSON object, no ``error``     the object: whether it proves success is for its reader
everything else                                Unknown
=============================================  =================================================

A 5xx proves nothing whatever it holds, nor does a 3xx, a page of HTML, or "success" and "error" in one answer.

An answer is judged by itself here. What came before it counts too, where the posting is kept (``store/verdict.py``): a refusal
("already exists") after an Unknown of the same id proves nothing, and a request not sent takes no earlier doubt away.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from typing import NoReturn

from pos_app.loyalty.errors import KeyRefused, NoSuchCustomer, Refused, SlowDown, Trouble, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport.channel import Answer
from pos_app.passquare.transport.clock import moment
from pos_app.passquare.transport.spoken import spoken
from pos_app.passquare.wire.strict_json import JsonObject, Malformed, loads

LONGEST_PAUSE_S = 900.0
SHORTEST_PAUSE_S = 1.0
USUAL_PAUSE_S = 30.0
"""When a server does not say how long, or not readably."""

# Narrow on purpose: "duplicate key" is said of a customer, and must not stop the whole queue.
_KEY_ERROR = re.compile(
    r"\b(?:app|crm|api)[ _-]?key\b|\bunauthori[sz]ed\b|\bnot authori[sz]ed\b|\bauthentication (?:failed|required)\b"
    r"|\b(?:invalid|wrong|bad|incorrect|unknown|revoked|expired) (?:access |secret |private )?(?:key|token|credentials)\b",
    re.IGNORECASE,
)
_TRY_AGAIN = {408, 425}


def judge(answer: Answer, *, host: str, lookup: bool, secrets: Sequence[Secret] = ()) -> JsonObject:
    """The JSON object of a 200 that does not say no. Raises as in the table above.

    ``lookup``: a 404 then is a customer that nobody has. ``secrets`` are struck out of what the server says.
    """
    _by_status(answer, host)
    if answer.header(b"content-encoding").lower() not in ("", "identity"):
        raise Unknown(f"{host} answered in an encoding that was not asked for.")
    document = _object(answer, host, lookup=lookup)
    ok = document.get("success") is True
    reason = _reason(document.get("error"))
    no = bool(reason) or document.get("success") is False
    if ok and reason:
        raise Unknown(f"{host} said both yes and no.")
    if no and answer.status not in _TRY_AGAIN:
        reason = reason or _reason(document.get("message"))
        if _KEY_ERROR.search(reason):
            raise KeyRefused(f"{host} does not accept the key.")
        said = spoken(reason, secrets) or "The server said no, without a reason."
        raise NoSuchCustomer(said) if lookup and answer.status == 404 else Refused(said)
    if lookup and answer.status == 404:
        raise NoSuchCustomer
    if answer.status != 200:
        _puzzled(answer, host)
    return document


def pause_s(retry_after: str, date: str) -> float:
    """Seconds to wait, 1 to 900, by a ``Retry-After``: seconds, or a moment, seen from the answer's own ``Date`` if it has one."""
    if re.fullmatch(r"\d+(?:\.\d+)?", retry_after, re.ASCII):
        wanted = float(retry_after)
    else:
        until = moment(retry_after)
        now = moment(date)
        wanted = USUAL_PAUSE_S if until is None else until - (time.time() if now is None else now)
    return min(max(wanted, SHORTEST_PAUSE_S), LONGEST_PAUSE_S)


def _by_status(answer: Answer, host: str) -> None:
    """Raise for a status that says it all, whatever the body."""
    status = answer.status
    if status in (401, 403):
        raise KeyRefused(f"{host} does not accept the key ({status}).", maybe_applied=status == 403 and not _is_object(answer))
    retry_after = answer.header(b"retry-after")
    if status == 429 or (status == 503 and retry_after):
        wait_s = pause_s(retry_after, answer.header(b"date"))
        raise SlowDown(f"{host} asks for a pause of {wait_s:.0f} s.", retry_after_s=wait_s, maybe_applied=status == 503)
    if 300 <= status < 400 or status == 511:
        raise Unknown(f"Something in between answered for {host} and leads elsewhere ({status}).", trouble=Trouble.PORTAL)
    if status >= 500:
        raise Unknown(f"{host} is in trouble ({status}).")


def _is_object(answer: Answer) -> bool:
    """Whether it is a whole JSON object, as the servers' own answers are."""
    try:
        loads(answer.body)
    except Malformed:
        return False
    return answer.whole


def _object(answer: Answer, host: str, *, lookup: bool) -> JsonObject:
    if not answer.whole:
        _puzzled(answer, host, "with far too much")
    try:
        return loads(answer.body)
    except Malformed as error:
        if lookup and answer.status == 404:
            raise NoSuchCustomer from None
        _puzzled(answer, host, f"unreadably: {error}")


def _puzzled(answer: Answer, host: str, how: str = "in no way that proves anything") -> NoReturn:
    if _html(answer):
        # A site's own error page is the server's; a page where an answer should be is somebody else's.
        trouble = Trouble.PORTAL if answer.status < 300 else Trouble.SERVER
        raise Unknown(f"A web page came instead of an answer of {host} ({answer.status}).", trouble=trouble)
    raise Unknown(f"{host} answered {how} ({answer.status}).")


def _html(answer: Answer) -> bool:
    """Judged by the body first: PHP calls its JSON text/html unless it is told otherwise."""
    return answer.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or "html" in answer.header(b"content-type").lower()


def _reason(error: object) -> str:
    """The server's words of refusal; "" if it has none. ``null``, ``false``, 0 and "" are no error."""
    if not error:
        return ""
    if isinstance(error, dict):
        texts = [each for each in error.values() if isinstance(each, str)]
        return "; ".join(texts) or "error"
    return error if isinstance(error, str) else "error"
