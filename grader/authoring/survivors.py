"""An exercise's mutants run through its checks; what becomes of each comes out.

A mutant that no check kills shows a promise that nothing holds, or it is no mistake at
all: then its author says so in `solutions/track/name/mutants.toml`:

    [[equivalent]]
    where = "LazyDense.build"
    before = 'shape=shape, name="kernel"'
    after = ["shape=shape", 'shape=shape, name="kernel_"']
    why = "The statement promises no names."
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import msgspec

from grader import forks
from grader.answerkey import Key
from grader.authoring import mutants, stubs
from grader.authoring.mutants import Mutant
from grader.authoring.vet import Finding
from grader.errors import BadExercise
from grader.grading import Grader
from grader.judge.diagnosis import same_calls
from grader.records import Exercise, Outcome, Position, Source, Transcript

FILE = "mutants.toml"
_ADDED, _FACTOR = 2.0, 5.0
"""CPU seconds that a mutant gets for a check, and how much for each of the reference's
slowest one: other tools bound mutants like this too, Pitest by 4 s and 1.25."""
_PATIENCE = 300.0
"""Seconds of wall time for a check: enough on a busy machine, an end to what sleeps."""


class Fate(enum.Enum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMED_OUT = "killed by time"
    UNSEEN = "every observation is the same"
    UNJUDGED = "observations differ, and every check passes"
    BROKEN = "a check fell over it"

    @property
    def killed(self) -> bool:
        """Whether a check failed."""
        return self in (Fate.KILLED, Fate.TIMED_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A mutant that was run."""

    exercise: str
    mutant: Mutant
    fate: Fate
    check: str
    """By which it was killed."""
    why: str
    """Why its author calls it equivalent; empty where nobody does."""

    @property
    def is_left(self) -> bool:
        """Whether no check killed it and nobody explains it, or a check fell over."""
        return self.fate is Fate.BROKEN or not (self.fate.killed or self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many mutants there were, and what became of them."""

    mutants: int
    killed: int
    by_time: int
    explained: int
    left: int

    @property
    def rate(self) -> float:
        """The part that was killed of those that are not explained as equivalent."""
        mistakes = self.mutants - self.explained
        return self.killed / mistakes if mistakes else 1.0


class _Equivalent(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    where: str
    before: str
    after: str | tuple[str, ...]
    why: str


class _Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    equivalent: tuple[_Equivalent, ...]


_Known = dict[tuple[str, str, str], str]
"""Why a mutant is equivalent, by where it is, before and after."""


@dataclass(frozen=True, slots=True)
class _Errand:
    exercise: Exercise
    mutant: Mutant
    key: Key
    transcript: Transcript
    """What the reference itself is seen to do."""


def of(exercise: Exercise) -> list[Mutant]:
    """Return the mutants of the exercise's reference.

    Raises:
        BadExercise: There is no reference, or no stub can be made from it.
    """
    stub = stubs.stub_text(exercise)
    assert exercise.reference is not None
    return mutants.of(exercise.reference.read_text(encoding="utf-8"), stub)


def run(
    grader: Grader,
    exercises: Sequence[Exercise],
    seed: int,
    *,
    jobs: int = 1,
    on_run: Callable[[], object] = lambda: None,
) -> Iterator[Trial]:
    """Yield a trial of each mutant, exercise by exercise.

    Args:
        grader: With its launcher running.
        exercises: Whose references to mutate.
        seed: Where the inputs of the checks come from.
        jobs: How many mutants are run side by side.
        on_run: Called when a mutant was run.

    Raises:
        BadExercise: A reference does not pass, or `mutants.toml` cannot be read.
        Broken: The grader itself failed.
    """
    known = {one.id: _known(one) for one in exercises}
    errands = (errand for one in exercises for errand in _errands(grader, one, seed))
    work = partial(_run, grader, seed)
    for errand, (fate, check) in forks.spread(work, errands, jobs=jobs):
        on_run()
        exercise, mutant = errand.exercise.id, errand.mutant
        yield Trial(
            exercise=exercise,
            mutant=mutant,
            fate=fate,
            check=check,
            why=known[exercise].get(_name(mutant), ""),
        )


def _errands(grader: Grader, exercise: Exercise, seed: int) -> Iterator[_Errand]:
    found = of(exercise)
    key = grader.reference_key(exercise, seed)
    assert exercise.reference is not None
    right = _source(exercise.reference.read_text(encoding="utf-8"))
    checks, transcript = grader.judge(right, exercise, key, seed=seed)
    bounded = _bounded(exercise, max(check.cpu_seconds for check in checks))
    for mutant in found:
        yield _Errand(bounded, mutant, key, transcript)


def _bounded(exercise: Exercise, slowest: float) -> Exercise:
    """The exercise with limits for mutants: many of them loop for ever.

    Only CPU time decides, for the machine may be busy with the others.
    """
    cpu_seconds = min(exercise.limits.cpu_seconds, _ADDED + _FACTOR * slowest)
    limits = replace(exercise.limits, cpu_seconds=cpu_seconds, wall_seconds=_PATIENCE)
    return replace(exercise, limits=limits)


def _source(text: str) -> Source:
    positions = tuple(Position(i + 1) for i in range(len(text.splitlines())))
    return Source(name="reference.py", text=text, positions=positions)


def _run(grader: Grader, seed: int, errand: _Errand) -> tuple[Fate, str]:
    checks, transcript = grader.judge(
        _source(errand.mutant.text),
        errand.exercise,
        errand.key,
        seed=seed,
        to_first_failure=True,
    )
    for check in checks:
        match check.outcome:
            case Outcome.PASSED:
                continue
            case Outcome.BROKEN:
                return Fate.BROKEN, check.name
            case Outcome.TIMED_OUT:
                return Fate.TIMED_OUT, check.name
        return Fate.KILLED, check.name
    same = all(
        same_calls(calls, errand.transcript.get(check, ()))
        for check, calls in transcript.items()
    )
    return (Fate.UNSEEN if same else Fate.UNJUDGED), ""


# --- what authors say of them -------------------------------------------------


def _name(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.where, mutant.before, mutant.after


def _known(exercise: Exercise) -> _Known:
    assert exercise.solution is not None
    path = exercise.solution / FILE
    if not path.is_file():
        return {}
    try:
        table = msgspec.toml.decode(path.read_bytes(), type=_Table)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadExercise(
            f"`{path}` is not as it should be: {error}.",
            remedy="`docs/authoring.md` has its fields.",
        ) from None
    return {
        (one.where, one.before, after): one.why.strip()
        for one in table.equivalent
        for after in ([one.after] if isinstance(one.after, str) else one.after)
    }


def findings(exercise: Exercise, done: Sequence[Trial]) -> Iterator[Finding]:
    """Yield what the author has to do, once all mutants of the exercise were run."""
    survived = {_name(one.mutant) for one in done if not one.fate.killed}
    for name, why in _known(exercise).items():
        where, before, after = name
        if name not in survived:
            yield Finding(
                exercise=exercise.id,
                subject=FILE,
                problem=f"no such mutant survives: {where}: {before} → {after}",
                remedy="Delete it.",
            )
        elif not why:
            yield Finding(
                exercise=exercise.id,
                subject=FILE,
                problem=f"it does not say why: {where}: {before} → {after}",
                remedy="Say it, or add a check.",
            )
    left = tally(done).left
    if left:
        yield Finding(
            exercise=exercise.id,
            subject="reference.py",
            problem=f"mutants that survive: {left}",
            remedy=f"Add a check that fails each, or say in `{FILE}` why it is right.",
        )


def tally(done: Sequence[Trial]) -> Tally:
    """Count what became of mutants."""
    return Tally(
        mutants=len(done),
        killed=sum(one.fate.killed for one in done),
        by_time=sum(one.fate is Fate.TIMED_OUT for one in done),
        explained=sum(not one.fate.killed and not one.is_left for one in done),
        left=sum(one.is_left for one in done),
    )


def as_toml(mutant: Mutant) -> str:
    """Return the entry of `mutants.toml` that explains `mutant`, but for its reason."""
    lines = [
        "[[equivalent]]",
        f"where = {_quoted(mutant.where)}",
        f"before = {_quoted(mutant.before)}",
        f"after = {_quoted(mutant.after)}",
        'why = ""',
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A TOML string: a literal one where that can hold the text."""
    if "'" not in text and text.isprintable():
        return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'
    return msgspec.json.encode(text).decode()
