"""Commands for teachers: `grade`, `report`, `demo`, `doctor`."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from grader import catalog
from grader.errors import LevelTooLow, NotFound
from grader.records import Exercise, Submission, Verdict
from grader.runner.lockdown import LEVELS

if TYPE_CHECKING:
    from grader.runner.client import Hello

_NEEDED = "strong"
_GRADEBOOK = "grades.db"
_HASHED = re.compile("-[0-9a-f]{16}$")


@click.command("grade")
@click.argument("submissions", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Where reports, tables and the gradebook go.",
)
@click.option(
    "--exercise",
    "only",
    multiple=True,
    help="Grade this one alone; give it again for more. Default: all that were handed "
    "in.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1)
@click.option("--seed", type=int, help="Instead of the kit's own secret seed.")
@click.option("--device", type=click.Choice(["auto", "cpu", "gpu"]), default="auto")
@click.option(
    "--accept-level",
    type=click.Choice(LEVELS),
    default=_NEEDED,
    help="Grade although the lock-down is only this strong.",
)
@click.pass_obj
def grade_command(
    root: Path | None,
    submissions: Path,
    out: Path,
    only: tuple[str, ...],
    jobs: int,
    seed: int | None,
    device: str,
    accept_level: str,
) -> None:
    """Grade SUBMISSIONS: a folder with a folder or file a student, a zip, or one file.

    \b
    grader grade downloads/ --out reports/
    grader grade moodle.zip --out reports/ --exercise layers/lazy_dense

    Writes a page for each student, a page for the class, `grades.csv`,
    `verdicts.json` and the gradebook `grades.db`. Run it again to go on where it was
    stopped, or after new submissions: nothing is graded twice.
    """
    home = catalog.find_root(root)
    wanted = [catalog.exercise(home, one) for one in only]
    _grade(home, submissions, wanted, out, jobs, seed, device, accept_level)


def _grade(
    home: Path,
    submissions: Path,
    wanted: Sequence[Exercise],
    out: Path,
    jobs: int,
    seed: int | None,
    device: str,
    accept_level: str,
) -> None:
    from grader import classroom
    from grader.gradebook import Gradebook
    from grader.grading import Grader
    from grader.intake import bundles
    from grader.report import terminal

    console = Console()
    exercises = catalog.load(home)
    verdicts: dict[tuple[str, str], Verdict] = {}

    _require_apart(out, submissions)
    with ExitStack() as opened:
        found = opened.enter_context(
            bundles.open_bundle(submissions, exercises, wanted=wanted)
        )
        out.mkdir(parents=True, exist_ok=True)
        gradebook = Gradebook(out / _GRADEBOOK)
        with console.status("Starting TensorFlow …"):
            grader = opened.enter_context(Grader.open(home, device=device, seed=seed))
        progress = opened.enter_context(_progress(console))
        _require_level(grader.launcher.hello.isolation.level, accept_level)
        for warning in grader.launcher.hello.warnings:
            console.print(warning, style="yellow", markup=False)
        _prepare(grader, found, progress, jobs)
        task = progress.add_task("Grading", total=len(found))
        progress.refresh()

        def keep(verdict: Verdict) -> None:
            verdicts[verdict.student, verdict.exercise] = verdict
            progress.advance(task)
            progress.refresh()

        classroom.grade_class(grader, found, gradebook, jobs=jobs, on_verdict=keep)
    graded = [verdicts[one.student, one.exercise] for one in found]
    handed_in = [verdict for verdict in graded if verdict.file]
    terminal.table(handed_in, console)
    missing = len(graded) - len(handed_in)
    if missing:
        console.print(f"\n{missing} more: nothing was handed in.", style="dim")
    write_reports(gradebook, exercises, out)
    console.print(f"\nReport: {(out / 'index.html').resolve()}", markup=False)
    sys.exit(4 if any(verdict.broken for verdict in graded) else 0)


def _require_apart(out: Path, submissions: Path) -> None:
    if out.resolve().is_relative_to(submissions.resolve()):
        raise click.BadParameter(
            f"`{out}` lies in `{submissions}`, where it would pass for a student's "
            "folder: name one beside it.",
            param_hint="--out",
        )


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        # No thread: workers are forked from this process.
        auto_refresh=False,
    )


def _prepare(
    grader: object, found: Sequence[Submission], progress: Progress, jobs: int
) -> None:
    from grader.grading import Grader

    assert isinstance(grader, Grader)
    wanted = {one.exercise for one in found}
    exercises = [one for one in grader.exercises if one.id in wanted]
    task = progress.add_task("Answer keys", total=len(exercises))
    for exercise in exercises:
        progress.refresh()
        grader.prepare(exercise, jobs=jobs)
        progress.advance(task)


def _require_level(level: str, accepted: str) -> None:
    if LEVELS.index(level) < LEVELS.index(accepted):
        raise LevelTooLow(
            f"The lock-down of this machine is `{level}`; grading needs `{accepted}`.",
            remedy="`grader doctor` says what is missing. For submissions that you "
            f"trust, add `--accept-level {level}`.",
        )


def write_reports(gradebook: object, exercises: Sequence[Exercise], out: Path) -> None:
    """Write every page and table from what the gradebook holds."""
    from grader.exports import documents, tables
    from grader.gradebook import Gradebook
    from grader.report import html

    assert isinstance(gradebook, Gradebook)
    order = {exercise.id: index for index, exercise in enumerate(exercises)}
    verdicts = sorted(
        gradebook.verdicts(),
        key=lambda one: (order.get(one.exercise, len(order)), one.student),
    )
    students = sorted({verdict.student for verdict in verdicts})
    links = {}
    for folder in ("students", "teacher"):
        (out / folder).mkdir(exist_ok=True)
        for student in students:
            own = [verdict for verdict in verdicts if verdict.student == student]
            page = html.student_page(own, for_teacher=folder == "teacher")
            name = f"{folder}/{_file_name(student)}.html"
            links[student] = name
            (out / name).write_text(page, encoding="utf-8", errors="backslashreplace")
    index = html.class_page(verdicts, links=links, title="Class report")
    (out / "index.html").write_text(index, encoding="utf-8", errors="backslashreplace")
    table = tables.grades(verdicts, gradebook.overrides())
    (out / "grades.csv").write_text(table, encoding="utf-8-sig")
    (out / "verdicts.json").write_bytes(documents.dump(verdicts))


def _file_name(student: str) -> str:
    """A name that every file system takes, and that no two students share."""
    plain = re.sub(r"[^\w.-]+", "_", student).strip("._")[:40] or "student"
    # Some file systems take `Ada` and `ada` for one; and nobody may bear a name that is
    # another's with its hash, or find one with the same few digits of it.
    if plain == student == student.casefold() and not _HASHED.search(plain):
        return plain
    return f"{plain}-{hashlib.sha256(student.encode()).hexdigest()[:16]}"


@click.command("report")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.pass_obj
def report_command(root: Path | None, out: Path) -> None:
    """Write the pages and tables in OUT anew from its gradebook."""
    from grader.gradebook import Gradebook

    exercises = catalog.load(catalog.find_root(root))
    if not (out / _GRADEBOOK).is_file():
        raise NotFound(
            f"`{out}` has no gradebook.",
            remedy="Name the folder that `grader grade … --out` wrote.",
        )
    write_reports(Gradebook(out / _GRADEBOOK), exercises, out)
    click.echo(f"Report: {(out / 'index.html').resolve()}")


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-report"),
    help="Where the report goes. Default: demo-report.",
)
@click.pass_obj
def demo_command(root: Path | None, out: Path) -> None:
    """Grade a shipped class: right, wrong, broken, endless and hostile submissions."""
    home = catalog.find_root(root)
    students = home / "docs" / "demo" / "class"
    jobs = os.cpu_count() or 1
    _grade(home, students, (), out, jobs, None, "auto", "none")


@click.command("doctor")
@click.option("--device", type=click.Choice(["auto", "cpu", "gpu"]), default="auto")
def doctor_command(device: str) -> None:
    """Show what this machine gives, what is missing, and how to get it."""
    from grader.runner.client import Launcher

    console = Console(highlight=False)
    with console.status("Starting TensorFlow …"):
        launcher = Launcher.start(device=device)
    with launcher:
        hello = launcher.hello
    console.print(f"lock-down   {hello.isolation.level}", style="bold")
    for layer in hello.isolation.layers:
        console.print(f"  [green]holds[/]     {layer}")
    for leak in hello.isolation.leaks:
        console.print(f"  [red]leaks[/]     a submission {leak}")
    _print_missing(console, hello)
    console.print(f"device      {hello.device}")
    if hello.device == "cpu" != device and os.path.exists("/dev/nvidiactl"):
        console.print(
            "  There is a GPU, but this TensorFlow cannot use it: install "
            "`tensorflow[and-cuda]`.",
            style="yellow",
            markup=False,
        )
    for name, number in hello.versions.items():
        console.print(f"{name:11} {number}")
    compiled = "" if hello.warnings else ", from compiled bytecode"
    console.print(f"import      {hello.import_seconds:.1f} s{compiled}")
    for warning in hello.warnings:
        console.print(warning, style="yellow", markup=False)


def _print_missing(console: Console, hello: Hello) -> None:
    from grader.runner import remedies

    here = remedies.machine(gpu=hello.device == "gpu")
    for one in remedies.missing(hello.isolation.layers, here):
        console.print(f"  [yellow]missing[/]   {one.layer}")
        for text in (one.why, one.remedy):
            console.print(f"            {text}", markup=False, soft_wrap=True)
    for failure in hello.failures:
        console.print(f"  failed    {failure}", style="red", markup=False)
    accepted = hello.isolation.level
    if LEVELS.index(accepted) < LEVELS.index(_NEEDED):
        console.print(
            f"  `grader grade` needs `{_NEEDED}`. For submissions that you trust, add "
            f"`--accept-level {accepted}`.",
            style="yellow",
            markup=False,
        )
