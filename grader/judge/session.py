"""One pytest run over an exercise's checks goes in, a verdict for each check comes out.

A verdict starts as the declared checks, each "not run", and is filled in with what
pytest reported: silence is never a pass. This is the only module that knows
pytest-json-report.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import os
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from pytest_jsonreport.plugin import JSONReport

from grader.errors import BadExercise
from grader.judge import plugin
from grader.judge.plugin import BENCH, JUDGEMENT, Bench, Judgement
from grader.records import CheckVerdict, Exercise, Outcome, Solution, Source

Progress = Callable[[CheckVerdict], None]


def run(
    exercise: Exercise,
    *,
    student: Solution,
    reference: Solution,
    source: Source,
    seed: int,
    hidden: bool = True,
    device: str = "cpu",
    progress: Progress | None = None,
) -> tuple[CheckVerdict, ...]:
    """Judge `student` by the exercise's checks; return them in declared order.

    Args:
        exercise: Whose checks to run.
        student: The solution that is judged.
        reference: The solution that is right.
        source: The student's text, for excerpts and for checks that read it.
        seed: Where the inputs of all checks come from.
        hidden: Whether hidden checks run too.
        device: What observations are made on, "cpu" or "gpu": it sets tolerances.
        progress: Called with each check as soon as it is judged.

    Raises:
        BadExercise: A check file cannot be imported.
    """
    verdicts = {check.name: check for check in declared(exercise, hidden=hidden)}
    bench = Bench(
        exercise=exercise,
        student=student,
        reference=reference,
        source=source,
        seed=seed,
        device=device,
    )
    for test in _pytest(exercise, bench, verdicts, hidden, progress):
        name = test["nodeid"].rpartition("::")[2]
        if name in verdicts:
            verdicts[name] = _filled(verdicts[name], test)
    return tuple(verdicts.values())


def declared(exercise: Exercise, *, hidden: bool) -> tuple[CheckVerdict, ...]:
    """Return the exercise's checks, each "not run"."""
    return tuple(
        CheckVerdict(
            name=check.name,
            title=check.title,
            hidden=check.hidden,
            points=check.points,
        )
        for check in exercise.checks
        if hidden or not check.hidden
    )


def _pytest(
    exercise: Exercise,
    bench: Bench,
    verdicts: dict[str, CheckVerdict],
    hidden: bool,
    progress: Progress | None,
) -> list[dict[str, Any]]:
    """Run pytest over the check files; return json-report's entry for each check."""
    files = [exercise.folder / "checks.py"]
    if hidden and exercise.solution is not None:
        hidden_file = exercise.solution / "hidden_checks.py"
        files += [hidden_file] if hidden_file.is_file() else []
    report = JSONReport()
    arguments = [
        # Below the kit's root each check file has a module name of its own.
        *("-c", os.devnull, "--rootdir", str(exercise.folder.parents[2])),
        "--noconftest",
        *("--disable-plugin-autoload", "-p", "pytest_jsonreport.plugin"),
        *("--json-report-file=none", "--json-report-omit=log", "--capture=no"),
        *("-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "no:warnings"),
        *("-p", "no:unraisableexception", "-p", "no:threadexception"),
        *("-o", "python_files=checks.py hidden_checks.py", "--tb=short"),
        *("--import-mode=importlib", "-q", "--no-header", "--no-summary"),
        *map(str, files),
    ]
    attach = _Attach(bench, verdicts, progress)
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main(arguments, plugins=[report, plugin, attach])
    found = report.report or {}
    for collector in found.get("collectors", []):
        if collector["outcome"] == "failed":
            raise BadExercise(
                f"The checks of `{exercise.id}` cannot be loaded: "
                f"{str(collector.get('longrepr', '')).strip()[-500:]}",
                remedy="Correct them; `grader vet` tells when they load.",
            )
    return list(found.get("tests", []))


class _Attach:
    """Lays the bench, and attaches each check's judgement to json-report's entry."""

    def __init__(
        self,
        bench: Bench,
        verdicts: dict[str, CheckVerdict],
        progress: Progress | None,
    ) -> None:
        self._bench = bench
        self._verdicts = verdicts
        self._progress = progress
        self._judged: dict[str, Judgement] = {}

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[BENCH] = self._bench

    def pytest_json_runtest_metadata(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> dict[str, Any]:
        judgement = item.stash.get(JUDGEMENT, None)
        return {"grader": msgspec.to_builtins(judgement)} if judgement else {}

    def pytest_runtest_logfinish(self, nodeid: str, location: object) -> None:
        name = nodeid.rpartition("::")[2]
        judged = self._judged.pop(name, None)
        if self._progress and judged and name in self._verdicts:
            self._progress(_with(self._verdicts[name], judged, 0.0))

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        judgement = item.stash.get(JUDGEMENT, None)
        if judgement is not None:
            self._judged[item.name] = judgement


def _filled(check: CheckVerdict, test: dict[str, Any]) -> CheckVerdict:
    attached = test.get("metadata", {}).get("grader")
    if attached is None:
        return check
    judgement = msgspec.convert(attached, Judgement)
    seconds = sum(
        test.get(stage, {}).get("duration", 0.0) for stage in ("setup", "call")
    )
    return _with(check, judgement, seconds)


def _with(check: CheckVerdict, judgement: Judgement, seconds: float) -> CheckVerdict:
    passed = judgement.outcome is Outcome.PASSED
    return dataclasses.replace(
        check,
        earned=check.points if passed else 0.0,
        outcome=judgement.outcome,
        trouble=judgement.trouble,
        feedback=judgement.feedback,
        output=judgement.output,
        cpu_seconds=judgement.cpu_seconds,
        wall_seconds=seconds,
    )
