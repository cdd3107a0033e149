"""A class gets its verdicts whatever a submission, a worker or the launcher does."""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader import classroom, grading, seeds
from grader.gradebook import Gradebook
from grader.records import CheckVerdict, Exercise, Outcome, Submission, Verdict

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "docs" / "demo" / "class"
TAPE = "gradients/tape_basics"
RIGHT = (DEMO / "ada" / "tape_basics.py").read_text("utf-8")
ENDLESS = "while True: pass\n"

Fault = Callable[[Submission], None]


class Faulty(grading.Grader):
    """A real grader whose workers suffer `fault` before they grade."""

    fault: Fault = staticmethod(lambda submission: None)

    def grade(
        self,
        submission: Submission,
        exercise: Exercise,
        progress: Callable[[CheckVerdict], None] | None = None,
    ) -> Verdict:
        self.fault(submission)
        return super().grade(submission, exercise, progress)


@pytest.fixture(scope="module")
def opened() -> Iterator[grading.Grader]:
    with grading.Grader.open(ROOT, device="cpu", seed=seeds.PUBLIC_SEED) as grader:
        yield grader


@pytest.fixture
def grader(opened: grading.Grader) -> Faulty:
    grader = Faulty(ROOT, opened.launcher, seed=seeds.PUBLIC_SEED, hidden=True)
    [tape] = [one for one in grader.exercises if one.id == TAPE]
    limits = dataclasses.replace(tape.limits, cpu_seconds=2.0, wall_seconds=60.0)
    tape = dataclasses.replace(tape, limits=limits)
    grader.exercises = (tape,)
    grader.prepare(tape)
    return grader


@pytest.fixture
def book(tmp_path: Path) -> Gradebook:
    return Gradebook(tmp_path / "grades.db")


def hand_in(folder: Path, student: str, text: str = RIGHT) -> Submission:
    path = folder / student / "tape_basics.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Submission(student=student, exercise=TAPE, path=path)


def grade(
    grader: grading.Grader,
    submissions: list[Submission],
    book: Gradebook,
    jobs: int = 2,
    patience: float = classroom.PATIENCE,
) -> dict[str, Verdict]:
    seen: list[Verdict] = []
    classroom.grade_class(
        grader,
        submissions,
        book,
        jobs=jobs,
        on_verdict=seen.append,
        patience=patience,
    )
    assert len(seen) == len(submissions)
    assert not multiprocessing.active_children()
    return {verdict.student: verdict for verdict in seen}


def test_every_submission_gets_its_verdict_and_no_other(
    grader: Faulty, book: Gradebook, tmp_path: Path
) -> None:
    submissions = [
        hand_in(tmp_path, "right"),
        hand_in(tmp_path, "syntax", "def (:\n"),
        hand_in(tmp_path, "exits", "import os\nos._exit(0)\n"),
        Submission(student="absent", exercise=TAPE, path=None, problem="No file."),
    ]
    verdicts = grade(grader, submissions, book, jobs=3)
    earned = {student: verdict.earned for student, verdict in verdicts.items()}
    assert earned == {"right": 3, "syntax": 0, "exits": 0, "absent": 0}
    assert not any(verdict.broken for verdict in verdicts.values())
    assert {one.student: one for one in book.verdicts()} == verdicts


def test_one_who_never_ends_delays_only_his_own(
    grader: Faulty, book: Gradebook, tmp_path: Path
) -> None:
    submissions = [hand_in(tmp_path, "endless", ENDLESS), hand_in(tmp_path, "right")]
    order: list[str] = []
    classroom.grade_class(
        grader,
        submissions,
        book,
        jobs=2,
        on_verdict=lambda verdict: order.append(verdict.student),
    )
    assert order == ["right", "endless"]


