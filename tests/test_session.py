"""One pytest run over an exercise's checks gives a verdict for each of them."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from toy import CHECKS, HIDDEN, InMemory, kit, right, source, stopped

from grader.errors import BadExercise, Broken
from grader.judge import session
from grader.records import (
    CheckVerdict,
    Exercise,
    Feedback,
    Observation,
    Outcome,
    Place,
    Position,
    Problem,
    Solution,
    Source,
    Trouble,
)

ONE = '''
from grader.judge.asserts import *
def test_one(student, reference, source, rng):
    """One thing holds."""
    {line}
'''
P, F, S = Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED


def run(
    exercise: Exercise, student: Solution, **options: Any
) -> tuple[CheckVerdict, ...]:
    options = {"reference": right(), "source": source(), "seed": 7} | options
    return session.run(exercise, student=student, **options)


def outcomes(checks: tuple[CheckVerdict, ...]) -> dict[str, Outcome]:
    return {check.name: check.outcome for check in checks}


def one(root: Path, student: Solution, line: str, **options: Any) -> CheckVerdict:
    """The verdict of a check of one line."""
    [check] = run(kit(root, ONE.format(line=line), ""), student, **options)
    return check


def feedback(check: CheckVerdict) -> Feedback:
    assert check.feedback is not None
    return check.feedback


# --- outcomes and points ------------------------------------------------------


def test_a_right_solution_passes_and_earns_all(tmp_path: Path) -> None:
    checks = run(kit(tmp_path), right())
    assert outcomes(checks) == {"test_double": P, "test_twice": P, "test_zero": P}
    assert [check.earned for check in checks] == [2.0, 1.0, 0.5]
    assert [check.hidden for check in checks] == [False, False, True]
    assert all(check.feedback is None and check.trouble is None for check in checks)


def test_a_wrong_answer_fails_and_says_what_was_expected(tmp_path: Path) -> None:
    checks = run(kit(tmp_path), InMemory(double=lambda x: x))
    assert outcomes(checks) == {"test_double": F, "test_twice": S, "test_zero": P}
    assert [check.earned for check in checks] == [0.0, 0.0, 0.5]
    said = feedback(checks[0])
    assert (said.expected, said.received) == ("6", "3")


def test_a_skipped_check_names_what_has_to_pass_by_its_title(tmp_path: Path) -> None:
    checks = run(kit(tmp_path), InMemory(double=lambda x: x))
    message = feedback(checks[1]).message
    assert message == "Not judged: “Three is doubled” has to pass first."


def test_hidden_checks_run_only_where_wanted(tmp_path: Path) -> None:
    exercise = kit(tmp_path)
    assert "test_zero" not in outcomes(run(exercise, right(), hidden=False))
    declared = session.declared(exercise, hidden=True)
    assert {check.outcome for check in declared} == {Outcome.NOT_RUN}
    assert [check.title for check in declared][2] == "Nought stays nought."


def test_output_and_time_of_all_observations_are_summed(tmp_path: Path) -> None:
    check = run(kit(tmp_path), right())[1]
    assert (check.output, check.cpu_seconds) == ("hello\nhello\n", 1.0)
    assert check.peak_mb == 20.0
    assert 0 < check.wall_seconds < 5


def test_each_check_starts_on_a_clean_slate_of_its_own(tmp_path: Path) -> None:
    student, reference = right(), right()
    exercise = kit(tmp_path)
    run(exercise, student, reference=reference)
    assert [call[:2] for call in student.begun] == [
        ("test_double", False),
        ("test_twice", False),
        ("test_zero", True),
    ]
    seeds = [call[2] for call in student.begun]
    assert len(set(seeds)) == 3
    assert all(0 <= seed < 1 << 31 for seed in seeds)
    assert reference.begun == student.begun
    again = right()
    run(exercise, again)
    assert again.begun == student.begun


def test_random_inputs_belong_to_seed_and_check(tmp_path: Path) -> None:
    drawn: list[float] = []

    def keep(x: float) -> float:
        drawn.append(x)
        return x

    for seed in (7, 7, 8):
        one(tmp_path, InMemory(keep=keep), "student.keep(rng.random())", seed=seed)
    assert drawn[0] == drawn[1] != drawn[2]


def test_probes_run_in_the_place_that_the_check_says(tmp_path: Path) -> None:
    student = right()
    line = "student.double(1), student.another_process.double(1)"
    one(tmp_path, student, f"{line}, student.without_code.double(1)")
    assert student.places == [Place.HERE, Place.ANOTHER, Place.CODELESS]


def test_the_device_sets_the_tolerance(tmp_path: Path) -> None:
    student = InMemory(double=lambda x: np.float32([1.001]))
    line = "assert_close(student.double(1), np.float32([1]))"
    for device, outcome in (("cpu", F), ("gpu", P), ("cpu", F)):
        assert one(tmp_path, student, line, device=device).outcome is outcome


def test_progress_hears_of_each_check_as_it_is_judged(tmp_path: Path) -> None:
    heard: list[CheckVerdict] = []
    checks = run(kit(tmp_path), right(), progress=heard.append)
    assert heard == list(checks)


def test_what_progress_prints_is_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(kit(tmp_path), right(), progress=lambda check: print(check.name))
    assert capsys.readouterr().out.split() == ["test_double", "test_twice", "test_zero"]


def test_a_check_that_pytest_knows_by_another_name_stays_not_run(
    tmp_path: Path,
) -> None:
    odd = CHECKS + "test_double.__test__ = False\n"
    checks = run(kit(tmp_path, odd), right())
    assert checks[0].outcome is Outcome.NOT_RUN
    assert checks[0].earned == 0
    assert checks[2].outcome is P


# --- troubles in words --------------------------------------------------------


@pytest.mark.parametrize("trouble", list(Trouble))
def test_each_trouble_has_its_outcome_and_a_sentence(
    tmp_path: Path, trouble: Trouble
) -> None:
    check = run(kit(tmp_path), stopped(trouble, name="Odd", message="so it is"))[0]
    assert (check.outcome, check.trouble) == (trouble.outcome, trouble)
    assert feedback(check).message.endswith((".", "?"))
    assert "{" not in feedback(check).message
    assert check.output == "before"
    assert check.earned == 0


TEXT = """import tensorflow as tf


