"""One pytest run over an exercise's checks goes in, a verdict for each check comes out.

A verdict starts as the declared checks, each "not run", and is filled in with what
pytest reported: silence is never a pass. This is the only module that knows
pytest-json-report.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytest_jsonreport.plugin import JSONReport

from grader.errors import BadExercise, Broken
from grader.judge import plugin
from grader.judge.judgement import Judgement
from grader.judge.plugin import BENCH, JUDGEMENT, Bench
from grader.records import CheckVerdict, Exercise, Outcome, Solution, Source

Progress = Callable[[CheckVerdict], None]

_TOPS = ("exercises", "solutions")
"""The folders of a kit that hold check files."""


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
    to_first_failure: bool = False,
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
        to_first_failure: Leave the checks after the first that fails "not run".

    Raises:
        BadExercise: A check file cannot be imported.
        Broken: pytest itself failed, or `progress` did.
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
    options = ["--exitfirst"] if to_first_failure else []
    for test in _pytest(exercise, bench, verdicts, hidden, progress, options):
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
    options: list[str],
) -> list[dict[str, Any]]:
    """Run pytest over the check files; return json-report's entry for each check."""
    root = exercise.folder.parents[2]
    files = [exercise.folder / "checks.py"]
    if hidden and exercise.solution is not None:
        hidden_file = exercise.solution / "hidden_checks.py"
        files += [hidden_file] if hidden_file.is_file() else []
    report = JSONReport()
    arguments = [
        # Below the kit's root each check file has a module name of its own.
        *("-c", os.devnull, "--rootdir", str(root), "--noconftest"),
        *("--disable-plugin-autoload", "-p", "pytest_jsonreport.plugin"),
        *("--json-report-file=none", "--json-report-omit=log", "--capture=no"),
        *(
            "-p",
            "no:terminalreporter",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:faulthandler",
        ),
        *("-p", "no:unraisableexception", "-p", "no:threadexception"),
        *("-p", "no:warnings", "--import-mode=importlib"),
        *("-o", "python_files=checks.py hidden_checks.py", "-o", "norecursedirs="),
        *options,
        *(str(file.relative_to(root)) for file in files),
    ]
    attach = _Attach(bench, root, verdicts, progress)
    with _alone():
        code = pytest.main(arguments, plugins=[report, plugin, attach])
    found = report.report or {}
    _refuse_unloaded(exercise, found)
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR):
        raise Broken(
            f"pytest failed on the checks of `{exercise.id}`: {attach.fault!r}.",
            remedy="Try again; if it stays so, report it with this message.",
        ) from attach.fault
    return list(found.get("tests", []))


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let no variable such as PYTEST_ADDOPTS and no earlier session reach pytest.

    pytest ends in the folder that it takes for the one in which it began.

    Check files of two kits have the same module names, and those of one kit may have
    been edited since an earlier session: each session imports them anew.
    """
    kept = {name: os.environ[name] for name in os.environ if name.startswith("PYTEST")}
    folder = os.open(".", os.O_RDONLY)
    modules = _take_check_modules()
    for name in kept:
        del os.environ[name]
    try:
        yield
    finally:
        os.fchdir(folder)
        os.close(folder)
        os.environ.update(kept)
        _take_check_modules()
        sys.modules.update(modules)


def _take_check_modules() -> dict[str, Any]:
    names = [name for name in sys.modules if name.partition(".")[0] in _TOPS]
    return {name: sys.modules.pop(name) for name in names}


def _refuse_unloaded(exercise: Exercise, found: dict[str, Any]) -> None:
    for collector in found.get("collectors", []):
        if collector["outcome"] == "failed":
            raise BadExercise(
                f"The checks of `{exercise.id}` cannot be loaded: "
                f"{str(collector.get('longrepr', '')).strip()[-500:]}",
                remedy="Correct them; `grader vet` tells when they load.",
            )


class _Attach:
    """Lays the bench, and attaches each check's judgement to json-report's entry."""

    def __init__(
        self,
        bench: Bench,
        root: Path,
        verdicts: dict[str, CheckVerdict],
        progress: Progress | None,
    ) -> None:
        self.fault: BaseException | None = None
        """What pytest died of."""
        self._bench = bench
        self._root = root
        self._verdicts = verdicts
        self._progress = progress
        self._judged: dict[str, Judgement] = {}
        self._seconds: dict[str, float] = {}

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[BENCH] = self._bench
        # What pytest says of a failure is not shown, and to write out the arguments of
        # a call, as it does else, may take minutes where they are the student's.
        config.option.tbstyle = "native"
        # Files are named relative to the root, wherever the process stands: in an
        # absolute path pytest would take `[` for the begin of a parameter.
        config.invocation_params = pytest.Config.InvocationParams(
            args=(), plugins=(), dir=self._root
        )

    def pytest_internalerror(
        self, excinfo: pytest.ExceptionInfo[BaseException]
    ) -> bool:
        self.fault = excinfo.value
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "teardown":
            name = report.nodeid.rpartition("::")[2]
            self._seconds[name] = self._seconds.get(name, 0.0) + report.duration

    def pytest_json_runtest_metadata(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> dict[str, Any]:
        judgement = item.stash.get(JUDGEMENT, None)
        return {"grader": msgspec.to_builtins(judgement)} if judgement else {}

    def pytest_runtest_logfinish(self, nodeid: str, location: object) -> None:
        name = nodeid.rpartition("::")[2]
        judged = self._judged.pop(name, None)
        if self._progress and judged and name in self._verdicts:
            seconds = self._seconds.get(name, 0.0)
            self._progress(_with(self._verdicts[name], judged, seconds))

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
        peak_mb=judgement.peak_mb,
    )
