"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pos_app.files import write_whole


@pytest.mark.parametrize("durable", [True, False])
def test_a_file_is_replaced_for_its_owner_only_and_nothing_else_is_left(tmp_path: Path, durable: bool) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    (tmp_path / "a.toml.part").write_bytes(b"cut off")
    write_whole(file, b"new", durable=durable)
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]
    assert file.read_bytes() == b"new"
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"old")
    (tmp_path / "a.toml.part").mkdir()
    with pytest.raises(OSError, match=r"a\.toml\.part"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