def double(x):
    y = x + x
    return y.nothing


def other():
    pass
"""


def test_an_error_is_shown_with_the_lines_around_it(tmp_path: Path) -> None:
    student = stopped(
        Trouble.RAISED,
        name="AttributeError",
        message="no nothing",
        lines=((6, "double"),),
    )
    said = feedback(run(kit(tmp_path), student, source=source(TEXT))[0])
    assert said.message == "Your code raised `AttributeError`."
    assert said.error == "AttributeError: no nothing"
    [frame] = said.frames
    assert (frame.position, frame.function) == (Position(6), "double")
    assert frame.excerpt == (
        (4, "def double(x):"),
        (5, "    y = x + x"),
        (6, "    return y.nothing"),
        (7, ""),
        (8, ""),
    )


def test_a_notebook_is_shown_by_its_own_cells(tmp_path: Path) -> None:
    text = "a = 1\nb = 2\nc = d\n"
    cells = (Position(1, 2), Position(1, 4), Position(2, 4), Position(3, 4))
    book = Source(name="double.ipynb", text=text, positions=cells)
    student = stopped(Trouble.NOT_LOADED, name="NameError", lines=((3, "<module>"),))
    [frame] = feedback(run(kit(tmp_path), student, source=book)[0]).frames
    assert frame.position == Position(2, 4)
    assert frame.excerpt == ((1, "b = 2"), (2, "c = d"), (3, ""))


def test_a_line_that_is_not_in_the_file_is_no_fault(tmp_path: Path) -> None:
    student = stopped(Trouble.RAISED, name="E", lines=((10**9, "x"), (1, "\x1b[31m")))
    long = source("x = 1 #" + "a" * 100_000)
    frames = feedback(run(kit(tmp_path), student, source=long)[0]).frames
    assert frames[0].excerpt == ()
    assert len(frames[1].excerpt[0][1]) <= 200


LETTERS = [chr(0x4E00 + number) for number in range(100)] * 10
SPREAD = "".join(letter + "a" for letter in LETTERS)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("double", "def double(): 0\n" * 15_000 + "del double\n"),
        (SPREAD, f"class {''.join(LETTERS)}: 0\n" * 50),
    ],
    ids=["defined and deleted", "long names that are hard to compare"],
)
def test_what_is_missing_is_looked_for_in_no_time(
    tmp_path: Path, name: str, text: str
) -> None:
    student = stopped(Trouble.MISSING, message=name)
    exercise = kit(tmp_path)
    began = time.process_time()
    check = run(exercise, student, source=source(text))[0]
    assert "is not defined in your file" in feedback(check).message
    assert time.process_time() - began < 2.0


def test_what_a_failing_call_was_given_is_not_written_out(tmp_path: Path) -> None:
    """pytest shows the arguments of a call, and of this one there are millions."""
    large = np.zeros((6,) * 8, np.float32)
    problem = Observation(problem=Problem(trouble=Trouble.RAISED))
    student = InMemory(double=lambda x: large if isinstance(x, int) else problem)
    began = time.process_time()
    check = one(tmp_path, student, "student.double(student.double(1))")
    assert check.outcome is Outcome.ERRORED
    assert time.process_time() - began < 2.0


LOOPS = source(
    """
