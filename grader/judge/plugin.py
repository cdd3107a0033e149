"""The pytest plugin: fixtures that hand a check its solutions, and what became of it.

A check sees `student` and `reference` as objects whose methods are the probes:
`student.forward(x)` runs the probe `forward` beside the student's solution and returns
its value. `student.another_process` runs probes in a second process that has loaded the
submission anew, `student.without_code` in one that never loads it. `source` is what was
handed in, as text; `rng` draws the same numbers for the same seed, exercise and check.

Nothing happens in a pytest run without such checks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader import seeds
from grader.errors import GraderError
from grader.judge.asserts import DEVICE, Mismatch, describe
from grader.judge.words import raised
from grader.records import (
    Exercise,
    Feedback,
    Observation,
    Outcome,
    Place,
    Plain,
    Solution,
    Source,
    Trouble,
)

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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What became of one check."""

    outcome: Outcome
    trouble: Trouble | None = None
    feedback: Feedback | None = None
    output: str = ""
    cpu_seconds: float = 0.0


BENCH = pytest.StashKey[Bench]()
_OPEN = pytest.StashKey[ExitStack]()
_PASSED = pytest.StashKey[set[str]]()
_VIEW = pytest.StashKey["View"]()
JUDGEMENT = pytest.StashKey[Judgement]()


class SolutionProblem(Exception):
    """A student's probe call gave no value.

    Args:
        observation: What it gave instead.
    """

    def __init__(self, observation: Observation) -> None:
        super().__init__(observation.problem)
        self.observation = observation


class View:
    """A solution as a check sees it: its probes are methods that return plain data."""

    def __init__(
        self,
        solution: Solution,
        place: Place = Place.HERE,
        seen: list[Observation] | None = None,
    ) -> None:
        self._solution = solution
        self._place = place
        self._seen = [] if seen is None else seen

    def __getattr__(self, probe: str) -> Callable[..., Plain]:
        """Return the probe of that name."""
        if probe.startswith("_"):
            raise AttributeError(probe)
        return partial(self._observe, probe)

    @property
    def another_process(self) -> View:
        """The same probes in a second process that has loaded the submission anew."""
        return View(self._solution, Place.ANOTHER, self._seen)

    @property
    def without_code(self) -> View:
        """The same probes, with `solution` None, where the submission never ran."""
        return View(self._solution, Place.CODELESS, self._seen)

    def _observe(self, probe: str, *args: Plain) -> Plain:
        observation = self._solution.observe(probe, *args, place=self._place)
        self._seen.append(observation)
        if observation.problem is not None:
            raise SolutionProblem(observation)
        return observation.value


# --- fixtures -----------------------------------------------------------------


@pytest.fixture
def student(request: pytest.FixtureRequest) -> View:
    """The student's solution, on a clean slate."""
    bench = _bench(request)
    view = View(bench.student)
    request.node.stash[_VIEW] = view
    _begin(bench.student, request.node, bench)
    return view


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> View:
    """The teacher's solution, replayed from the answer key."""
    bench = _bench(request)
    _begin(bench.reference, request.node, bench)
    return View(bench.reference)


@pytest.fixture
def source(request: pytest.FixtureRequest) -> Source:
    """What was handed in, as text that is never executed here."""
    return _bench(request).source


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """Random numbers that belong to seed, exercise and check."""
    bench = _bench(request)
    seed = seeds.derive(bench.seed, bench.exercise.id, request.node.name, "inputs")
    return np.random.default_rng(seed)


def _begin(solution: Solution, item: Any, bench: Bench) -> None:
    hidden = item.path.name == "hidden_checks.py"
    seed = seeds.derive(bench.seed, bench.exercise.id, item.name, "runner")
    # TensorFlow's and NumPy's global seeds take 32 bits.
    solution.begin(item.name, hidden=hidden, seed=seed % (1 << 31))


def _bench(request: pytest.FixtureRequest) -> Bench:
    stash = request.config.stash
    if BENCH not in stash:
        stash[BENCH] = _standalone(request.config, request.node.path.parent)
    bench = stash[BENCH]
    if request.node.path.parent not in (bench.exercise.folder, bench.exercise.solution):
        raise pytest.UsageError("run one exercise at a time: `pytest exercises/a/b`")
    DEVICE.set(bench.device)
    return bench


