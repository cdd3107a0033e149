"""Hold an exercise to its promises; what does not hold comes out as findings.

`inspect` looks at the files; `trials` runs reference, wheats, stub and chaffs through
the same flow as a submission, by a function that its caller hands in.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.authoring import stubs
from grader.errors import BadExercise
from grader.judge.diagnosis import same_calls
from grader.records import CheckVerdict, Exercise, Outcome, Transcript, Trouble

Ran = tuple[tuple[CheckVerdict, ...], Transcript]
Run = Callable[[Exercise, Path, int], Ran]
"""Grade one of an exercise's own files under a seed."""

_WHEATS, _CHAFFS = 3, 2
_SETTLED = (Outcome.PASSED, Outcome.SKIPPED)
_TOLD = 24
"""How many letters of a solution give it away when they stand where students read."""


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

    @property
    def ok(self) -> bool:
        """Whether every promise about this file held."""
        return not self.findings


_Said = Iterator[tuple[str, str, str]]
"""Subject, problem and remedy."""


def inspect(exercise: Exercise) -> list[Finding]:
    """Return what is wrong with the exercise's files, without running any."""
    return [
        Finding(exercise=exercise.id, subject=subject, problem=problem, remedy=remedy)
        for subject, problem, remedy in _static(exercise)
    ]


def _static(exercise: Exercise) -> _Said:
    statement = exercise.folder / "README.md"
    written = statement.is_file() and bool(statement.read_text("utf-8").strip())
    if not written:
        yield "README.md", "there is no statement", "Write what a student must know."
    if not exercise.hints or not all(hint.strip() for hint in exercise.hints):
        yield "exercise.toml", "there are no hints", "Add `hints`, the gentlest first."
    if len(exercise.wheats) < _WHEATS:
        yield "wheats", f"fewer than {_WHEATS}", "Add right solutions of other styles."
    if len(exercise.chaffs) < _CHAFFS:
        yield "chaffs", f"fewer than {_CHAFFS}", "Add a wrong solution a misconception."
    yield from _undescribed(exercise)
    if exercise.solution is None:
        yield "solutions", "there is no reference", "Write `reference.py`."
        return
    yield from _files(exercise, exercise.solution)
    yield from _promises(exercise)
    if written:
        yield from _generated(exercise)


