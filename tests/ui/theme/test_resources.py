from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from pos_app import resources


def installed_in(folder: Path) -> ModuleType:
    """The module as it would find itself in ``folder``."""
    folder.mkdir(parents=True)
    file = shutil.copy(resources.__file__, folder / "resources.py")
    spec = importlib.util.spec_from_file_location("elsewhere", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_from_source_they_lie_beside_the_package() -> None:
    assert resources.path("icons", "lock.svg").is_file()
    assert resources.path("fonts").is_dir()


def test_in_a_wheel_they_lie_inside_the_package(tmp_path: Path) -> None:
    module = installed_in(tmp_path / "pos_app")
    (tmp_path / "pos_app" / "_resources").mkdir()
    assert module.path("icons", "x.svg") == (tmp_path / "pos_app" / "_resources" / "icons" / "x.svg").resolve()


def test_an_installation_without_them_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="own files are missing"):
        installed_in(tmp_path / "pos_app").path("icons")
