"""From a file to a verdict, with the real launcher, runner, judge and exercises."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader import grading, seeds
from grader.records import Exercise, Outcome, Submission, Trouble, Verdict

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "docs" / "demo" / "class"
TAPE = "gradients/tape_basics"

RIGHT = """
import tensorflow as tf

def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)

def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        a = f(v)
        b = g(a)
    return tape.gradient(a, v), tape.gradient(b, v)

def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    zero = tf.UnconnectedGradients.ZERO
    return tape.gradient(y, xs, unconnected_gradients=zero)
"""


@pytest.fixture(scope="module")
def grader() -> Iterator[grading.Grader]:
    with grading.Grader.open(ROOT, device="cpu", seed=seeds.PUBLIC_SEED) as opened:
        yield opened


@pytest.fixture(scope="module")
def tape(grader: grading.Grader) -> Exercise:
    """The exercise with tight limits, so that what never ends ends soon."""
    [found] = [one for one in grader.exercises if one.id == TAPE]
    grader.prepare(found)
    return limited(found, cpu_seconds=2.0, wall_seconds=30.0)


def limited(exercise: Exercise, **limits: float) -> Exercise:
    changed = dataclasses.replace(exercise.limits, **limits)  # type: ignore[arg-type]
    return dataclasses.replace(exercise, limits=changed)


def grade(
    grader: grading.Grader,
    exercise: Exercise,
    folder: Path,
    text: str | bytes,
    name: str = "tape_basics.py",
) -> Verdict:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    submission = Submission(student="ada", exercise=exercise.id, path=path)
    return grader.grade(submission, exercise)


def troubles(verdict: Verdict) -> set[Trouble | None]:
    return {
        check.trouble
        for check in verdict.checks
        if check.outcome is not Outcome.SKIPPED
    }


def test_a_right_solution_earns_every_point(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    verdict = grade(grader, tape, tmp_path, RIGHT)
    assert {check.outcome for check in verdict.checks} == {Outcome.PASSED}
    assert verdict.earned == verdict.possible == 3
    assert not verdict.broken


def test_the_same_submission_gets_the_same_verdict(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    wrong = RIGHT.replace("        tape.watch(x)\n", "")

    def timeless(verdict: Verdict) -> Verdict:
        checks = tuple(
            dataclasses.replace(check, cpu_seconds=0, wall_seconds=0, peak_mb=0)
            for check in verdict.checks
        )
        return dataclasses.replace(verdict, checks=checks, wall_seconds=0, created="")

    first, second = (grade(grader, tape, tmp_path, wrong) for _ in range(2))
    assert timeless(first) == timeless(second)


def test_a_misconception_is_recognised_by_its_behaviour(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    unwatched = RIGHT.replace("        tape.watch(x)\n", "")
    verdict = grade(grader, tape, tmp_path, unwatched)
    assert 0 < verdict.earned < verdict.possible
    diagnoses = [check.diagnosis for check in verdict.checks if check.diagnosis]
    assert diagnoses
    assert all("watch" in one.misconception + one.hint for one in diagnoses)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("def grad_at(f, x:\n    pass\n", "line 1", id="syntax error"),
        pytest.param("# café\nx = 'é'\n".encode("utf-16"), "UTF-8", id="utf-16"),
        pytest.param(b"x = 1\0\n", "NUL", id="NUL byte"),
        pytest.param(b"", "empty", id="empty file"),
        pytest.param("(" * 5000, "", id="parser bomb"),
        pytest.param("-" * 100_000 + "1", "", id="deep expression"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_reason(
    grader: grading.Grader,
    tape: Exercise,
    tmp_path: Path,
    text: str | bytes,
    said: str,
) -> None:
    verdict = grade(grader, tape, tmp_path, text)
    assert said in verdict.rejected
    assert verdict.rejected
    assert verdict.earned == 0
    assert not verdict.broken


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        pytest.param("import tensorflow as tf\n", Trouble.MISSING, id="no function"),
        pytest.param("import pandas_of_mine\n", Trouble.NOT_LOADED, id="no package"),
        pytest.param("import sys\nsys.exit()\n", Trouble.NOT_LOADED, id="sys.exit"),
        pytest.param("import os\nos._exit(0)\n", Trouble.EARLY_EXIT, id="os._exit"),
        pytest.param("while True: pass\n", Trouble.CPU_LIMIT, id="endless import"),
        pytest.param("import ctypes\nctypes.string_at(0)\n", Trouble.CRASH, id="crash"),
    ],
)
def test_a_module_that_goes_wrong_gets_a_verdict(
    grader: grading.Grader,
    tape: Exercise,
    tmp_path: Path,
    text: str,
    trouble: Trouble,
) -> None:
    verdict = grade(grader, tape, tmp_path, text)
    assert troubles(verdict) == {trouble}
    assert verdict.earned == 0
    assert not verdict.broken


def test_a_module_that_sleeps_is_ended_by_the_wall_clock(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    short = limited(tape, wall_seconds=2.0)
    verdict = grade(grader, short, tmp_path, "import time\ntime.sleep(1000)\n")
    assert troubles(verdict) == {Trouble.WALL_LIMIT}
    assert not verdict.broken


def function(body: str) -> str:
    """The right solution, but for `grad_at`."""
    start, end = RIGHT.index("def grad_at"), RIGHT.index("def two_grads")
    return f"{RIGHT[:start]}def grad_at(f, x):\n    {body}\n\n{RIGHT[end:]}"


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        pytest.param("return lambda: 0", Trouble.NOT_PLAIN, id="lambda"),
        pytest.param("yield 1", Trouble.NOT_PLAIN, id="generator"),
        pytest.param("raise ValueError('no')", Trouble.RAISED, id="raise"),
        pytest.param(
            "raise NotImplementedError('your turn')", Trouble.UNFILLED, id="unfilled"
        ),
        pytest.param("return float('nan')", None, id="nan"),
        pytest.param("return None", None, id="none"),
        pytest.param("import os; os._exit(0)", Trouble.EARLY_EXIT, id="exit"),
    ],
)
def test_a_fault_in_one_function_costs_only_its_own_checks(
    grader: grading.Grader,
    tape: Exercise,
    tmp_path: Path,
    body: str,
    trouble: Trouble | None,
) -> None:
    verdict = grade(grader, tape, tmp_path, function(body))
    lost = [check for check in verdict.checks if check.outcome is not Outcome.PASSED]
    assert lost
    assert 0 < verdict.earned < verdict.possible
    assert trouble in {check.trouble for check in lost}
    assert all(check.feedback or check.outcome is Outcome.SKIPPED for check in lost)


def test_an_endless_loop_in_a_call_costs_only_its_own_checks(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    verdict = grade(grader, tape, tmp_path, function("while True: pass"))
    assert Outcome.TIMED_OUT in {check.outcome for check in verdict.checks}
    assert verdict.earned > 0


def test_a_flood_of_output_is_bounded(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    flood = function("for _ in range(100): print('x' * 1_000_000)")
    verdict = grade(grader, tape, tmp_path, flood)
    assert verdict.earned > 0
    kept = tape.limits.output_kb * 1024
    assert all(len(check.output) <= kept + 1000 for check in verdict.checks)


def test_an_unchanged_stub_is_told_apart_from_a_wrong_try(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    verdict = grade(grader, tape, tmp_path, tape.stub.read_text())
    assert any("unchanged" in note for note in verdict.notes)
    assert troubles(verdict) == {Trouble.UNFILLED}


def test_a_file_name_with_spaces_and_letters_of_any_kind(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    name = "Lösung von Ōta (2).py"
    verdict = grade(grader, tape, tmp_path, RIGHT, name)
    assert verdict.file == name
    assert verdict.earned == verdict.possible


@pytest.mark.parametrize("path", sorted((DEMO / "ada").iterdir()), ids=lambda p: p.stem)
def test_the_best_student_of_the_demo_class_is_right(
    grader: grading.Grader, path: Path
) -> None:
    [exercise] = [one for one in grader.exercises if one.name == path.stem]
    submission = Submission(student="ada", exercise=exercise.id, path=path)
    verdict = grader.grade(submission, exercise)
    assert [check for check in verdict.checks if check.outcome != Outcome.PASSED] == []


def test_a_notebook_is_graded_as_its_module(grader: grading.Grader) -> None:
    path = DEMO / "bela" / "lazy_dense.ipynb"
    [layer] = [one for one in grader.exercises if one.id == "layers/lazy_dense"]
    submission = Submission(student="bela", exercise=layer.id, path=path)
    verdict = grader.grade(submission, layer)
    assert verdict.earned == verdict.possible
    assert any("%matplotlib" in note for note in verdict.notes)


def test_the_judge_loads_no_tensorflow() -> None:
    import sys

    assert "grader.judge.session" in sys.modules
    assert not {"tensorflow", "keras"} & set(sys.modules)


def test_a_students_kit_needs_no_solutions(
    grader: grading.Grader, tape: Exercise, tmp_path: Path
) -> None:
    import shutil

    shutil.copytree(tape.folder, tmp_path / "exercises" / TAPE)
    key = tmp_path / "exercises" / TAPE / grading.PUBLIC_KEY
    key.write_bytes(grader.public_key(tape))
    home = tmp_path / "home"
    home.mkdir()
    kit = grading.Grader(
        tmp_path, grader.launcher, seed=seeds.PUBLIC_SEED, hidden=False
    )
    [exercise] = kit.exercises
    unwatched = RIGHT.replace("        tape.watch(x)\n", "")
    verdict = grade(kit, exercise, home, unwatched)
    assert not any(check.hidden for check in verdict.checks)
    assert any(check.diagnosis for check in verdict.checks)
    assert grade(kit, exercise, home, RIGHT).earned == verdict.possible
