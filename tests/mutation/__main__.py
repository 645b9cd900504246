"""How many small faults in the delivery code do its tests notice? Made and counted by mutmut.

    .venv/bin/python -m tests.mutation                               every file: half an hour and more
    .venv/bin/python -m tests.mutation pos_app/store/verdict.py      one of them: a minute

It works in a copy outside the checkout, with an environment of its own that holds what requirements.lock and
requirements-mutation.lock name. Ends with 1 if a fault survived that tests/mutation/survivors.toml does not know, or if too few
were noticed. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import dev
from tests.mutation.guards import GUARDS
from tests.mutation.mutants import Result, Survivor, accepted, is_words_of_a_bug, key_of, result_of

LEAST_OF_ALL, LEAST_OF_A_FILE = 85.0, 75.0
"""Percent."""
HUNG_S = 40
"""A test that takes so long, where seconds are many, has noticed that something waits for ever."""
_CONFIG = """\
[mutmut]
source_paths = pos_app
only_mutate = {file}
also_copy =
{also}
track_dependencies = false
pytest_add_cli_args =
    --timeout={timeout_s}
    --hypothesis-profile=mutants
pytest_add_cli_args_test_selection =
{tests}
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="files of the delivery code; none: all of them")
    parser.add_argument("--jobs", type=int, default=1, help="how many mutants to try at the same time (1)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="work here, and leave the results for a look afterwards")
    args = parser.parse_args()
    unknown = [file for file in args.files if file not in GUARDS]
    if unknown:
        parser.error(f"not of the delivery code (tests/mutation/guards.py): {', '.join(unknown)}")
    files = args.files or list(GUARDS)
    if args.keep:
        return measure(files, args.keep.resolve(), jobs=args.jobs)
    with tempfile.TemporaryDirectory(prefix="pos-app-mutation-") as folder:
        return measure(files, Path(folder), jobs=args.jobs)


def measure(files: list[str], folder: Path, *, jobs: int) -> int:
    """Measure ``files`` in ``folder`` and tell; the exit code."""
    mutmut, tree = prepare(folder)
    results = []
    for file in files:
        result = mutate(mutmut, tree, file, jobs=jobs)
        results.append(result)
        (folder / f"{file.replace('/', '.')}.json").write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False))
        print(f"{result.score:6.1f} %  {file}", flush=True)
    return told(results)


def prepare(folder: Path) -> tuple[Path, Path]:
    """An environment with mutmut, and a fresh copy of the checkout as it is now: mutmut's program, and the copy."""
    python = folder / "venv" / "bin" / "python"
    uv = (sys.executable, "-m", "uv", "--quiet")
    if not python.exists():
        subprocess.run([*uv, "venv", "--python", sys.executable, folder / "venv"], check=True)
    locks = (dev.DEV_LOCK, dev.ROOT / "requirements-mutation.lock")
    subprocess.run([*uv, "pip", "sync", "--python", python, "--require-hashes", *locks], check=True)
    tree = folder / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(dev.ROOT, tree, ignore=shutil.ignore_patterns(".*", "__pycache__", "artefacts"), symlinks=True)
    return python.with_name("mutmut"), tree


def mutate(mutmut: Path, tree: Path, file: str, *, jobs: int) -> Result:
    """Try every mutant of ``file`` against its own tests."""
    also = [each.name for each in tree.iterdir() if each.name not in ("pos_app", "tests", "mutants", "setup.cfg")]
    lines = {name: "\n".join(f"    {each}" for each in words) for name, words in (("also", also), ("tests", GUARDS[file]))}
    (tree / "setup.cfg").write_text(_CONFIG.format(file=file, timeout_s=HUNG_S, **lines))
    shutil.rmtree(tree / "mutants", ignore_errors=True)
    log = tree.parent / "mutmut.log"
    with log.open("w") as out:
        done = subprocess.run(
            [mutmut, "run", "--max-children", str(jobs)], cwd=tree, stdout=out, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode:
        sys.exit(f"mutmut did not get through {file}:\n{log.read_text()[-3000:]}")
    return result_of(file, tree=tree)


def told(results: list[Result]) -> int:
    """Print the figures and what survived without a reason; the exit code."""
    accepted_keys = accepted()

    def is_known(survivor: Survivor) -> bool:
        return key_of(survivor) in accepted_keys or is_words_of_a_bug(survivor)

    of_all = Result(
        file="of all",
        mutants=sum(each.mutants for each in results),
        not_tried=sum(each.not_tried for each in results),
        survivors=tuple(each for result in results for each in result.survivors),
    )
    print(f"\n{'noticed':>9}{'mutants':>9}{'survived':>10}{'explained':>11}")
    for result in (*results, of_all):
        explained = sum(is_known(each) for each in result.survivors)
        print(f"{result.score:7.1f} %{result.mutants:9}{len(result.survivors):10}{explained:11}  {result.file}")
    new = [each for each in of_all.survivors if not is_known(each)]
    for survivor in new:
        print(f"\nsurvived: {survivor}")
    measured, there = {result.file for result in results}, {key_of(each) for each in of_all.survivors}
    gone = [key for key in sorted(accepted_keys - there) if key[0] in measured]
    for file, function, was, becomes in gone:
        print(f"\nnoticed by now, so it goes from survivors.toml: {file} in {function}\n    - {was}\n    + {becomes}")
    if of_all.not_tried:
        print(f"\n{of_all.not_tried} were not tried.")
    enough = of_all.score >= LEAST_OF_ALL and all(result.score >= LEAST_OF_A_FILE for result in results)
    return 0 if enough and not new and not gone and not of_all.not_tried else 1


if __name__ == "__main__":
    sys.exit(main())
