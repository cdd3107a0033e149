"""A submission's path goes in, a verdict comes out: the stages in their order.

    path -> source -> runner -> judge -> diagnosis -> verdict

`Grader` holds what many gradings share: the exercises, a warm launcher, the answer keys
and the seed. It is the only module that knows more than one stage.
"""

from __future__ import annotations

import dataclasses
import hashlib
import platform
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Self

from grader import answerkey, catalog, forks, seeds
from grader.answerkey import ChaffRecord, Key, Recorder, Replay
from grader.errors import BadExercise, BadSubmission, StaleKey
from grader.intake import names
from grader.intake import source as sources
from grader.judge import diagnosis, session
from grader.records import (
    Chaff,
    CheckVerdict,
    Diagnosis,
    Exercise,
    Outcome,
    Solution,
    Source,
    Submission,
    Transcript,
    Trouble,
    Verdict,
    Versions,
)
from grader.runner.client import Launcher, LiveSolution, Program

Progress = Callable[[CheckVerdict], None]
Judged = tuple[tuple[CheckVerdict, ...], Transcript]
"""What became of each check, and what the solution was seen to do."""

STATE = ".grader"
"""The folder in a kit's root that holds course seed and answer keys."""
PUBLIC_KEY = "answer.key"
"""A student's kit has this file beside the checks instead of `solutions/`."""
_SAFE_NAME = "submission.py"


