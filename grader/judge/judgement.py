"""What a check raised and observed goes in, what is said of it comes out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from grader.judge.asserts import Mismatch
from grader.judge.rendering import describe
from grader.judge.views import ReferenceProblem, SolutionProblem
from grader.judge.words import raised
from grader.records import Feedback, Observation, Outcome, Source, Trouble


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What became of one check."""

    outcome: Outcome
    trouble: Trouble | None = None
    feedback: Feedback | None = None
    output: str = ""
    cpu_seconds: float = 0.0
    peak_mb: float = 0.0


def of(
    error: BaseException | None, *, seen: Sequence[Observation], source: Source | None
) -> Judgement:
    """Return what became of a check.

    Args:
        error: What it raised; None where it passed.
        seen: What was observed of the student's solution.
        source: The student's; None where nothing could be observed.
    """
    return dataclasses.replace(
        _judged(error, seen, source),
        output="".join(observation.output for observation in seen),
        cpu_seconds=sum(observation.cpu_seconds for observation in seen),
        peak_mb=max((observation.peak_mb for observation in seen), default=0.0),
    )


def _judged(
    error: BaseException | None, seen: Sequence[Observation], source: Source | None
) -> Judgement:
    if error is None:
        return Judgement(outcome=Outcome.PASSED)
    if isinstance(error, Mismatch):
        return Judgement(outcome=Outcome.FAILED, feedback=error.feedback)
    if isinstance(error, SolutionProblem) and source is not None:
        return _of_problem(error.observation, source)
    if isinstance(error, ReferenceProblem):
        return _of_reference(error, seen)
    if isinstance(error, pytest.skip.Exception):
        feedback = Feedback(message=f"Not judged: {error.msg}.")
        return Judgement(outcome=Outcome.SKIPPED, feedback=feedback)
    if isinstance(error, AssertionError):
        said = str(error).partition("\n")[0][:400]
        feedback = Feedback(message=said or "It does not hold.")
        return Judgement(outcome=Outcome.FAILED, feedback=feedback)
    if isinstance(error, _OF_A_VALUE) and seen:
        note = f"The check raised {type(error).__name__}: {error}"
        return _odd_value(seen[-1], note)
    return Judgement(
        outcome=Outcome.BROKEN, feedback=_fault(f"{type(error).__name__}: {error}")
    )


_OF_A_VALUE = (
    *(TypeError, ValueError, LookupError, AttributeError, ArithmeticError),
    *(StopIteration, RecursionError),
)
"""What a check's own line raises where a student's value has an unforeseen form. The
reference passes the same line, so the form is the student's."""


def _of_problem(observation: Observation, source: Source) -> Judgement:
    problem = observation.problem
    assert problem is not None
    return Judgement(
        outcome=problem.trouble.outcome,
        trouble=problem.trouble,
        feedback=raised(problem, source),
    )


def _of_reference(error: ReferenceProblem, seen: Sequence[Observation]) -> Judgement:
    """The reference refused an input, which can only have come from the student."""
    problem = error.observation.problem
    assert problem is not None
    note = f"The reference: {problem.trouble.value}, {problem.type}: {problem.message}"
    if seen and problem.trouble.outcome is Outcome.ERRORED:
        return _odd_value(seen[-1], note)
    return Judgement(outcome=Outcome.BROKEN, feedback=_fault(note))


def _odd_value(last: Observation, note: str) -> Judgement:
    feedback = Feedback(
        message="What your code returned has another form than the statement says.",
        received=describe(last.value),
        teacher_note=note[:2000],
    )
    return Judgement(outcome=Outcome.FAILED, feedback=feedback)


def _fault(note: str) -> Feedback:
    return Feedback(
        message="The grader failed here; this is not your fault, and costs no points.",
        teacher_note=note[:2000],
    )


def as_text(feedback: Feedback) -> str:
    """Return what plain `pytest` prints in place of a traceback."""
    lines = [feedback.message]
    for label, text in (
        ("expected", feedback.expected),
        ("received", feedback.received),
        *feedback.details,
        ("error", feedback.error),
        ("for teachers", feedback.teacher_note),
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
