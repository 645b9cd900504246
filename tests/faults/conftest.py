"""Disks whose power can be cut."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.loop_disk import LoopDisk, why_not
from tests.faults.model_vfs import ModelVfs
from tests.faults.opening import in_memory_if_possible


@pytest.fixture(scope="session")
def vfs() -> Iterator[ModelVfs]:
    made = ModelVfs()
    yield made
    made.unregister()


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """An empty folder, in memory where that is possible."""
    with tempfile.TemporaryDirectory(dir=in_memory_if_possible()) as folder:
        yield Path(folder)


@pytest.fixture
def ext4() -> Iterator[LoopDisk]:
    """An empty ext4 disk that is mounted."""
    if reason := why_not():
        pytest.skip(reason)
    with LoopDisk() as disk:
        yield disk
