"""An exercise's files go in; what about them breaks a promise comes out as findings.

Nothing is run here: `grader.authoring.trials` does that.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.authoring import stubs
from grader.errors import BadExercise
from grader.judge.views import View
from grader.records import Exercise

_WHEATS, _CHAFFS = 3, 2
_TOLD = 24
"""How many letters of a solution give it away when they stand where students read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A promise that does not hold, and what to do about it."""

    exercise: str
    subject: str
    problem: str
    remedy: str


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
    yield from _bare_asserts(exercise)
    if exercise.solution is None:
        yield "solutions", "there is no reference", "Write `reference.py`."
        return
    yield from _files(exercise, exercise.solution)
    yield from _promises(exercise)
    if written:
        yield from _generated(exercise)


def _bare_asserts(exercise: Exercise) -> _Said:
    """What would fail with no word to the student."""
    folders = [(exercise.folder, "checks.py")]
    if exercise.solution is not None:
        folders.append((exercise.solution, "hidden_checks.py"))
    for folder, name in folders:
        path = folder / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Assert):
                said = f"line {node.lineno} is a bare `assert`, which teaches nothing"
                yield name, said, "Use `assert_that` with a sentence for the student."


def _undescribed(exercise: Exercise) -> _Said:
    for node in ast.parse(exercise.probes.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield (
                    "probes.py",
                    f"`{node.name}` has no docstring",
                    "Add one.",
                )
            if hasattr(View, node.name):
                said = f"`student.{node.name}` is something else than the probe"
                yield "probes.py", said, "Give the probe another name."
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
        solution: {
            *("reference.py", "hidden_checks.py", "mutants.toml"),
            *("wheats", "chaffs"),
        },
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
