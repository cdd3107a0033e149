"""The pytest plugin: fixtures that hand a check its solutions, and what became of it.

A check sees `student` and `reference` as objects whose methods are the probes:
`student.forward(x)` runs the probe `forward` beside the student's solution and returns
its value. `student.another_process` runs probes in a second process that has loaded the
submission anew, `student.without_code` in one that never loads it. `source` is what was
handed in, as text; `rng` draws the same numbers for the same seed, exercise and check.

pytest loads this in every project where the grader is installed. Nothing happens there,
and what is slow to import is imported where a check needs it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from contextlib import ExitStack
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader import seeds
from grader.errors import GraderError
from grader.judge.views import ReferenceProblem, SolutionProblem, View
from grader.records import Exercise, Solution, Source

if TYPE_CHECKING:
    import numpy as np

    from grader.judge.judgement import Judgement


_FILES = ("checks.py", "hidden_checks.py")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a session lays before its checks."""

    exercise: Exercise
    student: Solution
    reference: Solution
    source: Source
    seed: int
    device: str = "cpu"


BENCH = pytest.StashKey[Bench]()
_OPEN = pytest.StashKey[ExitStack]()
_PASSED = pytest.StashKey[set[tuple[str, ...]]]()
_VIEW = pytest.StashKey[View]()
JUDGEMENT: pytest.StashKey[Judgement] = pytest.StashKey()


# --- fixtures -----------------------------------------------------------------


@pytest.fixture
def student(request: pytest.FixtureRequest) -> View:
    """The student's solution, on a clean slate."""
    bench = _bench(request)
    view = View(bench.student, SolutionProblem)
    request.node.stash[_VIEW] = view
    _begin(bench.student, request.node, bench)
    return view


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> View:
    """The teacher's solution, replayed from the answer key."""
    bench = _bench(request)
    _begin(bench.reference, request.node, bench)
    return View(bench.reference, ReferenceProblem)


@pytest.fixture
def source(request: pytest.FixtureRequest) -> Source:
    """What was handed in, as text that is never executed here."""
    return _bench(request).source


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Random numbers that belong to seed, exercise and check."""
    import numpy as np

    bench = _bench(request)
    seed = seeds.derive(bench.seed, bench.exercise.id, request.node.name, "inputs")
    return np.random.default_rng(seed)


def _begin(solution: Solution, item: Any, bench: Bench) -> None:
    hidden = item.path.name == "hidden_checks.py"
    seed = seeds.derive(bench.seed, bench.exercise.id, item.name, "runner")
    # TensorFlow's and NumPy's global seeds take 32 bits.
    solution.begin(item.name, hidden=hidden, seed=seed % (1 << 31))


def _bench(request: pytest.FixtureRequest) -> Bench:
    from grader.judge.asserts import DEVICE

    config, folder = request.config, request.node.path.parent
    if BENCH not in config.stash or (
        _OPEN in config.stash and config.stash[BENCH].exercise.folder != folder
    ):
        config.stash[BENCH] = _standalone(config, folder)
    bench = config.stash[BENCH]
    DEVICE.set(bench.device)
    return bench


def _standalone(config: pytest.Config, folder: Path) -> Bench:
    """Judge the stub in `folder`: what plain `pytest exercises/track/name` does."""
    # The flow lies above the judge; it is asked for only where no session laid a bench.
    from grader import grading

    stack = config.stash.setdefault(_OPEN, ExitStack())
    stack.close()  # the exercise before this one
    opened = stack.enter_context(grading.open_standalone(folder))
    return Bench(
        exercise=opened.exercise,
        student=opened.student,
        reference=opened.reference,
        source=opened.source,
        seed=opened.seed,
    )


# --- hooks --------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marks."""
    config.addinivalue_line("markers", "grader_points(number): what a check is worth")
    config.addinivalue_line("markers", "grader_depends(*checks): what it builds on")
    config.stash[_PASSED] = set()


def pytest_unconfigure(config: pytest.Config) -> None:
    """End what a plain run opened."""
    if _OPEN in config.stash:
        config.stash[_OPEN].close()


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Collect an exercise's `checks.py` where pytest's own settings do not name it."""
    if file_path.name != "checks.py" or parent.session.isinitpath(file_path):
        return None
    if not file_path.with_name("exercise.toml").is_file():
        return None
    patterns: list[str] = parent.config.getini("python_files")
    if any(fnmatch(file_path.name, pattern) for pattern in patterns):
        return None
    module: pytest.Module = pytest.Module.from_parent(parent, path=file_path)
    return module


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a check where one that it depends on did not pass."""
    for mark in item.iter_markers("grader_depends"):
        for needed in mark.args:
            if _known_as(item, needed) not in item.config.stash[_PASSED]:
                pytest.skip(f"{_title(item, needed)} has to pass first")


def _known_as(item: pytest.Item, check: str) -> tuple[str, ...]:
    """Track, exercise and check: visible and hidden ones lie in different folders."""
    return (*item.path.parent.parts[-2:], check)


def _title(item: pytest.Item, check: str) -> str:
    """What a student knows the check by."""
    bench = item.config.stash.get(BENCH, None)
    known = bench.exercise.checks if bench is not None else ()
    titles = [f"“{one.title.rstrip('.')}”" for one in known if one.name == check]
    return titles[0] if titles else f"`{check}`"


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Judge a check once its call ended, or once something before it failed."""
    report = yield
    if call.when == "call" and report.passed:
        item.config.stash[_PASSED].add(_known_as(item, item.name))
    if not _is_check(item, call):
        return report
    from grader.judge import judgement

    judged = judgement.of(
        call.excinfo.value if call.excinfo is not None else None,
        seen=item.stash[_VIEW].seen if _VIEW in item.stash else (),
        source=item.config.stash[BENCH].source if BENCH in item.config.stash else None,
    )
    item.stash[JUDGEMENT] = judged
    if judged.feedback is not None and report.failed:
        report.longrepr = judgement.as_text(judged.feedback)
    return report


def _is_check(item: pytest.Item, call: pytest.CallInfo[None]) -> bool:
    """Whether a check of ours ended; other projects may have a `checks.py` too."""
    ended = call.when == "call" or (call.when == "setup" and call.excinfo is not None)
    if not ended or item.path.name not in _FILES:
        return False
    if BENCH not in item.config.stash:
        # No bench could be laid; or there is no need of one, and pytest does it all.
        return call.excinfo is not None and call.excinfo.errisinstance(GraderError)
    exercise = item.config.stash[BENCH].exercise
    return item.path.parent in (exercise.folder, exercise.solution)