def double(x):
    return helper(x)


def helper(x):
    for i in range(9):
        while True:
            x = x + i
            x = x - i


def rest(x):
    return rest(x)
""".lstrip()
)


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        pytest.param(((2, "double"), (7, "helper")), 6, id="inner loop"),
        pytest.param(((2, "double"), (9, "helper")), 6, id="elsewhere in it"),
        pytest.param(((2, "double"), (13, "rest"), (13, "rest")), 2, id="no loop"),
        pytest.param((), None, id="no line is known"),
    ],
)
@pytest.mark.parametrize("trouble", [Trouble.CPU_LIMIT, Trouble.WALL_LIMIT])
def test_where_time_ran_out_is_the_same_each_time(
    tmp_path: Path,
    trouble: Trouble,
    lines: tuple[tuple[int, str], ...],
    shown: int | None,
) -> None:
    """The loop is shown: which of its lines it was that time is chance."""
    student = stopped(trouble, message="more than 1 s", lines=lines)
    said = feedback(run(kit(tmp_path), student, source=LOOPS)[0])
    assert [frame.position.line for frame in said.frames] == ([shown] if shown else [])
    assert said.error == ""


def test_a_crash_is_explained(tmp_path: Path) -> None:
    said = feedback(run(kit(tmp_path), stopped(Trouble.CRASH, message="SIGSEGV"))[0])
    assert said.message.endswith("Does a function call itself without end?")
    assert said.error == "SIGSEGV"
    other = feedback(run(kit(tmp_path), stopped(Trouble.CRASH, message="SIGSYS"))[0])
    assert other.message == "The Python interpreter crashed while it ran your code."


def test_an_open_task_is_named(tmp_path: Path) -> None:
    student = stopped(
        Trouble.UNFILLED, name="NotImplementedError", lines=((4, "double"),)
    )
    message = feedback(run(kit(tmp_path), student)[0]).message
    assert message == "`double` is still open: it raises `NotImplementedError`."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def Duble(x):\n    return x\n", "Should `Duble` have this name?"),
        ("class A:\n    def double(x):\n        pass\n", "Line 2 defines it within"),
        ("x = 1\n", "`double` is not defined in your file."),
        ("s = '\\d'\n", "`double` is not defined in your file."),
        ("no Python at all", "`double` is not defined in your file."),
    ],
)
def test_a_missing_task_is_named_with_what_comes_near(
    tmp_path: Path, text: str, said: str
) -> None:
    student = stopped(Trouble.MISSING, name="MissingTask", message="double")
    message = feedback(run(kit(tmp_path), student, source=source(text))[0]).message
    assert message.startswith("`double` is not defined in your file.")
    assert said in message


def test_an_answer_that_is_no_plain_data_is_named_with_its_place(
    tmp_path: Path,
) -> None:
    student = stopped(Trouble.NOT_PLAIN, name="Dense", message="at [2] of the answer")
    said = feedback(run(kit(tmp_path), student)[0])
    assert "`Dense` (at [2] of the answer)" in said.message
    assert said.error == ""


def test_our_own_fault_is_broken_and_told_to_teachers_alone(tmp_path: Path) -> None:
    check = run(kit(tmp_path), stopped(Trouble.BROKEN, message="fork failed"))[0]
    assert check.outcome is Outcome.BROKEN
    assert "fork" not in feedback(check).message
    assert feedback(check).teacher_note == "fork failed"


# --- what a check itself may raise --------------------------------------------


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (None, "student.double(1) + 1"),
        ([], "student.double(1)[0]"),
        ({}, "student.double(1)['loss']"),
        (np.ones(2), "assert_that(student.double(1) == 2, 'It differs.')"),
        (3.0, "student.double(1).shape"),
        (0, "1 / student.double(1)"),
        ([], "next(iter(student.double(1)))"),
    ],
)
def test_a_value_that_the_check_cannot_use_is_a_failure(
    tmp_path: Path, answer: Any, line: str
) -> None:
    check = one(tmp_path, InMemory(double=lambda x: answer), line)
    assert check.outcome is F
    assert "another form" in feedback(check).message
    assert "The check raised" in feedback(check).teacher_note
    assert feedback(check).received


def test_a_plain_assert_is_a_failure_too(tmp_path: Path) -> None:
    check = one(tmp_path, right(), "assert student.double(1) == 3, 'Not three.'")
    assert (check.outcome, feedback(check).message) == (F, "Not three.")


@pytest.mark.parametrize(
    "line",
    ["1 / 0", "raise OSError('disk')", "raise MemoryError", "raise SystemExit(0)"],
)
def test_a_check_that_fails_before_it_asked_is_our_fault(
    tmp_path: Path, line: str
) -> None:
    check = one(tmp_path, right(), line)
    assert (check.outcome, check.earned) == (Outcome.BROKEN, 0)
    assert feedback(check).teacher_note


def refusing(trouble: Trouble) -> InMemory:
    problem = Problem(trouble=trouble, type="ValueError", message="secret")
    return InMemory(double=lambda x: Observation(problem=problem))


def test_an_answer_that_the_reference_refuses_is_a_failure(tmp_path: Path) -> None:
    line = "reference.double(student.double(1))"
    check = one(tmp_path, right(), line, reference=refusing(Trouble.RAISED))
    assert check.outcome is F
    assert "secret" not in feedback(check).message
    assert "secret" in feedback(check).teacher_note
    assert not feedback(check).frames


@pytest.mark.parametrize("trouble", [Trouble.WALL_LIMIT, Trouble.BROKEN, Trouble.CRASH])
def test_a_reference_that_ends_is_our_fault(tmp_path: Path, trouble: Trouble) -> None:
    line = "reference.double(student.double(1))"
    check = one(tmp_path, right(), line, reference=refusing(trouble))
    assert check.outcome is Outcome.BROKEN


def test_a_check_file_that_cannot_be_loaded_is_the_exercise_s_fault(
    tmp_path: Path,
) -> None:
    with pytest.raises(BadExercise, match="no_such_module"):
        run(kit(tmp_path, "import no_such_module\n" + CHECKS), right())


def test_what_progress_raises_is_not_lost(tmp_path: Path) -> None:
    def fall(check: CheckVerdict) -> None:
        raise BrokenPipeError("gone")

    with pytest.raises(Broken, match="gone"):
        run(kit(tmp_path), right(), progress=fall)


def test_an_interrupt_ends_the_session(tmp_path: Path) -> None:
    def interrupt(x: int) -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(kit(tmp_path), InMemory(double=interrupt))


# --- where it runs ------------------------------------------------------------


def test_two_kits_with_the_same_names_are_kept_apart(tmp_path: Path) -> None:
    wrong = CHECKS.replace("student.double(3)", "student.double(4)")
    first, second = kit(tmp_path / "a"), kit(tmp_path / "b", wrong)
    assert run(first, right())[0].outcome is P
    assert run(second, right())[0].outcome is F


def test_a_check_that_was_edited_is_read_again(tmp_path: Path) -> None:
    assert one(tmp_path, right(), "assert student.double(1) == 2").outcome is P
    assert one(tmp_path, right(), "assert student.double(1) == 20").outcome is F
    assert not [name for name in sys.modules if name.startswith("exercises")]


def test_variables_for_pytest_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "-x -k nothing")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    checks = run(kit(tmp_path), InMemory(double=lambda x: 0))
    assert outcomes(checks) == {"test_double": F, "test_twice": S, "test_zero": P}
    assert os.environ["PYTEST_ADDOPTS"] == "-x -k nothing"


@pytest.mark.parametrize("folder", ["[2024] a::b", "mit Umlaut ä", ".hidden"])
def test_a_kit_may_lie_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    exercise = kit(tmp_path / folder, name="build/dist")
    assert set(outcomes(run(exercise, right())).values()) == {P}


def test_settings_and_conftest_around_the_kit_are_not_read(tmp_path: Path) -> None:
    extra = {
        "pyproject.toml": "[tool.pytest.ini_options]\naddopts = ['--no-such-option']\n",
        "conftest.py": "raise RuntimeError",
        "exercises/toys/double/conftest.py": "raise RuntimeError",
    }
    assert set(outcomes(run(kit(tmp_path, extra=extra), right())).values()) == {P}


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(kit(tmp_path), stopped(Trouble.RAISED, name="ValueError"))
    assert capfd.readouterr() == ("", "")


def test_a_session_is_short(tmp_path: Path) -> None:
    exercise = kit(tmp_path)
    run(exercise, right())
    began = time.process_time()
    for _ in range(5):
        run(exercise, right())
    assert time.process_time() - began < 5 * 0.3


def test_the_judge_loads_no_tensorflow(tmp_path: Path) -> None:
    kit(tmp_path)
    program = (
        "import sys; from pathlib import Path; import toy\n"
        "from grader.judge import session\n"
        "from grader import catalog\n"
        f"exercise = catalog.exercise(Path({str(tmp_path)!r}), {'toys/double'!r})\n"
        "session.run(exercise, student=toy.right(), reference=toy.right(),\n"
        "            source=toy.source(), seed=1)\n"
        "assert 'numpy' in sys.modules\n"
        "assert not {'tensorflow', 'keras'} & set(sys.modules)\n"
    )
    here = Path(__file__).parent
    subprocess.run([sys.executable, "-c", program], cwd=here, check=True, timeout=60)


def test_verdicts_are_the_same_each_time(tmp_path: Path) -> None:
    def timeless() -> list[CheckVerdict]:
        checks = run(kit(tmp_path, CHECKS, HIDDEN), InMemory(double=lambda x: x))
        return [dataclasses.replace(check, wall_seconds=0.0) for check in checks]

    assert timeless() == timeless()


def test_the_working_folder_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = kit(tmp_path / "kit")
    monkeypatch.chdir(tmp_path)
    session.run(exercise, student=right(), reference=right(), source=source(), seed=1)
    assert Path.cwd() == tmp_path