def test_nothing_is_graded_twice(
    grader: Faulty, book: Gradebook, tmp_path: Path
) -> None:
    submissions = [hand_in(tmp_path, "a"), hand_in(tmp_path, "b", "x = 1\n")]
    first = grade(grader, submissions, book)

    def never(submission: Submission) -> None:
        raise AssertionError(submission)

    grader.fault = never
    assert grade(grader, submissions, book) == first


def test_what_was_handed_in_anew_is_graded_anew(
    grader: Faulty, book: Gradebook, tmp_path: Path
) -> None:
    good = hand_in(tmp_path, "a")
    assert grade(grader, [good], book)["a"].earned == 3
    hand_in(tmp_path, "a", "x = 1\n")
    assert grade(grader, [good], book)["a"].earned == 0
    hand_in(tmp_path, "a")
    assert grade(grader, [good], book)["a"].earned == 3
    assert [verdict.earned for verdict in book.verdicts()] == [3]


def once(mark: Path, fault: Fault) -> Fault:
    def wrapped(submission: Submission) -> None:
        try:
            mark.touch(exist_ok=False)
        except FileExistsError:
            return
        fault(submission)

    return wrapped


def dies(submission: Submission) -> None:
    if submission.student == "unlucky":
        os.kill(os.getpid(), signal.SIGKILL)


def hangs(submission: Submission) -> None:
    if submission.student == "unlucky":
        time.sleep(1000)


def test_a_worker_that_dies_once_costs_nothing(
    grader: Faulty, book: Gradebook, tmp_path: Path
) -> None:
    grader.fault = once(tmp_path / "mark", dies)
    verdicts = grade(grader, [hand_in(tmp_path, "unlucky")], book)
    assert verdicts["unlucky"].earned == 3


@pytest.mark.parametrize("fault", [dies, hangs])
def test_a_worker_that_fails_again_leaves_it_undecided(
    grader: Faulty, book: Gradebook, tmp_path: Path, fault: Fault
) -> None:
    [tape] = grader.exercises
    limits = dataclasses.replace(tape.limits, wall_seconds=0.2)
    grader.exercises = (dataclasses.replace(tape, limits=limits),)
    submissions = [
        hand_in(tmp_path, "unlucky"),
        hand_in(tmp_path, "syntax", "def (:\n"),
    ]
    grader.fault = fault
    verdicts = grade(grader, submissions, book, patience=0.5)
    assert verdicts["unlucky"].broken
    assert {c.outcome for c in verdicts["unlucky"].checks} == {Outcome.BROKEN}
    assert verdicts["syntax"].rejected
    assert len(book.verdicts()) == 2
    # The next run decides it.
    del grader.fault
    grader.exercises = (tape,)
    assert grade(grader, submissions, book)["unlucky"].earned == 3
    assert not any(verdict.broken for verdict in book.verdicts())


def test_a_launcher_that_died_charges_no_student(
    book: Gradebook, tmp_path: Path
) -> None:
    submissions = [hand_in(tmp_path, name) for name in ("a", "b", "c")]
    with grading.Grader.open(ROOT, device="cpu", seed=seeds.PUBLIC_SEED) as grader:
        grader.exercises = tuple(one for one in grader.exercises if one.id == TAPE)
        grader.prepare(grader.exercises[0])
        os.kill(grader.launcher.pid, signal.SIGKILL)
        verdicts = grade(grader, submissions, book)
    assert all(verdict.broken for verdict in verdicts.values())
    with grading.Grader.open(ROOT, device="cpu", seed=seeds.PUBLIC_SEED) as grader:
        verdicts = grade(grader, submissions, book)
    assert {verdict.earned for verdict in verdicts.values()} == {3}


def test_a_file_name_that_is_no_text_ends_no_class(
    grader: Faulty, book: Gradebook, tmp_path: Path
) -> None:
    path = tmp_path / "tape_basics \udcff.py"
    path.write_text(RIGHT, encoding="utf-8")
    verdicts = grade(grader, [Submission(student="a", exercise=TAPE, path=path)], book)
    assert verdicts["a"].earned == 3
    assert verdicts["a"].file == "tape_basics .py"
