"""A fresh Debian in a folder, to install things in. Each command runs in namespaces of its own: its mounts and all its processes
are gone when it ends, so that nothing outside is ever mounted under a folder that is removed."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

RELEASE = "bookworm"
TOOLS = {"debootstrap": "debootstrap", "unshare": "util-linux", "chroot": "coreutils"}
_PATIENCE_S = 900
_INSIDE = """
set -e
mount --make-rprivate /
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
root=$1; shift
while [ "$1" != -- ]; do mkdir -p "$root$1"; mount --bind "$1" "$root$1"; shift; done
shift
# Not "exec": the first process of a namespace gets no signals that it has not asked for, and X servers send it none.
code=0
chroot "$root" "$@" || code=$?
exit $code
"""


def why_not() -> str:
    """Why there can be none here; empty: there can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root can make a chroot"
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    return f"a chroot needs {', '.join(missing)}" if missing else ""


class Chroot:
    """One Debian. ``shared``: folders of this machine that are seen there under the same path."""

    def __init__(self, root: Path, shared: Sequence[Path] = ()) -> None:
        self.root = root
        self.shared = list(shared)

    @classmethod
    def make(cls, root: Path) -> Chroot:
        """The smallest Debian there is, from the mirror that debootstrap knows. About a minute."""
        said = subprocess.run(
            ["debootstrap", "--variant=minbase", RELEASE, str(root)],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        assert said.returncode == 0, said.stdout[-3000:] + said.stderr
        shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
        return cls(root)

    def command(self, *words: str) -> list[str]:
        """``words``, as a command of this machine."""
        own = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", _INSIDE, "sh", str(self.root)]
        return [*own, *map(str, self.shared), "--", *words]

    def start(self, *words: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Begin ``words`` there; its output is to be read from both pipes."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.command(*words), env=self.environment(environment), stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )

    def run(self, *words: str, stdin: str = "", environment: Mapping[str, str] | None = None, code: int = 0) -> str:
        """What it wrote to standard output. Fails unless it ends with ``code``."""
        done = subprocess.run(
            self.command(*words),
            env=self.environment(environment),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        assert done.returncode == code, f"{shlex.join(words)}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def apt(self, *words: str) -> str:
        """apt-get, asking nothing."""
        return self.run("apt-get", "-y", "-q", "--no-install-recommends", *words, environment={"DEBIAN_FRONTEND": "noninteractive"})

    def path(self, inside: str) -> Path:
        """Where a path of the chroot lies for this machine."""
        return self.root / inside.lstrip("/")

    def files(self, *folders: str) -> set[str]:
        """Every file and link in them, by its path there."""
        return {
            f"/{each.relative_to(self.root)}" for folder in folders for each in self.path(folder).rglob("*") if not each.is_dir()
        }

    def remove(self) -> None:
        """Take it away. Nothing can be mounted in it; that is looked at all the same before anything is deleted."""
        mounted = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines()]
        inside = [place for place in mounted if Path(place).is_relative_to(self.root)]
        assert inside == [], f"still mounted: {inside}"
        shutil.rmtree(self.root)

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Nothing of this machine's person."""
        own = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        return {**own, **(more or {})}
