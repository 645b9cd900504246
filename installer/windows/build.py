"""Both installers for Windows, from one folder of files."""

from __future__ import annotations

import shutil
from pathlib import Path

from installer import icons
from installer.notices import write_notices
from installer.offer import put_offer
from installer.packages import windows_packages
from installer.product import HERE, NAME, PUBLISHER, ROOT, TITLE, VERSION
from installer.tools import need, run, say
from installer.windows import launcher, python
from installer.windows.prune import prune
from installer.windows.signing import sign

TOOLS = {"makensis": "nsis", "wixl": "wixl", "wixl-heat": "wixl", **launcher.TOOLS, **icons.TOOL}
FOR_TRYING = "-FOR-TRYING-ONLY"
"""In the name of what has not the official Python in it."""


def build(*, work: Path, out: Path, official: Path | None) -> list[Path]:
    """The ``.exe`` and the ``.msi``, in ``out``. ``official``: the Python project's own package, see python.py. Raises dev.Stop."""
    need(TOOLS)
    stage = work / "stage"
    shutil.rmtree(work, ignore_errors=True)
    stage.mkdir(parents=True)
    ending = "" if python.unpack(stage / "python", official, work=work / "python") else FOR_TRYING
    version = python.version_of(stage / "python")
    python.point_at_packages(stage / "python")
    _put_packages(stage / "lib", version)
    write_notices(stage / "licences", python_licence=stage / "python" / "LICENSE.txt")
    prune(stage / "lib")
    icon = launcher.build_launchers(stage, python_dll=f"python{version.replace('.', '')}.dll", work=work / "launcher")
    for program in (stage / f"{NAME}.exe", stage / f"{NAME}-cli.exe"):
        sign(program)
    size_kb = sum(each.stat().st_size for each in stage.rglob("*") if each.is_file()) // 1024
    say(f"The program has {size_kb // 1024} MB")
    name = f"{NAME}-{VERSION}-x64{ending}"
    resources = stage / "lib" / "pos_app" / "_resources"
    put_offer(resources, "exe")
    made = [_build_exe(stage, icon, size_kb=size_kb, file=out / f"{name}.exe")]
    put_offer(resources, "msi")
    made.append(_build_msi(stage, icon, work=work, file=out / f"{name}.msi"))
    for file in made:
        sign(file)
    shutil.rmtree(work)
    return made


def _put_packages(lib: Path, version: str) -> None:
    windows_packages(lib, python_version=version)
    shutil.copytree(ROOT / "pos_app", lib / "pos_app", ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("fonts", "icons", "licences"):
        shutil.copytree(ROOT / "resources" / part, lib / "pos_app" / "_resources" / part)
    words = lib / "pos_app" / "_resources" / "translations"
    words.mkdir()
    for file in (ROOT / "resources" / "translations").glob("*.qm"):
        shutil.copy(file, words)
    shutil.copy(HERE / "windows" / "pos_app_boot.py", lib)


def _build_exe(stage: Path, icon: Path, *, size_kb: int, file: Path) -> Path:
    say("Building the .exe")
    values = {
        "VERSION": VERSION,
        "NUMBERS": launcher.NUMBERS,
        "TITLE": TITLE,
        "PUBLISHER": PUBLISHER,
        "STAGE": stage,
        "ICON": icon,
        "OUT": file,
        "SIZE_KB": size_kb,
    }
    given = [f"-D{name}={value}" for name, value in values.items()]
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *given, HERE / "windows" / "pos-app.nsi")
    return file


def _build_msi(stage: Path, icon: Path, *, work: Path, file: Path) -> Path:
    say("Building the .msi")
    files = "\n".join(str(each) for each in sorted(stage.rglob("*")) if each.is_file())
    (work / "files.txt").write_text(files + "\n", encoding="utf-8")
    group = (
        "--component-group",
        "Files",
        "--directory-ref",
        "INSTALLDIR",
        "--var",
        "var.Source",
        "--win64",
        "--prefix",
        f"{stage}/",
    )
    listed = run("sh", "-c", 'list=$1; shift; wixl-heat "$@" < "$list"', "sh", work / "files.txt", *group)
    (work / "files.wxs").write_text(listed, encoding="utf-8")
    # Its paths must be relative.
    values = {"Source": stage.relative_to(work), "Icon": icon.relative_to(work), "Title": TITLE, "Publisher": PUBLISHER}
    given = [word for name, value in {**values, "Version": VERSION, "Win64": "yes"}.items() for word in ("-D", f"{name}={value}")]
    run("wixl", "--arch", "x64", *given, "-o", file, HERE / "windows" / "pos-app.wxs", "files.wxs", folder=work)
    return file
