"""An exercise's own files are run as submissions are; each comes out as a `Trial`.

The reference and every wheat must pass, the stub must be unfilled, and every chaff must
fail just the checks that it promises and be recognised as itself. Each file runs twice
a seed and must do the same both times: a chaff's first run stands in the answer key
that its second one is recognised by.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from grader import forks
from grader.answerkey import ChaffRecord, Key
from grader.authoring.vet import Finding
from grader.errors import BadExercise, BadSubmission, GraderError
from grader.grading import Grader, Judged, with_diagnoses
from grader.intake import source as sources
from grader.judge.diagnosis import same_calls
from grader.records import Chaff, CheckVerdict, Exercise, Outcome, Transcript, Trouble

_SETTLED = (Outcome.PASSED, Outcome.SKIPPED)
_Said = Iterator[tuple[str, str]]
"""Problem and remedy."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    """A file to run under a seed."""

    exercise: Exercise
    kind: str
    path: Path
    seed: int
    key: Key
    """What the reference did; the chaffs are still to run."""
    problem: tuple[str, str] | None = None
    """Why it cannot be run, and what to do."""


@dataclass(frozen=True, slots=True)
class _Ran:
    """What came of it: two runs, or why there were none."""

    runs: tuple[Judged, ...] = ()
    problem: tuple[str, str] | None = None


def own_files(exercise: Exercise) -> list[tuple[str, Path]]:
    """Return kind and path of each file that is run."""
    files = [("reference", exercise.reference), ("stub", exercise.stub)]
    files += [("wheat", path) for path in exercise.wheats]
    files += [("chaff", chaff.path) for chaff in exercise.chaffs]
    return [(kind, path) for kind, path in files if path is not None and path.is_file()]


def run(
    grader: Grader,
    exercises: Iterable[Exercise],
    seeds: Sequence[int],
    *,
    jobs: int = 1,
    on_run: Callable[[], object] = lambda: None,
) -> Iterator[Trial]:
    """Yield a trial of each file and seed, those of an exercise together.

    Args:
        grader: With its launcher running.
        exercises: Whose files to run.
        seeds: Where the inputs of the checks come from.
        jobs: How many files are run side by side.
        on_run: Called when a file was run.

    Raises:
        Broken: The grader itself failed.
    """
    errands = (errand for one in exercises for errand in _errands(grader, one, seeds))
    ran = forks.spread(partial(_run, grader), errands, jobs=jobs)
    for _, group in itertools.groupby(ran, key=lambda pair: pair[0].exercise.id):
        done = []
        for pair in group:
            done.append(pair)
            on_run()
        yield from _trials(done)


def _errands(
    grader: Grader, exercise: Exercise, seeds: Sequence[int]
) -> Iterator[_Errand]:
    if exercise.reference is None:
        return
    try:
        keys = {seed: grader.reference_key(exercise, seed) for seed in seeds}
    except BadExercise as error:
        yield _Errand(
            exercise=exercise,
            kind="reference",
            path=exercise.reference,
            seed=seeds[0],
            key=Key(reference={}),
            problem=_told(error),
        )
        return
    for kind, path in own_files(exercise):
        for seed in seeds:
            yield _Errand(
                exercise=exercise, kind=kind, path=path, seed=seed, key=keys[seed]
            )


def _run(grader: Grader, errand: _Errand) -> _Ran:
    if errand.problem is not None:
        return _Ran(problem=errand.problem)
    try:
        source = sources.read(errand.path)
        # The stub cannot but stop at once, each time.
        times = 1 if errand.kind == "stub" else 2
        return _Ran(
            tuple(
                grader.judge(source, errand.exercise, errand.key, seed=errand.seed)
                for _ in range(times)
            )
        )
    except (BadExercise, BadSubmission) as error:
        return _Ran(problem=_told(error))


def _told(error: GraderError) -> tuple[str, str]:
    return error.problem.rstrip("."), error.remedy


# --- what is said of the runs -------------------------------------------------


def _trials(done: Sequence[tuple[_Errand, _Ran]]) -> Iterator[Trial]:
    """The trials of one exercise, now that all its chaffs have run."""
    keys = _complete_keys(done)
    before: dict[int, dict[str, Transcript]] = {seed: {} for seed in keys}
    for errand, ran in done:
        if ran.problem is not None:
            yield _trial(errand, (), [ran.problem])
            continue
        first, (checks, transcript) = ran.runs[0], ran.runs[-1]
        checks = with_diagnoses(checks, transcript, keys[errand.seed])
        said = [*_broken_promises(errand, checks), *_changing(first, ran.runs[-1])]
        if errand.kind == "chaff":
            said += _twins(first[1], before[errand.seed])
            before[errand.seed][errand.path.stem] = first[1]
        yield _trial(errand, checks, said)


def _complete_keys(done: Sequence[tuple[_Errand, _Ran]]) -> dict[int, Key]:
    """The answer key of each seed, with the first run of every chaff."""
    keys = {errand.seed: errand.key for errand, _ in done}
    for errand, ran in done:
        if errand.kind == "chaff" and ran.runs:
            checks, transcript = ran.runs[0]
            record = ChaffRecord(
                chaff=_chaff(errand),
                transcript=transcript,
                outcomes={check.name: check.outcome for check in checks},
            )
            key = keys[errand.seed]
            chaffs = {**key.chaffs, errand.path.stem: record}
            keys[errand.seed] = replace(key, chaffs=chaffs)
    return keys


def _chaff(errand: _Errand) -> Chaff:
    [chaff] = [one for one in errand.exercise.chaffs if one.path == errand.path]
    return chaff


def _trial(
    errand: _Errand,
    checks: tuple[CheckVerdict, ...],
    said: Sequence[tuple[str, str]],
) -> Trial:
    findings = tuple(
        Finding(
            exercise=errand.exercise.id,
            subject=f"{errand.kind} {errand.path.name}, seed {errand.seed}",
            problem=problem,
            remedy=remedy,
        )
        for problem, remedy in said
    )
    return Trial(
        exercise=errand.exercise.id,
        name=errand.path.name,
        kind=errand.kind,
        seed=errand.seed,
        earned=sum(check.earned for check in checks),
        possible=sum(check.points for check in errand.exercise.checks),
        failed=_failed(checks),
        recognised=_recognised(checks),
        cpu_seconds=sum(check.cpu_seconds for check in checks),
        wall_seconds=sum(check.wall_seconds for check in checks),
        findings=findings,
    )


def _failed(checks: tuple[CheckVerdict, ...]) -> tuple[str, ...]:
    return tuple(check.name for check in checks if check.outcome not in _SETTLED)


def _recognised(checks: tuple[CheckVerdict, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.diagnosis.chaff for one in checks if one.diagnosis}))


def _broken_promises(errand: _Errand, checks: tuple[CheckVerdict, ...]) -> _Said:
    if errand.kind == "chaff":
        yield from _chaff_promises(_chaff(errand), checks)
        return
    if errand.kind == "stub":
        yield from _stub_promises(checks)
    elif any(check.outcome is not Outcome.PASSED for check in checks):
        why = next((check.feedback.message for check in checks if check.feedback), "")
        said = f"does not pass {_names(_failed(checks))}: {why}"
        yield said, "Mend it, or the check."
    for check in checks:
        if check.cpu_seconds > errand.exercise.limits.cpu_seconds / 3:
            yield f"{check.name} uses over a third of its time", "Raise `cpu_seconds`."


def _stub_promises(checks: tuple[CheckVerdict, ...]) -> _Said:
    odd = [
        check.name
        for check in checks
        if check.outcome is not Outcome.SKIPPED
        and check.trouble is not Trouble.UNFILLED
    ]
    if odd:
        yield f"{_names(odd)} did not end as unfilled", "The stub alone must fail."


def _chaff_promises(chaff: Chaff, checks: tuple[CheckVerdict, ...]) -> _Said:
    failed, recognised = _failed(checks), _recognised(checks)
    if set(failed) != set(chaff.fails):
        promised = _names(chaff.fails)
        yield f"fails {_names(failed)}; promised: {promised}", "Correct `fails:`."
    if chaff.name not in recognised:
        others = f", but as {_names(recognised)}" if recognised else ""
        said = f"is not recognised as itself{others}"
        yield said, "Another chaff behaves just the same."


def _changing(one: Judged, other: Judged) -> _Said:
    """Whether a second run under the same seed ended in another way."""
    for first, second in zip(one[0], other[0], strict=True):
        calls = one[1].get(first.name, ()), other[1].get(first.name, ())
        same = (first.outcome, first.earned) == (second.outcome, second.earned)
        if not same or not same_calls(*calls):
            yield f"`{first.name}` sees something else when run again", "Use the seed."


def _twins(transcript: Transcript, others: Mapping[str, Transcript]) -> _Said:
    for name, other in others.items():
        if transcript.keys() == other.keys() and all(
            same_calls(calls, other[check]) for check, calls in transcript.items()
        ):
            yield f"does just what the chaff `{name}` does", "Tell them apart."


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nothing"
