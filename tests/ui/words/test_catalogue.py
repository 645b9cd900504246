from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pos_app import resources
from pos_app.ui.words.catalogue import collect, compile_all

SHIPPED = resources.path("translations")


def starts(tool: str) -> bool:
    script = Path(sys.executable).with_name(f"pyside6-{tool}")
    return subprocess.run([str(script), "-version"], capture_output=True, check=False).returncode == 0


# They are programs of their own and want libraries that a till does not need.
needs_tools = pytest.mark.skipif(not (starts("lupdate") and starts("lrelease")), reason="Qt's translation tools do not start here")


@needs_tools
def test_the_translation_files_are_in_step_with_the_code(tmp_path: Path) -> None:
    for path in SHIPPED.glob("*.ts"):
        shutil.copy(path, tmp_path)
    collect(tmp_path)
    for path in SHIPPED.glob("*.ts"):
        assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8"), "run python -m pos_app.ui.words.catalogue"


def test_nothing_is_left_untranslated() -> None:
    for path in SHIPPED.glob("*.ts"):
        text = path.read_text("utf-8")
        assert 'type="unfinished"' not in text
        assert "<numerusform></numerusform>" not in text


@needs_tools
def test_the_compiled_files_are_in_step_with_the_translations(tmp_path: Path) -> None:
    for path in SHIPPED.glob("*.ts"):
        shutil.copy(path, tmp_path)
    compile_all(tmp_path)
    for path in SHIPPED.glob("*.qm"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), "run python -m pos_app.ui.words.catalogue"
