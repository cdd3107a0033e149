"""Commands for students: `list`, `check`, `watch`, `hint`."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from grader import catalog
from grader.records import Exercise, Outcome, Submission, Verdict


@click.command("list")
@click.pass_obj
def list_command(root: Path | None) -> None:
    """Show the exercises, in the order in which they build on each other.

    The column `open` says how many places of an exercise you still have to write.
    """
    home = catalog.find_root(root)
    exercises = catalog.load(home)
    width = max((len(one.id) for one in exercises), default=0)
    console = Console(highlight=False)
    groups = itertools.groupby(exercises, key=lambda one: one.track)
    for index, (track, group) in enumerate(groups):
        console.print(catalog.track_title(home, track), style="bold")
        table = Table(box=None, header_style="bright_black", pad_edge=False)
        table.show_header = index == 0
        table.add_column("exercise", no_wrap=True, width=width)
        table.add_column("points", justify="right", width=6)
        table.add_column("open", justify="right", width=4)
        table.add_column("title", overflow="fold")
        for one in group:
            points = sum(check.points for check in one.checks)
            table.add_row(one.id, f"{points:g}", _open(one), one.title)
        console.print(table)
        console.print()
    console.print("Read its README.md, edit the stub, then: grader check EXERCISE")


def _open(exercise: Exercise) -> str:
    """How much is left to write, in the stub or the notebook: the one that is ahead."""
    left = [
        path.read_text(encoding="utf-8", errors="replace").count("your turn: ")
        for path in (exercise.stub, exercise.notebook)
        if path.is_file()
    ]
    return str(min(left, default=0) or "")


@click.command("check")
@click.argument("exercises", nargs=-1)
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Check this file instead of the stub, such as a notebook.",
)
@click.option("--device", type=click.Choice(["auto", "cpu", "gpu"]), default="auto")
@click.pass_obj
def check_command(
    root: Path | None, exercises: tuple[str, ...], file: Path | None, device: str
) -> None:
    """Check your own work by the visible checks.

    \b
    grader check layers/lazy_dense              the stub that you edited
    grader check lazy_dense --file nb.ipynb     another file
    grader check                                every stub

    Exit code 0 only when every check passes.
    """
    from grader.errors import NotFound
    from grader.grading import Grader
    from grader.report import terminal

    home = catalog.find_root(root)
    chosen = [catalog.exercise(home, one) for one in exercises] or catalog.load(home)
    if file is not None and len(chosen) != 1:
        raise NotFound(
            "`--file` is for one exercise.",
            remedy="Say which: `grader check EXERCISE --file FILE`.",
        )
    console = Console()
    passed = True
    with console.status("Starting TensorFlow …"):
        grader = Grader.open(home, device=device, hidden=False)
    with grader:
        _warn(console, grader.launcher.hello.warnings)
        for exercise in chosen:
            with console.status(f"Checking {exercise.id} …"):
                grader.prepare(exercise, jobs=os.cpu_count() or 1)
                verdict = grader.grade(_own(exercise, file), exercise)
            terminal.show(verdict, console)
            console.print()
            passed = passed and _all_passed(verdict)
    sys.exit(0 if passed else 1)


def _own(exercise: Exercise, file: Path | None) -> Submission:
    return Submission(student="you", exercise=exercise.id, path=file or exercise.stub)


def _all_passed(verdict: Verdict) -> bool:
    return not verdict.rejected and all(
        check.outcome is Outcome.PASSED for check in verdict.checks
    )


def _warn(console: Console, warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        console.print(warning, style="yellow", markup=False)


@click.command("watch")
@click.argument("exercise")
@click.option("--device", type=click.Choice(["auto", "cpu", "gpu"]), default="auto")
@click.pass_obj
def watch_command(root: Path | None, exercise: str, device: str) -> None:
    """Check an exercise each time you save it. Ctrl-C ends."""
    from grader import watch

    watch.watch(catalog.find_root(root), exercise, Console(), device=device)


@click.command("hint")
@click.argument("exercise")
@click.argument("number", type=click.IntRange(min=1), default=1)
@click.pass_obj
def hint_command(root: Path | None, exercise: str, number: int) -> None:
    """Get hint NUMBER of an exercise; 1 is the gentlest."""
    found = catalog.exercise(catalog.find_root(root), exercise)
    count = len(found.hints)
    if number > count:
        click.echo(f"`{found.id}` has {count} hints; that was the last one.")
        return
    click.echo(f"Hint {number} of {count}: {found.hints[number - 1]}")
    if number < count:
        click.echo(f"The next: grader hint {found.id} {number + 1}")
