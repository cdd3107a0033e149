"""What `grader vet` shows while exercises are held to their promises."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from grader.authoring import trials, vet
from grader.authoring.trials import Trial
from grader.authoring.vet import Finding
from grader.errors import NotFound
from grader.grading import Grader
from grader.records import Exercise

if TYPE_CHECKING:
    from grader.authoring.survivors import Tally


def vet_files(
    home: Path,
    exercises: Sequence[Exercise],
    console: Console,
    *,
    seeds: Sequence[int],
    jobs: int,
) -> list[Finding]:
    """Run the exercises' own files; show each, and return what does not hold."""
    findings = [finding for one in exercises for finding in vet.inspect(one)]
    with ExitStack() as opened:
        grader = opened.enter_context(_opened(home, console, seeds[0]))
        files = len(seeds) * sum(len(trials.own_files(one)) for one in exercises)
        advance = opened.enter_context(_bar(console, "Files", files))
        heading = ""
        for trial in trials.run(grader, exercises, seeds, jobs=jobs, on_run=advance):
            if trial.exercise != heading:
                heading = trial.exercise
                console.print(heading, style="bold")
            findings += trial.findings
            console.print(_row(trial, several=len(seeds) > 1), soft_wrap=True)
    _show(console, findings, "Every promise holds.")
    return findings


def vet_mutants(
    home: Path,
    exercises: Sequence[Exercise],
    console: Console,
    *,
    seed: int,
    jobs: int,
) -> list[Finding]:
    """Run the references' mutants; show who survives, and return what is to be done.

    Raises:
        NotFound: libcst is not installed.
    """
    try:
        from grader.authoring import survivors
    except ModuleNotFoundError as error:
        raise NotFound(
            f"`--mutants` needs the package `{error.name}`.",
            remedy=f"Install it: `{sys.executable} -m pip install {error.name}`.",
        ) from None
    done: dict[str, list[survivors.Trial]] = {one.id: [] for one in exercises}
    total = sum(len(survivors.of(one)) for one in exercises)
    with ExitStack() as opened:
        grader = opened.enter_context(_opened(home, console, seed))
        advance = opened.enter_context(_bar(console, "Mutants", total))
        for trial in survivors.run(grader, exercises, seed, jobs=jobs, on_run=advance):
            done[trial.exercise].append(trial)
            if trial.is_left:
                said = f"{trial.exercise}, line {trial.mutant.line}: {trial.fate.value}"
                block = f"# {said}\n{survivors.as_toml(trial.mutant)}\n"
                console.print(block, markup=False, soft_wrap=True)
    tallies = {one: survivors.tally(some) for one, some in done.items()}
    if len(exercises) > 1:
        every = [trial for some in done.values() for trial in some]
        tallies["all"] = survivors.tally(every)
    _show_tallies(console, tallies)
    findings = [
        found for one in exercises for found in survivors.findings(one, done[one.id])
    ]
    _show(console, findings, "Every mutant is killed or explained.")
    return findings


@contextmanager
def _opened(home: Path, console: Console, seed: int) -> Iterator[Grader]:
    with console.status("Starting TensorFlow …"):
        grader = Grader.open(home, seed=seed)
    with grader:
        yield grader


@contextmanager
def _bar(console: Console, what: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar, on a terminal alone; yield what moves it on by one."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        auto_refresh=False,  # it would need a thread, and this process is forked
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task(what, total=total)
        progress.refresh()

        def advance() -> None:
            progress.advance(task)
            progress.refresh()

        yield advance


def _row(trial: Trial, *, several: bool) -> Text:
    """One line, below 80 columns for names of up to 30 letters."""
    mark = ("✓ ", "green") if trial.ok else ("✗ ", "red")
    points = f"{trial.earned:g}/{trial.possible:g}"
    row = f"{trial.kind:9} {trial.name:30} {points:>8} {trial.cpu_seconds:6.2f} s"
    if several:
        row += f"  seed {trial.seed}"
    if trial.kind == "chaff":
        row += f"  fails {len(trial.failed)}"
    return Text.assemble(mark, row)


def _show_tallies(console: Console, tallies: Mapping[str, Tally]) -> None:
    heading = f"{'':30} mutants  killed  by time  explained  left  rate"
    console.print(heading, style="dim", soft_wrap=True)
    for name, one in tallies.items():
        console.print(
            f"{name:30} {one.mutants:7} {one.killed:7} {one.by_time:8} "
            f"{one.explained:10} {one.left:5} {one.rate:5.0%}",
            soft_wrap=True,
        )


def _show(console: Console, findings: Sequence[Finding], good: str) -> None:
    console.print()
    if not findings:
        console.print(good, style="green")
    for one in findings:
        text = f"{one.exercise}: {one.subject}: {one.problem}. {one.remedy}"
        console.print(text, style="red", markup=False, soft_wrap=True)