class Grader:
    """What many gradings share; a context manager.

    Args:
        root: The kit: the folder with `exercises/`.
        launcher: The warm process that runners are forked from.
        seed: Where all random inputs come from.
        hidden: Whether hidden checks run too.
    """

    def __init__(
        self, root: Path, launcher: Launcher, *, seed: int, hidden: bool
    ) -> None:
        self.root = root
        self.launcher = launcher
        self.seed = seed
        self.hidden = hidden
        self.exercises = catalog.load(root)
        self._keys: dict[tuple[str, int], Key] = {}

    @classmethod
    def open(
        cls,
        root: Path,
        *,
        device: str = "auto",
        level: str = "full",
        seed: int | None = None,
        hidden: bool = True,
    ) -> Self:
        """Start a launcher for the kit at `root`.

        Without a seed, graders with hidden checks draw from the course seed (made and
        kept in the kit on first use), others from the public one.

        Raises:
            NotFound: There is no kit at `root`.
            BadExercise: An exercise breaks its format.
            DeviceMissing: `device` is not on this machine.
        """
        if seed is None:
            seed = course_seed(root) if hidden else seeds.PUBLIC_SEED
        launcher = Launcher.start(device=device, level=level)
        try:
            return cls(root, launcher, seed=seed, hidden=hidden)
        except BaseException:
            launcher.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the launcher and every runner."""
        self.launcher.close()

    # --- the flow -------------------------------------------------------------

    def grade(
        self,
        submission: Submission,
        exercise: Exercise,
        progress: Progress | None = None,
    ) -> Verdict:
        """Return the verdict on `submission`; bad input is a verdict too.

        Raises:
            StaleKey: There is neither an answer key nor a reference.
            Broken: The grader itself failed; nothing can be said of the submission.
        """
        began, started = datetime.now().astimezone(), time.monotonic()
        try:
            source = read(submission)
        except BadSubmission as error:
            return self._verdict(
                submission,
                exercise,
                began,
                rejected=str(error),
                notes=submission.notes,
            )
        key = self.prepare(exercise)
        checks, transcript = self.judge(source, exercise, key, progress=progress)
        checks = with_diagnoses(checks, transcript, key)
        return self._verdict(
            submission,
            exercise,
            began,
            checks=checks,
            notes=(
                *submission.notes,
                *source.notes,
                *_stub_note(source, exercise, submission.path),
            ),
            source_digest=source.digest,
            wall_seconds=time.monotonic() - started,
        )

    def judge(
        self,
        source: Source,
        exercise: Exercise,
        key: Key,
        *,
        seed: int | None = None,
        progress: Progress | None = None,
        to_first_failure: bool = False,
    ) -> Judged:
        """Run the checks on `source`; nothing of it is diagnosed yet.

        Args:
            source: What is judged.
            exercise: Whose checks to run.
            key: What the reference did under the seed.
            seed: Where the inputs of the checks come from; the grader's own if None.
            progress: Called with each check as soon as it is judged.
            to_first_failure: Leave the checks after the first that fails "not run".
        """
        with ExitStack() as running:
            student = Recorder(self._live(source.text, exercise, running))
            checks = session.run(
                exercise,
                student=student,
                reference=self._replay(exercise, key, running),
                source=source,
                seed=self.seed if seed is None else seed,
                hidden=self.hidden,
                device=self.launcher.hello.device,
                progress=progress,
                to_first_failure=to_first_failure,
            )
            return checks, student.transcript

    def _live(self, text: str, exercise: Exercise, running: ExitStack) -> LiveSolution:
        program = Program(
            text=text,
            name=_SAFE_NAME,
            probes=exercise.probes.read_text(encoding="utf-8"),
            tasks=tuple(task.name for task in exercise.tasks),
            limits=exercise.limits,
            fresh_runner=exercise.fresh_runner,
        )
        live = self.launcher.solution(program)
        running.callback(live.close)
        return live

    def _replay(self, exercise: Exercise, key: Key, running: ExitStack) -> Solution:
        if exercise.reference is None:
            return Replay(key.reference)
        text = exercise.reference.read_text(encoding="utf-8")
        return Replay(key.reference, lambda: self._live(text, exercise, running))

    def _verdict(
        self,
        submission: Submission,
        exercise: Exercise,
        began: datetime,
        *,
        checks: tuple[CheckVerdict, ...] | None = None,
        rejected: str = "",
        notes: tuple[str, ...] = (),
        source_digest: str = "",
        wall_seconds: float = 0.0,
    ) -> Verdict:
        hello = self.launcher.hello
        if checks is None:
            checks = session.declared(exercise, hidden=self.hidden)
        return Verdict(
            student=submission.student,
            exercise=exercise.id,
            exercise_title=exercise.title,
            file=names.safe(submission.path.name) if submission.path else "",
            checks=checks,
            rejected=rejected,
            notes=notes,
            source_digest=source_digest,
            seed=self.seed,
            device=hello.device,
            isolation=hello.isolation,
            versions=Versions(
                grader=version(),
                exercise=exercise.version,
                python=platform.python_version(),
                tensorflow=hello.versions.get("tensorflow", ""),
                keras=hello.versions.get("keras", ""),
            ),
            created=began.isoformat(timespec="seconds"),
            wall_seconds=wall_seconds,
        )

    def broken(self, submission: Submission, exercise: Exercise, why: str) -> Verdict:
        """Return the verdict for a submission that we failed to grade: never a zero."""
        checks = tuple(
            dataclasses.replace(check, outcome=Outcome.BROKEN)
            for check in session.declared(exercise, hidden=self.hidden)
        )
        return self._verdict(
            submission,
            exercise,
            datetime.now().astimezone(),
            checks=checks,
            notes=(why,),
        )

    def identity(self, submission: Submission, exercise: Exercise) -> str:
        """Return a hash that is equal where grading again could change nothing."""
        content = submission.problem.encode()
        if submission.path is not None:
            with submission.path.open("rb") as file:
                content += hashlib.file_digest(file, "sha256").digest()
        facts = (
            submission.student,
            exercise.id,
            exercise.version,
            str(self.seed),
            str(self.hidden),
            self.launcher.hello.device,
            version(),
            hashlib.sha256(content).hexdigest(),
        )
        return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()

    # --- answer keys ----------------------------------------------------------

    def prepare(
        self,
        exercise: Exercise,
        *,
        seed: int | None = None,
        jobs: int = 1,
    ) -> Key:
        """Return the exercise's answer key, recorded anew where it is stale.

        Args:
            exercise: Whose key.
            seed: Instead of the grader's own.
            jobs: How many chaffs to record side by side, each in a fork.

        Raises:
            BadExercise: The reference does not pass the exercise's own checks.
            StaleKey: The key is missing, and there is no reference to make it from.
        """
        seed = self.seed if seed is None else seed
        if (exercise.id, seed) not in self._keys:
            self._keys[exercise.id, seed] = self._find_key(exercise, seed, jobs)
        return self._keys[exercise.id, seed]

    def public_key(self, exercise: Exercise) -> bytes:
        """Return the key of the visible checks under the public seed, for students."""
        key = self.prepare(exercise, seed=seeds.PUBLIC_SEED)
        visible = {check.name for check in exercise.checks if not check.hidden}
        return answerkey.dump(key.visible(visible))

    def _find_key(self, exercise: Exercise, seed: int, jobs: int) -> Key:
        if exercise.solution is None:
            key = answerkey.load(exercise.folder / PUBLIC_KEY)
            if key is None or seed != seeds.PUBLIC_SEED:
                raise StaleKey(
                    f"`{exercise.id}` has no answer key.",
                    remedy="Get the kit anew from your teacher, or run "
                    "`grader release` where `solutions/` is.",
                )
            return key
        path = self._key_path(exercise, seed)
        key = answerkey.load(path)
        if key is None:
            key = self._record(exercise, seed, jobs)
            answerkey.save(key, path)
        return key

    def _key_path(self, exercise: Exercise, seed: int) -> Path:
        hello = self.launcher.hello
        facts = (
            exercise.version,
            str(seeds.derive(seed, "key")),
            str(self.hidden),
            hello.device,
            *(f"{name} {number}" for name, number in sorted(hello.versions.items())),
        )
        name = hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:32]
        return self.root / STATE / "keys" / exercise.id / f"{name}.key"

    def _record(self, exercise: Exercise, seed: int, jobs: int) -> Key:
        key = self.reference_key(exercise, seed)
        record = partial(self._chaff_record, exercise, key, seed)
        if jobs == 1:
            done = [record(chaff) for chaff in exercise.chaffs]
        else:
            done = [one for _, one in forks.spread(record, exercise.chaffs, jobs=jobs)]
        return dataclasses.replace(key, chaffs={one.chaff.name: one for one in done})

    def _chaff_record(
        self, exercise: Exercise, key: Key, seed: int, chaff: Chaff
    ) -> ChaffRecord:
        source = sources.read(chaff.path)
        checks, transcript = self.judge(source, exercise, key, seed=seed)
        outcomes = {check.name: check.outcome for check in checks}
        return ChaffRecord(chaff=chaff, transcript=transcript, outcomes=outcomes)

    def reference_key(self, exercise: Exercise, seed: int) -> Key:
        """Record what the reference does; return a key that has no chaff yet.

        Raises:
            BadExercise: The reference does not pass the exercise's own checks.
        """
        assert exercise.reference is not None
        source = sources.read(exercise.reference)
        with ExitStack() as running:
            recorder = Recorder(self._live(source.text, exercise, running))
            checks = session.run(
                exercise,
                student=self._live(source.text, exercise, running),
                reference=recorder,
                source=source,
                seed=seed,
                hidden=self.hidden,
                device=self.launcher.hello.device,
            )
        for check in checks:
            if check.outcome is not Outcome.PASSED:
                said = check.feedback
                why = (said.teacher_note or said.message) if said else ""
                raise BadExercise(
                    f"The reference of `{exercise.id}` does not pass its own check "
                    f"`{check.name}` ({check.outcome.value}): {why}",
                    remedy=f"Mend it, then run `grader vet {exercise.id}`.",
                )
        versions = dict(self.launcher.hello.versions)
        return Key(reference=recorder.transcript, versions=versions)


# --- small steps --------------------------------------------------------------


def read(submission: Submission) -> Source:
    """Return the submission's source.

    Raises:
        BadSubmission: Nothing was handed in, or it cannot be read.
    """
    if submission.path is None or submission.problem:
        problem = submission.problem or "Nothing was handed in."
        raise BadSubmission(problem, remedy="")
    return sources.read(submission.path)


def with_diagnoses(
    checks: tuple[CheckVerdict, ...],
    transcript: Transcript,
    key: Key,
) -> tuple[CheckVerdict, ...]:
    """Return `checks` with what is recognised in each failed one.

    That is a misconception, or else the behaviour by which equal ones are found.
    """
    outcomes = {check.name: check.outcome for check in checks}
    known = {
        name: (record.chaff, record.transcript, record.outcomes)
        for name, record in key.chaffs.items()
    }
    found: dict[str, Diagnosis] = diagnosis.diagnose(outcomes, transcript, known)
    return tuple(
        dataclasses.replace(
            check,
            diagnosis=found.get(check.name),
            behaviour=""
            if check.name in found or not _went_wrong(check)
            else diagnosis.behaviour(transcript.get(check.name, ())),
        )
        for check in checks
    )


def _went_wrong(check: CheckVerdict) -> bool:
    """Whether the student's code answered, or raised, otherwise than it should."""
    answered = check.outcome is Outcome.FAILED
    return answered or check.trouble in (Trouble.RAISED, Trouble.NOT_PLAIN)


