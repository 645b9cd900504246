"""Signing for Windows, where whoever builds has a certificate: SIGN_CERT and SIGN_KEY name PEM files, SIGN_TIMESTAMP a server."""

from __future__ import annotations

import os
from pathlib import Path

from installer.product import TITLE
from installer.tools import need, run, say

TOOL = {"osslsigncode": "osslsigncode"}


def sign(file: Path) -> bool:
    """Sign the file in its place; False where there is no certificate: then Windows will warn of it."""
    certificate, key = os.environ.get("SIGN_CERT"), os.environ.get("SIGN_KEY")
    if not certificate or not key:
        say(f"Not signed: {file.name} (SIGN_CERT and SIGN_KEY are not set)")
        return False
    need(TOOL)
    signed = file.with_suffix(".signed")
    timestamp = ("-ts", os.environ["SIGN_TIMESTAMP"]) if os.environ.get("SIGN_TIMESTAMP") else ()
    run(
        "osslsigncode",
        "sign",
        "-certs",
        certificate,
        "-key",
        key,
        "-h",
        "sha256",
        "-n",
        TITLE,
        *timestamp,
        "-in",
        file,
        "-out",
        signed,
    )
    signed.replace(file)
    return True
