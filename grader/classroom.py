"""Many submissions go in, verdicts come out one by one, whatever any of them does.

Each submission is graded in a worker process of its own, a few at a time. A verdict is
in the gradebook as soon as it exists, so a run that is killed goes on where it stopped.
A worker that dies is our fault: it is tried once more, and then stands as broken.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext

import msgspec

from grader.errors import GraderError
from grader.gradebook import Gradebook
from grader.grading import Grader
from grader.records import Exercise, Place, Submission, Verdict

_TRIES = 2
PATIENCE = 60.0
"""Seconds beyond all of a submission's limits after which a worker counts as hung."""

OnVerdict = Callable[[Verdict], None]


@dataclass(slots=True)
class _Job:
    """A submission that is being graded."""

    submission: Submission
    exercise: Exercise
    identity: str
    """As it was before grading began: the file may change meanwhile."""
    tries: int
    process: multiprocessing.process.BaseProcess
    deadline: float


def grade_class(
    grader: Grader,
    submissions: Sequence[Submission],
    gradebook: Gradebook,
    *,
    jobs: int,
    on_verdict: OnVerdict,
    patience: float = PATIENCE,
) -> None:
    """Grade what the gradebook does not have yet, `jobs` at a time.

    Args:
        grader: With its launcher running; workers share it.
        submissions: What to grade.
        gradebook: Where each verdict goes as soon as it exists.
        jobs: How many submissions at a time.
        on_verdict: Called with each verdict, stored ones included.
        patience: Seconds beyond all of a submission's limits that a worker gets.

    Raises:
        Broken: A verdict could not be stored.
    """
    exercises = {exercise.id: exercise for exercise in grader.exercises}
    waiting: list[tuple[Submission, int]] = []
    for submission in submissions:
        exercise = exercises[submission.exercise]
        stored = gradebook.recall(grader.identity(submission, exercise))
        if stored is not None:
            on_verdict(stored)
        else:
            waiting.append((submission, 1))
    waiting.reverse()
    running: dict[Connection, _Job] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                submission, tries = waiting.pop()
                exercise = exercises[submission.exercise]
                connection, job = _start(grader, submission, exercise, tries, patience)
                running[connection] = job
            for connection in _ready(running):
                job = running.pop(connection)
                verdict = _result(grader, connection, job)
                if verdict is None:
                    waiting.append((job.submission, job.tries + 1))
                    continue
                gradebook.add(verdict, job.identity)
                on_verdict(verdict)
    finally:
        for job in running.values():
            job.process.kill()


def _start(
    grader: Grader,
    submission: Submission,
    exercise: Exercise,
    tries: int,
    patience: float,
) -> tuple[Connection, _Job]:
    identity = grader.identity(submission, exercise)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = _context().Process(  # type: ignore[attr-defined]
        target=_work, args=(grader, submission, exercise, theirs), daemon=True
    )
    process.start()
    theirs.close()
    # In each place a check has its time anew.
    places = max(len(exercise.checks), 1) * len(Place)
    limit = exercise.limits.wall_seconds * places + patience
    deadline = time.monotonic() + limit
    return ours, _Job(submission, exercise, identity, tries, process, deadline)


def _context() -> BaseContext:
    return multiprocessing.get_context("fork")


def _work(
    grader: Grader, submission: Submission, exercise: Exercise, theirs: Connection
) -> None:
    """Grade one submission; what is raised here is sent, and is our own fault."""
    # Ctrl-C reaches the whole group; the parent ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        verdict = grader.grade(submission, exercise)
        theirs.send_bytes(msgspec.json.encode(verdict))
    except GraderError as error:
        theirs.send_bytes(b"!" + str(error).encode())


def _ready(running: dict[Connection, _Job]) -> list[Connection]:
    """Connections with an answer, of dead workers, and of those past their time."""
    soonest = min(job.deadline for job in running.values())
    found = wait(list(running), timeout=max(soonest - time.monotonic(), 0.0))
    late = [
        connection
        for connection, job in running.items()
        if job.deadline <= time.monotonic() and connection not in found
    ]
    return [*(one for one in running if one in found), *late]


def _result(grader: Grader, connection: Connection, job: _Job) -> Verdict | None:
    """The worker's verdict; None where the submission is to be tried once more."""
    try:
        said = connection.recv_bytes() if connection.poll() else b""
    except (EOFError, OSError):
        # It died, perhaps half-way through its answer.
        said = b""
    connection.close()
    job.process.kill()
    job.process.join()
    if said and not said.startswith(b"!"):
        verdict = msgspec.json.decode(said, type=Verdict)
        if not verdict.broken or job.tries >= _TRIES:
            return verdict
        return None
    if job.tries < _TRIES:
        return None
    why = "The grader failed on this submission; it will be graded again."
    return grader.broken(job.submission, job.exercise, why)