def _stub_note(
    source: Source, exercise: Exercise, path: Path | None
) -> tuple[str, ...]:
    stub = exercise.stub
    # Who works in the stub itself would be told at the end that nothing was done.
    if path is None or not stub.exists() or stub.samefile(path):
        return ()
    if sources.unchanged(source, stub.read_text(encoding="utf-8")):
        return ("The file is the stub, unchanged.",)
    return ()


def course_seed(root: Path) -> int:
    """Return the kit's own secret seed, made on first use and kept for regrading."""
    path = root / STATE / "course_seed"
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        seed = secrets.randbits(62)
        path.touch(mode=0o600)
        path.write_text(f"{seed}\n", encoding="ascii")
        return seed


def version() -> str:
    """Return the grader's own version."""
    return metadata.version("tensorflow-kit-grader")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standalone:
    """What plain `pytest exercises/track/name` judges: the stub in that folder."""

    exercise: Exercise
    student: Solution
    reference: Solution
    source: Source
    seed: int


@contextmanager
def open_standalone(folder: Path) -> Iterator[Standalone]:
    """Yield what is needed to judge the stub in `folder` by its visible checks.

    Raises:
        NotFound: `folder` is no exercise.
        BadSubmission: The stub cannot be read.
    """
    root = catalog.find_root(folder)
    with Grader.open(root, hidden=False) as grader, ExitStack() as running:
        exercise = catalog.exercise(root, str(folder))
        key = grader.prepare(exercise)
        source = sources.read(exercise.stub)
        yield Standalone(
            exercise=exercise,
            student=grader._live(source.text, exercise, running),
            reference=grader._replay(exercise, key, running),
            source=source,
            seed=grader.seed,
        )
