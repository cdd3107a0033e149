"""Commands for authors of exercises: `new`, `build`, `vet`, `release`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from grader import catalog, seeds
from grader.records import Exercise


def _chosen(root: Path | None, names: Sequence[str]) -> tuple[Path, list[Exercise]]:
    home = catalog.find_root(root)
    return home, [catalog.exercise(home, one) for one in names] or list(
        catalog.load(home)
    )


@click.command("new")
@click.argument("id", metavar="TRACK/NAME")
@click.pass_obj
def new_command(root: Path | None, id: str) -> None:
    """Write a tiny exercise that vets, for you to make into your own.

    \b
    grader new layers/linear

    It asks for one small function, and has an example of each kind of file that an
    exercise consists of. Replace them one after the other; nothing else in the kit
    has to change.
    """
    from grader.authoring import new

    home = catalog.find_root(root)
    for path in new.create(home, id):
        click.echo(f"written: {path.relative_to(home)}")
    click.echo(_NEXT.format(id=id))


_NEXT = """
Every promise of it holds as it stands. Make it yours, file by file:

  README.md, exercise.toml     what is asked for, and the names of the tasks
  reference.py                 the right solution, from which the stub is made
  probes.py                    how a solution is observed
  checks.py, hidden_checks.py  what has to be true of what was observed
  wheats/                      right solutions of other styles
  chaffs/                      wrong ones, each for one misconception

Then, and after each change:

  grader build {id}
  grader vet {id}

`docs/authoring.md` works through a whole one."""


@click.command("build")
@click.argument("exercises", nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; fail where one is stale.")
@click.pass_obj
def build_command(root: Path | None, exercises: tuple[str, ...], check: bool) -> None:
    """Generate stubs and notebooks from references, and the syllabus.

    The syllabus, `docs/syllabus.md`, is kept in step where the kit has one.
    """
    from grader.authoring import stubs, syllabus

    home, chosen = _chosen(root, exercises)
    texts = syllabus.build(home)
    for exercise in chosen:
        texts |= stubs.build(exercise)
    stale = [path for path, text in texts.items() if not _holds(path, text)]
    for path in stale:
        click.echo(f"{'stale' if check else 'written'}: {path.relative_to(home)}")
    if check:
        sys.exit(1 if stale else 0)
    for path in stale:
        path.write_text(texts[path], encoding="utf-8")
    click.echo(f"{len(stale)} written, {len(texts) - len(stale)} up to date")


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


_JOBS = min(os.cpu_count() or 1, 4)


@click.command("vet")
@click.argument("exercises", nargs=-1)
@click.option(
    "--seeds",
    "count",
    type=click.IntRange(min=1),
    default=1,
    help="Try this many seeds. Default: 1.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_JOBS,
    help=f"Run this many files side by side. Default: {_JOBS}.",
)
@click.option(
    "--mutants",
    is_flag=True,
    help="Try the checks on each reference with one small mistake put into it.",
)
@click.pass_obj
def vet_command(
    root: Path | None,
    exercises: tuple[str, ...],
    count: int,
    jobs: int,
    mutants: bool,
) -> None:
    """Hold exercises to their promises.

    The reference and every wheat must pass, the stub must be unfilled, and every chaff
    must fail just the checks that it promises and be recognised as itself; each twice
    the same.

    With `--mutants`, mistakes are put into the references instead, one at a time, and
    each must make a check fail, or stand in `mutants.toml` with the reason why it is
    none. That takes a minute or two an exercise.
    """
    from grader.cli import vetting

    home, chosen = _chosen(root, exercises)
    console = Console(highlight=False)
    some = [seeds.PUBLIC_SEED + index for index in range(count)]
    if mutants:
        findings = vetting.vet_mutants(home, chosen, console, seed=some[0], jobs=jobs)
    else:
        findings = vetting.vet_files(home, chosen, console, seeds=some, jobs=jobs)
    sys.exit(1 if findings else 0)


@click.command("release")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def release_command(root: Path | None, out: Path) -> None:
    """Write the students' kit to OUT: exercises and keys, and no solution."""
    from grader.errors import BadExercise
    from grader.grading import PUBLIC_KEY, Grader

    home = catalog.find_root(root)
    if out.exists():
        raise BadExercise(f"`{out}` exists.", remedy="Name a folder that does not.")
    console = Console()
    with console.status("Recording answer keys …"):
        with Grader.open(home, seed=seeds.PUBLIC_SEED) as grader:
            keys = {one.id: grader.public_key(one) for one in grader.exercises}
            folders = {one.id: one.folder for one in grader.exercises}
    for name, folder in folders.items():
        target = out / "exercises" / name
        ignored = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(folder, target, ignore=ignored)
        (target / PUBLIC_KEY).write_bytes(keys[name])
        page = catalog.track_page(home, name.partition("/")[0])
        if page.is_file():
            shutil.copy(page, target.parent)
    console.print(f"{len(keys)} exercises in {out}", markup=False)
    console.print("Students install the grader, go there, and run: grader check")
