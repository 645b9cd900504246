"""What a screen reader is asked to say by itself, and how urgently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.window.access.atspi import Announcement
from tests.window.server import JANA_TRACK

if TYPE_CHECKING:
    from tests.window.access.atspi import ScreenReader
    from tests.window.screen import Screen
    from tests.window.server import Server

PETR_TRACK = ";7821336790=25121010000?\n"
NOBODYS_TRACK = ";9990000017=25121010000?\n"
BANK_CARD = ";4539578763621486=29121011000012345678?\n"


def test_a_sale_is_told_step_by_step_and_no_digit_of_it(reader: ScreenReader, screen: Screen) -> None:
    screen.swipe(JANA_TRACK)
    heard = reader.wait_for_announcement(lambda text: text.startswith("Jana Nováková, Balance 1,240 points"))
    assert not heard[-1].assertive
    screen.type_text("100", gap_ms=60)
    assert reader.wait_for_announcement(lambda text: text.startswith("To pay")) == [
        Announcement("To pay 95 crowns", assertive=False)
    ]
    screen.key("Return")
    heard = reader.wait_for_announcement(lambda text: text.startswith("Sale recorded"))
    assert not heard[-1].assertive


def test_a_bank_card_interrupts_and_its_number_is_not_said(reader: ScreenReader, screen: Screen) -> None:
    screen.swipe(BANK_CARD)
    (said,) = reader.wait_for_announcement(lambda text: "bank card" in text)
    assert said.assertive
    assert "4539" not in said.text


def test_a_card_of_nobody_is_told_without_its_number(reader: ScreenReader, screen: Screen) -> None:
    screen.swipe(NOBODYS_TRACK)
    assert reader.wait_for_announcement(lambda text: text.startswith("No customer")) == [
        Announcement("No customer has this number. Checked on this till and online just now.", assertive=False)
    ]


def test_offline_interrupts_and_online_waits_its_turn(reader: ScreenReader, screen: Screen, server: Server) -> None:
    server.stop()
    screen.swipe(JANA_TRACK)
    assert reader.wait_for_announcement(lambda text: text == "You are offline")[-1].assertive
    server.start()
    screen.swipe(PETR_TRACK)
    assert not reader.wait_for_announcement(lambda text: text == "Online", timeout_s=30)[-1].assertive