def _standalone(config: pytest.Config, folder: Path) -> Bench:
    """Judge the stub in `folder`: what plain `pytest exercises/track/name` does."""
    # The flow lies above the judge; it is asked for only where no session laid a bench.
    from grader import grading

    stack = config.stash.setdefault(_OPEN, ExitStack())
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


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a check where one that it depends on did not pass."""
    for mark in item.iter_markers("grader_depends"):
        for needed in mark.args:
            if needed not in item.config.stash[_PASSED]:
                pytest.skip(f"`{needed}` has to pass first")


@pytest.hookimpl(hookwrapper=True, trylast=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:
    """Judge a check once its call ended, or once something before it failed."""
    outcome = yield
    if item.path.name not in _FILES or call.when == "teardown":
        return
    if call.when == "setup" and call.excinfo is None:
        return
    judgement = _judge(item, call.excinfo)
    item.stash[JUDGEMENT] = judgement
    if judgement.outcome is Outcome.PASSED:
        item.config.stash[_PASSED].add(item.name)
    elif judgement.feedback is not None:
        report = outcome.get_result()  # type: ignore[attr-defined]
        report.longrepr = _plain_text(judgement.feedback)


def _judge(
    item: pytest.Item, caught: pytest.ExceptionInfo[BaseException] | None
) -> Judgement:
    seen = item.stash[_VIEW]._seen if _VIEW in item.stash else []
    judgement = _judgement(item, caught, seen)
    return dataclasses.replace(
        judgement,
        output="".join(observation.output for observation in seen),
        cpu_seconds=sum(observation.cpu_seconds for observation in seen),
    )


def _judgement(
    item: pytest.Item,
    caught: pytest.ExceptionInfo[BaseException] | None,
    seen: list[Observation],
) -> Judgement:
    if caught is None:
        return Judgement(outcome=Outcome.PASSED)
    error = caught.value
    if isinstance(error, Mismatch):
        return Judgement(outcome=Outcome.FAILED, feedback=error.feedback)
    if isinstance(error, SolutionProblem):
        return _of_problem(item, error.observation)
    if isinstance(error, pytest.skip.Exception):
        feedback = Feedback(message=f"Not judged: {error.msg}.")
        return Judgement(outcome=Outcome.SKIPPED, feedback=feedback)
    if isinstance(error, AssertionError):
        feedback = Feedback(
            message=str(error).partition("\n")[0] or "It does not hold."
        )
        return Judgement(outcome=Outcome.FAILED, feedback=feedback)
    if isinstance(error, _OF_A_VALUE) and seen:
        return Judgement(outcome=Outcome.FAILED, feedback=_odd_value(error, seen[-1]))
    return Judgement(outcome=Outcome.BROKEN, feedback=_fault(error))


_OF_A_VALUE = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
"""What a check's own line raises where a student's value has an unforeseen form. The
reference passes the same line, so the form is the student's."""


def _of_problem(item: pytest.Item, observation: Observation) -> Judgement:
    problem = observation.problem
    assert problem is not None
    source = item.config.stash[BENCH].source
    return Judgement(
        outcome=problem.trouble.outcome,
        trouble=problem.trouble,
        feedback=raised(problem, source),
    )


def _odd_value(error: BaseException, last: Observation) -> Feedback:
    return Feedback(
        message="What your code returned has another form than the statement says.",
        received=describe(last.value),
        teacher_note=f"The check raised {type(error).__name__}: {error}",
    )


def _fault(error: BaseException) -> Feedback:
    text = error.problem if isinstance(error, GraderError) else repr(error)
    return Feedback(
        message="The grader failed here; this is not your fault, and costs no points.",
        teacher_note=f"{type(error).__name__}: {text}"[:2000],
    )


def _plain_text(feedback: Feedback) -> str:
    """What plain `pytest` prints in place of a traceback."""
    lines = [feedback.message]
    for label, text in (
        ("expected", feedback.expected),
        ("received", feedback.received),
        *feedback.details,
        ("error", feedback.error),
    ):
        if text:
            lines.append(f"  {label}: " + text.replace("\n", "\n    "))
    for frame in feedback.frames:
        cell = f"cell {frame.position.cell}, " if frame.position.cell else ""
        lines.append(f"  in {frame.function}, {cell}line {frame.position.line}:")
        for number, text in frame.excerpt:
            mark = ">" if number == frame.position.line else " "
            lines.append(f"  {mark} {number:4} {text}")
    return "\n".join(lines)
