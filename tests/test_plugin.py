"""Plain pytest judges an exercise, and in other projects the plugin does nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from toy import CHECKS, InMemory, kit, right, source, stopped

from grader import catalog, grading
from grader.errors import NotFound
from grader.records import Trouble

pytest_plugins = ["pytester"]

Standing = Callable[[InMemory], None]


@pytest.fixture
def stands_for_the_stub(monkeypatch: pytest.MonkeyPatch) -> Standing:
    """Let a solution of this process stand for the stub, so no runner is started."""

    def lay(student: InMemory) -> None:
        @contextmanager
        def opened(folder: Path) -> Iterator[grading.Standalone]:
            exercise = catalog.exercise(catalog.find_root(folder), str(folder))
            yield grading.Standalone(
                exercise=exercise,
                student=student,
                reference=right(),
                source=source(),
                seed=7,
            )

        monkeypatch.setattr(grading, "open_standalone", opened)

    return lay


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    # The plugin comes as an entry point, as it does for everyone.
    return pytester.runpytest_inprocess("--import-mode=importlib", *arguments)


# --- a plain run over an exercise ---------------------------------------------


def test_a_plain_run_judges_the_visible_checks(
    pytester: pytest.Pytester, stands_for_the_stub: Standing
) -> None:
    kit(pytester.path)
    stands_for_the_stub(right())
    run(pytester, "exercises/toys/double").assert_outcomes(passed=2)


def test_a_message_stands_in_place_of_a_traceback(
    pytester: pytest.Pytester, stands_for_the_stub: Standing
) -> None:
    kit(pytester.path)
    stands_for_the_stub(InMemory(double=lambda x: x))
    result = run(pytester, "exercises/toys/double")
    result.assert_outcomes(failed=1, skipped=1)
    result.stdout.fnmatch_lines(
        ["The value is not what it should be.", "  expected: 6", "  received: 3"]
    )
    result.stdout.no_fnmatch_line("*plugin.py*")
    result.stdout.no_fnmatch_line("*assert_equal*")


def test_an_error_is_shown_with_its_lines(
    pytester: pytest.Pytester, stands_for_the_stub: Standing
) -> None:
    kit(pytester.path)
    stands_for_the_stub(
        stopped(
            Trouble.RAISED, name="ValueError", message="odd", lines=((2, "double"),)
        )
    )
    result = run(pytester, "exercises/toys/double")
    result.stdout.fnmatch_lines(
        [
            "Your code raised `ValueError`.",
            "  error: ValueError: odd",
            "  in double, line 2:",
            "  >    2     return 2 * x",
        ]
    )


@pytest.mark.parametrize(
    "options", ["-v", "-ra", "-q", "--tb=long", "--junitxml=x.xml"]
)
def test_pytest_s_own_options_work(
    pytester: pytest.Pytester, stands_for_the_stub: Standing, options: str
) -> None:
    kit(pytester.path)
    stands_for_the_stub(InMemory(double=lambda x: x))
    result = run(pytester, options, "exercises/toys/double")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(failed=1, skipped=1)


def test_two_exercises_in_one_run_are_kept_apart(
    pytester: pytest.Pytester, stands_for_the_stub: Standing
) -> None:
    kit(pytester.path)
    # Here the check of the same name fails: what builds on it must not run.
    wrong = CHECKS.replace("reference.double(3)", "7")
    kit(pytester.path, wrong, name="toys/other", order=2)
    stands_for_the_stub(right())
    result = run(pytester, "exercises/toys/double", "exercises/toys/other")
    result.assert_outcomes(passed=2, failed=1, skipped=1)


def test_a_run_that_cannot_begin_says_why(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit(pytester.path)

    def refuse(folder: Path) -> None:
        raise NotFound("There is no kit.", remedy="Go where one is.")

    monkeypatch.setattr(grading, "open_standalone", refuse)
    result = run(pytester, "exercises/toys/double")
    result.assert_outcomes(errors=1, skipped=1)
    result.stdout.fnmatch_lines(["*There is no kit. Go where one is.*"])


def test_checks_are_collected_whatever_the_settings_say(
    pytester: pytest.Pytester, stands_for_the_stub: Standing
) -> None:
    kit(pytester.path)
    stands_for_the_stub(right())
    for patterns in ("test_*.py", "test_*.py checks.py"):
        for path in ("exercises/toys/double", "exercises/toys/double/checks.py"):
            result = run(pytester, "-o", f"python_files={patterns}", path)
            result.assert_outcomes(passed=2)


# --- other projects -----------------------------------------------------------

FOREIGN = """
    import sys
    import pytest

    @pytest.fixture
    def student():
        return "ada"

    @pytest.fixture
    def rng():
        raise ValueError("no numbers today")

    def test_student(student):
        assert student == "ada"

    def test_rng(rng):
        pass

    def test_fails():
        assert "left" == "right"

    @pytest.mark.skip(reason="later")
    def test_skipped():
        pass
"""


@pytest.mark.parametrize("name", ["test_foreign", "checks"])
def test_another_project_sees_nothing_of_the_plugin(
    pytester: pytest.Pytester, name: str
) -> None:
    pytester.makepyfile(**{name: FOREIGN})

    def lines(*arguments: str) -> list[str]:
        result = run(pytester, f"{name}.py", *arguments)
        result.assert_outcomes(passed=1, failed=1, errors=1, skipped=1)
        return [
            line
            for line in result.outlines
            if "plugins:" not in line and " in " not in line
        ]

    assert lines() == lines("-p", "no:grader")
    assert "E       AssertionError: assert 'left' == 'right'" in lines()


def test_another_project_s_checks_are_not_collected(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(checks=FOREIGN)
    assert run(pytester).ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_nothing_heavy_is_loaded_for_another_project(
    pytester: pytest.Pytester,
) -> None:
    pytester.makepyfile(
        """
        import sys

        def test_light():
            assert "grader.judge.plugin" in sys.modules
            assert not {"numpy", "tensorflow", "grader.grading"} & set(sys.modules)

        def test_fails():
            assert 0
        def test_still_light():
            assert not {"numpy", "tensorflow", "grader.grading"} & set(sys.modules)
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:hypothesispytest")
    result.assert_outcomes(passed=2, failed=1)


def test_the_marks_are_known(pytester: pytest.Pytester) -> None:
    result = run(pytester, "--markers")
    result.stdout.fnmatch_lines(["*grader_points*", "", "*grader_depends*"])
