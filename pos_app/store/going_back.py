"""Going back to this program from a newer one whose data it does not open: it is rebuilt, because a person says so.

Everything that the newer one saved and this one knows is taken over, from its database and from the roll; what is open is in
doubt, as after any recovery. Nothing is deleted: the newer files are kept beside. It is refused where the data holds a word that
this program does not know. A newer program therefore only adds tables and columns, and a new word is first read by one version
and only written by the next.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.store.database import LOCK_WAIT_S
from pos_app.store.newer import refuse_newer
from pos_app.store.placing import is_recovering
from pos_app.store.progress import Told, nobody
from pos_app.store.reconcile import roll_holds
from pos_app.store.recovery import Recovered, recover
from pos_app.store.schema import TILL
from pos_app.store.trouble import Newer


def go_back(
    path: Path, *, who: str, reason: str, now: datetime, lock_wait_s: float = LOCK_WAIT_S, told: Told = nobody
) -> Recovered:
    """Rebuild the data at ``path``, which a newer program wrote, for this one. ``now`` is UTC.

    Raises BadInput without a name or a reason, and for data that this program opens by itself; Newer where it knows too little;
    DiskBusy while a till has it, DiskTrouble. Then nothing was changed.
    """
    if not (who.strip() and reason.strip()):
        raise BadInput(Problem.SETTING, detail="Say who decides (--who) and why (--reason).")
    if not _is_newer(path, lock_wait_s):
        raise BadInput(Problem.SETTING, detail="This program opens the data as it is: there is nothing to go back from.")
    said = f"{now:%Y-%m-%d %H:%M:%S} UTC, {who.strip()}: {reason.strip()} (to data version {TILL.version})"
    return recover(path, lock_wait_s=lock_wait_s, told=told, went_back=said)


def _is_newer(path: Path, lock_wait_s: float) -> bool:
    """The database is, or its roll may be: where there is no database, or an earlier try was cut off between the two."""
    try:
        refuse_newer(path, TILL, lock_wait_s=lock_wait_s)
    except Newer:
        return True
    return is_recovering(path) or (not path.exists() and roll_holds(path))
