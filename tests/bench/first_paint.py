"""A program that ends once its window is painted, and tells when that was: a bare one, or the till's. Child of ``start.py``.

    python -m tests.bench.first_paint bare
    python -m tests.bench.first_paint till --data-dir DIR     (its keys on standard input)

With REST in the environment it stays so many seconds longer, and tells the memory it then has (PSS, Linux).
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

DRAG, REST = "POS_APP_BENCH_DRAG_S", "POS_APP_BENCH_REST_S"


def told(**more: object) -> None:
    """Print when it is now, and end without taking anything apart."""
    print(json.dumps({"painted_ns": time.monotonic_ns(), **more}), flush=True)
    os._exit(0)


def pss_kib() -> int:
    """This process's share of the memory it uses."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def end_when_painted() -> None:
    """Take the place of ``QApplication.exec``: turn the event loop until every window has been painted."""
    # Not sooner: what is imported before Qt, and what after, is a part of what is measured.
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    class Painted(QObject):
        """Hears of a window's first painting, which is over when the event loop comes back."""

        seen = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    def turn(*_of: object) -> int:
        painted = Painted()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.installEventFilter(painted)
        while not painted.seen:
            QApplication.processEvents()
        time.sleep(float(os.environ.get(DRAG, "0")))
        if rest_s := float(os.environ.get(REST, "0")):
            end = time.monotonic() + rest_s
            while time.monotonic() < end:
                QApplication.processEvents()
                time.sleep(0.01)
            told(pss_kib=pss_kib())
        told()
        return 0

    QApplication.exec = turn  # type: ignore[method-assign]


def bare() -> None:
    """A window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    end_when_painted()
    _app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Nothing"))
    window.resize(1280, 800)
    window.show()
    QApplication.exec()


def till(arguments: list[str]) -> None:
    """The program itself, from its sources."""
    # In the order of the program's own start: the arguments, then the window.
    import pos_app.cli.arguments  # noqa: PLC0415
    import pos_app.cli.window  # noqa: F401, PLC0415
    from pos_app.cli import main  # noqa: PLC0415

    end_when_painted()
    sys.argv = ["pos-app", *arguments]
    main(arguments)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        till(sys.argv[2:])
