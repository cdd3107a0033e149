"""Hold an exercise to its promises; what does not hold comes out as findings.

`inspect` looks at the files; `trials` runs reference, wheats, stub and chaffs through
the same flow as a submission, by a function that its caller hands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.authoring import stubs
from grader.records import CheckVerdict, Exercise, Outcome, Trouble

Run = Callable[[Exercise, Path, int], tuple[CheckVerdict, ...]]
"""Grade one of an exercise's own files under a seed."""

_WHEATS, _CHAFFS = 3, 2
_SETTLED = (Outcome.PASSED, Outcome.SKIPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A promise that does not hold, and what to do about it."""

    exercise: str
    subject: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One file of an exercise, run under one seed."""

    exercise: str
    name: str
    kind: str
    """`reference`, `stub`, `wheat` or `chaff`."""
    seed: int
    earned: float
    possible: float
    failed: tuple[str, ...]
    recognised: tuple[str, ...]
    """The chaffs that it was taken for."""
    cpu_seconds: float
    wall_seconds: float
    findings: tuple[Finding, ...]


def inspect(exercise: Exercise) -> list[Finding]:
    """Return what is wrong with the exercise's files, without running any."""
    return [
        Finding(exercise=exercise.id, subject=subject, problem=problem, remedy=remedy)
        for subject, problem, remedy in _static(exercise)
    ]


def _static(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    statement = exercise.folder / "README.md"
    if not statement.is_file() or not statement.read_text(encoding="utf-8").strip():
        yield "README.md", "there is no statement", "Write what a student must know."
    if not exercise.hints or not all(hint.strip() for hint in exercise.hints):
        yield "exercise.toml", "there are no hints", "Add `hints`, the gentlest first."
    if len(exercise.wheats) < _WHEATS:
        yield "wheats", f"fewer than {_WHEATS}", "Add right solutions of other styles."
    if len(exercise.chaffs) < _CHAFFS:
        yield "chaffs", f"fewer than {_CHAFFS}", "Add a wrong solution a misconception."
    if exercise.solution is None:
        yield "solutions", "there is no reference", "Write `reference.py`."
        return
    for path in stubs.stale(exercise):
        yield path.name, "not in step with the reference", "Run `grader build`."
    yield from _promises(exercise)
    known = {"reference.py", "hidden_checks.py", "wheats", "chaffs", "__pycache__"}
    for path in exercise.solution.iterdir():
        if path.name not in known:
            yield path.name, "unexpected in `solutions/`", "Move or delete it."


def _promises(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    names = {check.name for check in exercise.checks}
    failed = {name for chaff in exercise.chaffs for name in chaff.fails}
    for name in sorted(failed - names):
        yield name, "a chaff promises to fail it, and it is no check", "Correct it."
    for name in sorted(names - failed):
        yield name, "no chaff fails it, so nothing shows that it can fail", "Add one."


def trials(exercise: Exercise, run: Run, seeds: Sequence[int]) -> Iterator[Trial]:
    """Run each of the exercise's own files under each seed."""
    files = [("reference", exercise.reference), ("stub", exercise.stub)]
    files += [("wheat", path) for path in exercise.wheats]
    files += [("chaff", chaff.path) for chaff in exercise.chaffs]
    for kind, path in files:
        if path is not None and path.is_file():
            for seed in seeds:
                yield _trial(exercise, kind, path, seed, run(exercise, path, seed))


def _trial(
    exercise: Exercise,
    kind: str,
    path: Path,
    seed: int,
    checks: tuple[CheckVerdict, ...],
) -> Trial:
    findings = tuple(
        Finding(
            exercise=exercise.id,
            subject=f"{kind} {path.name}",
            problem=problem,
            remedy=remedy,
        )
        for problem, remedy in _broken_promises(exercise, kind, path, checks)
    )
    return Trial(
        exercise=exercise.id,
        name=path.name,
        kind=kind,
        seed=seed,
        earned=sum(check.earned for check in checks),
        possible=sum(check.points for check in checks),
        failed=_failed(checks),
        recognised=tuple(
            sorted({check.diagnosis.chaff for check in checks if check.diagnosis})
        ),
        cpu_seconds=sum(check.cpu_seconds for check in checks),
        wall_seconds=sum(check.wall_seconds for check in checks),
        findings=findings,
    )


def _failed(checks: tuple[CheckVerdict, ...]) -> tuple[str, ...]:
    return tuple(check.name for check in checks if check.outcome not in _SETTLED)


def _broken_promises(
    exercise: Exercise, kind: str, path: Path, checks: tuple[CheckVerdict, ...]
) -> Iterator[tuple[str, str]]:
    failed = _failed(checks)
    if kind == "stub":
        odd = [
            check.name
            for check in checks
            if check.outcome is not Outcome.SKIPPED
            and check.trouble is not Trouble.UNFILLED
        ]
        if odd:
            yield f"{_names(odd)} did not end as unfilled", "The stub alone must fail."
    elif kind == "chaff":
        yield from _chaff_promises(exercise, path, checks, failed)
    elif failed or any(check.outcome is not Outcome.PASSED for check in checks):
        why = next((c.feedback.message for c in checks if c.feedback), "")
        yield f"does not pass {_names(failed)}: {why}", "Mend it, or the check."
    slow = exercise.limits.cpu_seconds / 3
    for check in checks:
        if kind != "chaff" and check.cpu_seconds > slow:
            yield f"{check.name} uses over a third of its time", "Raise `cpu_seconds`."


def _chaff_promises(
    exercise: Exercise,
    path: Path,
    checks: tuple[CheckVerdict, ...],
    failed: tuple[str, ...],
) -> Iterator[tuple[str, str]]:
    [chaff] = [one for one in exercise.chaffs if one.path == path]
    if set(failed) != set(chaff.fails):
        promised = _names(chaff.fails)
        yield f"fails {_names(failed)}; promised: {promised}", "Correct `fails:`."
    recognised = {check.diagnosis.chaff for check in checks if check.diagnosis}
    if chaff.name not in recognised:
        yield "is not recognised as itself", "Another chaff behaves just the same."


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nothing"
