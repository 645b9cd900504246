"""Where a file is to go: asked without holding anything up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

__all__ = ["ask_where"]


def ask_where(parent: QWidget, title: str, file: Path, kind: str, then: Callable[[Path], None]) -> None:
    """Propose ``file``; ``then`` gets what was chosen. Selling goes on behind the dialog."""
    dialog = QFileDialog(parent, title, str(file), f"{kind} (*{file.suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(file.suffix.removeprefix("."))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
