"""What went wrong on the way, as one sentence and one kind of trouble. Sentences name the host, never a URL, body or key."""

from __future__ import annotations

import socket
import ssl
from datetime import UTC, date, datetime

import httpcore

from pos_app.loyalty.errors import NotSent, Trouble, Unknown
from pos_app.passquare.transport.attempt import Attempt

BUILT = date(2026, 1, 1)
"""No computer that runs this can be right about an earlier date."""
OUTLIVED = date(2046, 1, 1)
"""Nor is one likely to run this at a later one."""

# OpenSSL's X509_V_ERR_… numbers.
_NOT_YET_VALID = 9
_EXPIRED = 10
_OTHER_HOST = {62, 64}
_UNKNOWN_SIGNER = {2, 18, 19, 20, 21}


def not_sent(error: Exception, attempt: Attempt, host: str) -> NotSent:
    """Nothing of the request left this computer."""
    if isinstance(error, httpcore.ProxyError):
        code = str(error)[:3]
        return NotSent(
            f"The proxy does not let this computer through to {host} ({code if code.isdecimal() else 'no reason given'})."
        )
    if isinstance(error, httpcore.LocalProtocolError):
        return NotSent(f"The settings for {host} hold a character that cannot be sent.", trouble=Trouble.SERVER)
    match attempt.fault:
        case ssl.SSLCertVerificationError() as fault:
            return _certificate(fault, host)
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return NotSent(f"{host} hung up before a secure connection was made.")
        case ssl.SSLError():
            return NotSent(f"No secure connection to {host} could be made.", trouble=Trouble.TLS)
        case TimeoutError():
            return NotSent(f"{host} could not be reached in time.")
        case socket.gaierror():
            return NotSent(f"The address of {host} could not be found.")
        case ConnectionRefusedError():
            return NotSent(f"{host} does not accept connections.")
        case _:
            return NotSent(f"{host} could not be reached.")


def unknown(error: Exception, attempt: Attempt, host: str) -> Unknown:
    """The request, or a part of it, left this computer."""
    if attempt.over:
        return Unknown(f"{host} did not answer in time; it may have arrived.", trouble=Trouble.OFFLINE)
    if isinstance(error, httpcore.RemoteProtocolError) and not attempt.hung_up:
        return Unknown(f"{host} answered with something that is no answer.", trouble=Trouble.SERVER)
    return Unknown(f"The connection to {host} was lost before the answer; it may have arrived.", trouble=Trouble.OFFLINE)


def _certificate(fault: ssl.SSLCertVerificationError, host: str) -> NotSent:
    today = datetime.now(UTC).date()
    code = fault.verify_code
    if code == _NOT_YET_VALID or (code == _EXPIRED and not BUILT <= today < OUTLIVED):
        sentence = f"The certificate of {host} is not valid at this computer's date ({today}): check this PC's date."
        return NotSent(sentence, trouble=Trouble.CLOCK)
    if code == _EXPIRED:
        sentence = f"The certificate of {host} has expired (by this computer's date, {today})."
        return NotSent(sentence, trouble=Trouble.TLS)
    if code in _OTHER_HOST:
        return NotSent(f"The certificate shown for {host} belongs to another host.", trouble=Trouble.TLS)
    if code in _UNKNOWN_SIGNER:
        sentence = f"The certificate shown for {host} is signed by nobody this computer trusts: something may stand in between."
        return NotSent(sentence, trouble=Trouble.PORTAL)
    return NotSent(f"The certificate of {host} does not hold.", trouble=Trouble.TLS)