def _undescribed(exercise: Exercise) -> _Said:
    for node in ast.parse(exercise.probes.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield (
                    "probes.py",
                    f"`{node.name}` has no docstring",
                    "Add one.",
                )
    seen: dict[str, Path] = {}
    for path in exercise.wheats:
        subject = f"wheats/{path.name}"
        try:
            text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        except (SyntaxError, ValueError) as error:
            yield subject, f"it is not Python: {error}", "Correct it."
            continue
        first = text.strip().partition("\n")[0]
        if not first:
            yield (
                subject,
                "it has no docstring",
                "Say how it differs.",
            )
        elif first in seen:
            yield subject, f"it says the same as `{seen[first].name}`", "Say how."
        seen.setdefault(first, path)


def _files(exercise: Exercise, solution: Path) -> _Said:
    own = {exercise.stub.name, exercise.notebook.name}
    known = {
        exercise.folder: {"README.md", "exercise.toml", "probes.py", "checks.py", *own},
        solution: {"reference.py", "hidden_checks.py", "wheats", "chaffs"},
        solution / "wheats": {path.name for path in exercise.wheats},
        solution / "chaffs": {chaff.path.name for chaff in exercise.chaffs},
    }
    if not (solution / "hidden_checks.py").is_file():
        yield "hidden_checks.py", "it is missing", "Check other inputs in it."
    for folder, names in known.items():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            # Caches and what editors leave are no part of an exercise.
            if path.name not in names and not path.name.startswith((".", "__pycache")):
                where = f"unexpected in `{folder.name}`"
                yield path.name, where, "Move or delete it."


def _promises(exercise: Exercise) -> _Said:
    names = {check.name for check in exercise.checks}
    failed = {name for chaff in exercise.chaffs for name in chaff.fails}
    for name in sorted(failed - names):
        yield name, "a chaff promises to fail it, and it is no check", "Correct it."
    for name in sorted(names - failed):
        yield name, "no chaff fails it, so nothing shows that it can fail", "Add one."


def _generated(exercise: Exercise) -> _Said:
    try:
        stale = stubs.stale(exercise)
        stub = stubs.stub_text(exercise)
    except BadExercise as error:
        yield "reference.py", error.problem.rstrip("."), error.remedy
        return
    for path in stale:
        yield path.name, "not in step with the reference", "Run `grader build`."
    yield from _leaks(exercise, stub)


def _leaks(exercise: Exercise, stub: str) -> _Said:
    """What students can read of what they should find out."""
    assert exercise.reference is not None
    told = set(_passages(exercise.reference.read_text(encoding="utf-8"), stub))
    hidden = [check.name for check in exercise.checks if check.hidden]
    for path in sorted(exercise.folder.iterdir()):
        if path.suffix not in (".py", ".md", ".toml"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        squeezed = "\n".join(line.strip() for line in text.splitlines())
        for passage in sorted(told):
            if passage in squeezed:
                first = passage.partition("\n")[0]
                said = f"it has lines of the reference: `{first}`"
                yield path.name, said, "Say it in other words, or leave it out."
        for name in hidden:
            if name in text:
                yield path.name, f"it names the hidden `{name}`", "Leave it out."


def _passages(reference: str, stub: str) -> Iterator[str]:
    """Each two lines that follow each other in the reference and are not in the stub.

    One line may well stand in a probe or an example by chance; two hardly do.
    """
    kept = {line.strip() for line in stub.splitlines()}
    lines = [line.strip() for line in reference.splitlines() if line.strip()]
    for one, other in itertools.pairwise(lines):
        if not {one, other} & kept and min(len(one), len(other)) * 2 > _TOLD:
            yield f"{one}\n{other}"


# --- what is run --------------------------------------------------------------


def trials(exercise: Exercise, run: Run, seeds: Sequence[int]) -> Iterator[Trial]:
    """Run each of the exercise's own files under each seed.

    What must be right is run twice a seed: it must do the same both times.
    """
    twins: dict[int, dict[str, Transcript]] = {seed: {} for seed in seeds}
    for kind, path in _own_files(exercise):
        for seed in seeds:
            try:
                ran = run(exercise, path, seed)
                again = run(exercise, path, seed) if kind in _RIGHT else ran
            except BadExercise as error:
                said = [(error.problem.rstrip("."), error.remedy)]
                yield _trial(exercise, kind, path, seed, (), said)
                return
            said = [
                *_broken_promises(exercise, kind, path, ran[0]),
                *_changing(ran, again),
                *(_twin(ran[1], twins[seed]) if kind == "chaff" else ()),
            ]
            if kind == "chaff":
                twins[seed][path.stem] = ran[1]
            yield _trial(exercise, kind, path, seed, ran[0], said)


_RIGHT = ("reference", "wheat")


def _own_files(exercise: Exercise) -> list[tuple[str, Path]]:
    files = [("reference", exercise.reference), ("stub", exercise.stub)]
    files += [("wheat", path) for path in exercise.wheats]
    files += [("chaff", chaff.path) for chaff in exercise.chaffs]
    return [(kind, path) for kind, path in files if path is not None and path.is_file()]


def _trial(
    exercise: Exercise,
    kind: str,
    path: Path,
    seed: int,
    checks: tuple[CheckVerdict, ...],
    said: Sequence[tuple[str, str]],
) -> Trial:
    findings = tuple(
        Finding(
            exercise=exercise.id,
            subject=f"{kind} {path.name}, seed {seed}",
            problem=problem,
            remedy=remedy,
        )
        for problem, remedy in said
    )
    return Trial(
        exercise=exercise.id,
        name=path.name,
        kind=kind,
        seed=seed,
        earned=sum(check.earned for check in checks),
        possible=sum(check.points for check in exercise.checks),
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
    elif any(check.outcome is not Outcome.PASSED for check in checks):
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


def _changing(ran: Ran, again: Ran) -> Iterator[tuple[str, str]]:
    """Whether a second run under the same seed ended in another way."""
    for one, other in zip(ran[0], again[0], strict=True):
        calls = ran[1].get(one.name, ()), again[1].get(one.name, ())
        same = (one.outcome, one.earned) == (other.outcome, other.earned)
        if not same or not same_calls(*calls):
            yield f"`{one.name}` sees something else when run again", "Use the seed."


def _twin(
    transcript: Transcript, others: Mapping[str, Transcript]
) -> Iterator[tuple[str, str]]:
    for name, other in others.items():
        if transcript.keys() == other.keys() and all(
            same_calls(calls, other[check]) for check, calls in transcript.items()
        ):
            yield (
                f"does just what the chaff `{name}` does",
                "Tell them apart.",
            )


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nothing"
