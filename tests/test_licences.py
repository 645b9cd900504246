"""The shop gets the licence of everything that it gets."""

from __future__ import annotations

import pytest

import licences
from pos_app import resources


def test_every_package_of_the_shop_has_the_text_of_its_licence() -> None:
    held = licences.texts(licences.FILE.read_text(encoding="utf-8"))
    wanted = set(licences.packages(licences.LOCK.read_text(encoding="utf-8")))
    assert held.keys() | licences.OF_QT == wanted, "run: python3 dev.py licences"
    assert {name for name, text in held.items() if len(text) < 500} == set()


def test_qt_comes_with_both_of_its_texts() -> None:
    text = resources.path("licences", "Qt-LGPL-3.0-and-GPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "15. Disclaimer of Warranty." in text


def test_a_package_without_a_text_keeps_the_one_that_was_put_there() -> None:
    lock = "pip==1.0 \\\nsix==1.0 \\\nfor-another-system==2.5 ; sys_platform == 'plan9' \\\n"
    before = f"Licences\n{licences.RULE}\nfor-another-system 2.4\n{licences.RULE[:20]}\nDo as you please.\n"
    after = licences.texts(licences.gathered(lock, before))
    assert after["for-another-system"] == "Do as you please."
    assert "Benjamin Peterson" in after["six"]
    with pytest.raises(KeyError, match="for-another-system"):
        licences.gathered(lock, "")


def test_gathering_again_changes_nothing() -> None:
    lock, file = licences.LOCK.read_text(encoding="utf-8"), licences.FILE.read_text(encoding="utf-8")
    assert licences.gathered(lock, file) == file, "run: python3 dev.py licences"
