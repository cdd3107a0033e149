"""Verdicts of a class in; out comes what its page says: tables, shares, names.

Points are added up as the verdicts carry them; nothing is scored anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.records import CheckVerdict, Outcome, Verdict
from grader.report import wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A student's line in the table."""

    student: str
    cells: tuple[Verdict | None, ...]
    """By exercise; None where there is no verdict."""
    earned: float
    possible: float
    final: bool
    """Whether no verdict waits for us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckShare:
    """How many of those whose check was decided passed it."""

    title: str
    hidden: bool
    passed: int
    decided: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseShares:
    """An exercise with the shares of its checks."""

    id: str
    title: str
    checks: tuple[CheckShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A misconception, and who has it."""

    exercise: str
    sentence: str
    hint: str
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A way to go wrong that several students share, and that no chaff stands for."""

    exercise: str
    check: str
    message: str
    """What the feedback of one of them says."""
    received: str
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something that a person should look at."""

    student: str
    exercise: str
    tone: str
    what: tuple[str, ...]
    """A sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All that a class page shows."""

    exercises: tuple[tuple[str, str], ...]
    """Id and title, as they first occur."""
    rows: tuple[Row, ...]
    shares: tuple[ExerciseShares, ...]
    misconceptions: tuple[Misconception, ...]
    unnamed: tuple[Unnamed, ...]
    attention: tuple[Attention, ...]

    @property
    def final(self) -> tuple[Row, ...]:
        """The rows that no redoing can change."""
        return tuple(row for row in self.rows if row.final)


def overview(verdicts: Sequence[Verdict]) -> Overview:
    """Return what a class page says about `verdicts`."""
    exercises = tuple({v.exercise: v.exercise_title for v in verdicts}.items())
    return Overview(
        exercises=exercises,
        rows=_rows(verdicts, [id for id, _ in exercises]),
        shares=tuple(_shares(verdicts, id, title) for id, title in exercises),
        misconceptions=_misconceptions(verdicts),
        unnamed=_unnamed(verdicts),
        attention=tuple(_attention(verdicts)),
    )


def _rows(verdicts: Sequence[Verdict], exercises: Sequence[str]) -> tuple[Row, ...]:
    by_student: defaultdict[str, dict[str, Verdict]] = defaultdict(dict)
    for verdict in verdicts:
        by_student[verdict.student][verdict.exercise] = verdict
    return tuple(
        Row(
            student=student,
            cells=tuple(by_student[student].get(id) for id in exercises),
            earned=sum(v.earned for v in by_student[student].values()),
            possible=sum(v.possible for v in by_student[student].values()),
            final=not any(v.broken for v in by_student[student].values()),
        )
        for student in sorted(by_student, key=lambda name: (name.casefold(), name))
    )


def _shares(verdicts: Sequence[Verdict], exercise: str, title: str) -> ExerciseShares:
    declared: dict[str, CheckVerdict] = {}
    passed: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for verdict in verdicts:
        if verdict.exercise != exercise:
            continue
        for check in verdict.checks:
            declared.setdefault(check.name, check)
            undecided = check.outcome in (Outcome.BROKEN, Outcome.NOT_RUN)
            if verdict.rejected or undecided:
                continue
            decided[check.name] += 1
            passed[check.name] += check.outcome is Outcome.PASSED
    checks = tuple(
        CheckShare(
            title=check.title,
            hidden=check.hidden,
            passed=passed[name],
            decided=decided[name],
        )
        for name, check in declared.items()
    )
    return ExerciseShares(id=exercise, title=title, checks=checks)


def _misconceptions(verdicts: Sequence[Verdict]) -> tuple[Misconception, ...]:
    # A dict keeps names in order, and each once though several checks agree.
    who: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for verdict in verdicts:
        for check in verdict.checks:
            if check.diagnosis is not None:
                found = check.diagnosis
                key = (verdict.exercise_title, found.misconception, found.hint)
                who[key][verdict.student] = None
    most = sorted(who.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Misconception(
            exercise=exercise,
            sentence=sentence,
            hint=hint,
            students=tuple(sorted(students, key=str.casefold)),
        )
        for (exercise, sentence, hint), students in most
    )


def _unnamed(verdicts: Sequence[Verdict]) -> tuple[Unnamed, ...]:
    shared: defaultdict[tuple[str, str, str], list[tuple[Verdict, CheckVerdict]]]
    shared = defaultdict(list)
    for verdict in verdicts:
        for check in verdict.checks:
            if check.behaviour:
                key = (verdict.exercise, check.name, check.behaviour)
                shared[key].append((verdict, check))
    groups = [group for group in shared.values() if len(group) > 1]
    return tuple(
        Unnamed(
            exercise=group[0][0].exercise_title,
            check=group[0][1].title,
            message=group[0][1].feedback.message if group[0][1].feedback else "",
            received=_came(group[0][1]),
            students=tuple(sorted((v.student for v, _ in group), key=str.casefold)),
        )
        for group in sorted(groups, key=lambda group: -len(group))
    )


def _came(check: CheckVerdict) -> str:
    said = check.feedback
    return (said.received or said.error) if said else ""


_ABNORMAL = (Outcome.TIMED_OUT, Outcome.CRASHED, Outcome.OUT_OF_MEMORY)
_LEVELS = ("full", "strong")


def _attention(verdicts: Sequence[Verdict]) -> Iterable[Attention]:
    """Yield our own faults first, then files that cannot be read, then the rest.

    Who handed in nothing is in the table, and would only make this list long.
    """
    wanting = [verdict for verdict in verdicts if verdict.file or verdict.broken]
    for verdict in sorted(wanting, key=_urgency):
        what = tuple(_remarks(verdict))
        if what:
            yield Attention(
                student=verdict.student,
                exercise=verdict.exercise_title,
                tone=("ours", "warn", "mute")[_urgency(verdict)],
                what=what,
            )


def _urgency(verdict: Verdict) -> int:
    return 0 if verdict.broken else 1 if verdict.rejected else 2


def _remarks(verdict: Verdict) -> Iterable[str]:
    if verdict.broken:
        yield "Not graded by our fault: run it again."
    if verdict.rejected:
        yield verdict.rejected
    yield from verdict.notes
    counts = Counter(c.outcome for c in verdict.checks if c.outcome in _ABNORMAL)
    for outcome, number in counts.items():
        yield f"{wording.count(number, 'check')}: {outcome.value}."
    noted = sum(bool(c.feedback and c.feedback.teacher_note) for c in verdict.checks)
    if noted:
        yield f"{wording.count(noted, 'check')} with a note for teachers."
    if verdict.isolation.level not in _LEVELS:
        yield f"Graded under the lock-down level “{verdict.isolation.level}”."
    if verdict.isolation.leaks:
        yield f"The lock-down leaks: {', '.join(verdict.isolation.leaks)}."
