"""An exercise's own files are run, and each broken promise is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import toy
from click.testing import CliRunner

from grader import grading, seeds
from grader.authoring import stubs, trials
from grader.authoring.trials import Trial
from grader.cli import main
from grader.runner.client import Launcher

PROBES = '''
def double(solution, x):
    """Twice `x`."""
    return solution.double(x)
'''
RIGHT = {
    "probes": PROBES,
    "wheats/shift": '"""By a shift."""\n\n\ndef double(x):\n    return x << 1\n',
}
SAME = '''"""The number is returned as it is.

fails: test_double
hint: What is twice 3?
"""


def double(x):
    return x
'''
MORE = '''"""One is added to what is right.

fails: test_double, test_zero
hint: What is twice 0?
"""


def double(x):
    return 2 * x + 1
'''


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher.start(device="cpu") as warm:
        yield warm


@pytest.fixture
def tried(launcher: Launcher, tmp_path: Path):
    """Run the toy exercise with some files of its own; return its trials."""

    def run(jobs: int = 2, count: int = 1, **files: str) -> list[Trial]:
        exercise = toy.kit(tmp_path, extra=paths(files))
        for path, text in stubs.build(exercise).items():
            path.write_text(text)
        grader = grading.Grader(tmp_path, launcher, seed=1, hidden=True)
        some = [seeds.PUBLIC_SEED + index for index in range(count)]
        return list(trials.run(grader, [exercise], some, jobs=jobs))

    return run


def paths(files: dict[str, str]) -> dict[str, str]:
    files = {**RIGHT, **{name.replace("__", "/"): text for name, text in files.items()}}
    return {
        "exercises/toys/double/README.md": "# Doubling\n",
        **{
            f"exercises/toys/double/{name}.py": files.pop(name)
            for name in ("probes", "checks")
            if name in files
        },
        **{f"solutions/toys/double/{name}.py": text for name, text in files.items()},
    }


def said(done: list[Trial]) -> list[str]:
    return [
        f"{finding.subject.partition(',')[0]} {finding.problem}"
        for trial in done
        for finding in trial.findings
    ]


def test_all_is_well(tried) -> None:
    done = tried(chaffs__same=SAME, chaffs__more=MORE)
    assert said(done) == []
    assert [(one.kind, one.name, one.earned, one.failed) for one in done] == [
        ("reference", "reference.py", 3.5, ()),
        ("stub", "double.py", 0.0, ("test_double", "test_zero")),
        ("wheat", "shift.py", 3.5, ()),
        ("chaff", "more.py", 0.0, ("test_double", "test_zero")),
        ("chaff", "same.py", 0.5, ("test_double",)),
    ]
    assert [one.recognised for one in done[3:]] == [("more",), ("same",)]


def test_jobs_change_nothing_but_times(tried) -> None:
    def facts(done: list[Trial]) -> list[object]:
        return [(one.name, one.seed, one.failed, one.findings) for one in done]

    one = tried(jobs=1, count=2, chaffs__same=SAME, chaffs__more=SAME)
    assert facts(one) == facts(
        tried(jobs=3, count=2, chaffs__same=SAME, chaffs__more=SAME)
    )
    assert [trial.seed for trial in one[:4]] == [2020, 2021, 2020, 2021]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"wheats__shift": "def double(x):\n    return x << 2\n"},
            "wheat shift.py does not pass `test_double`: ",
        ),
        (
            {"chaffs__same": SAME.replace("test_double", "test_twice")},
            "chaff same.py fails `test_double`; promised: `test_twice`",
        ),
        (
            {"chaffs__same": SAME, "chaffs__twin": SAME.replace("The", "Our")},
            "chaff twin.py does just what the chaff `same` does",
        ),
        (
            {"chaffs__same": SAME, "chaffs__twin": SAME.replace("The", "Our")},
            "chaff same.py is not recognised as itself",
        ),
        (
            {"wheats__odd": "def double(x:\n"},
            "wheat odd.py ",
        ),
    ],
)
def test_what_does_not_hold_is_found(
    tried, files: dict[str, str], expected: str
) -> None:
    found = said(tried(**files))
    assert any(one.startswith(expected) for one in found), found


def test_what_differs_from_run_to_run_is_found(tried) -> None:
    lucky = "import os\n\n\ndef double(x):\n    return os.urandom(8).hex()\n"
    checks = 'def test_any(student):\n    """It answers."""\n    student.double(3)\n'
    found = said(tried(checks=checks, hidden_checks="", wheats__lucky=lucky))
    assert found == ["wheat lucky.py `test_any` sees something else when run again"]


def test_a_reference_that_fails_is_all_that_is_told(tried) -> None:
    done = tried(reference="def double(x):\n    return x\n", chaffs__same=SAME)
    assert [one.kind for one in done] == ["reference"]
    [finding] = done[0].findings
    assert "does not pass its own check `test_twice`" in finding.problem


def test_an_error_in_a_check_is_told_to_its_author(tried) -> None:
    checks = 'def test_any(student):\n    """It answers."""\n    nobody\n'
    [trial] = tried(checks=checks, hidden_checks="")
    [finding] = trial.findings
    assert "(broken): NameError: name 'nobody' is not defined" in finding.problem


def test_the_command_cuts_no_name_and_says_what_is_wrong(tmp_path: Path) -> None:
    name = "a_right_solution_of_great_length"
    files = {
        f"wheats/{name}": RIGHT["wheats/shift"],
        "chaffs/same": SAME.replace("test_double", "test_zero"),
    }
    exercise = toy.kit(tmp_path, extra=paths(files))
    for path, text in stubs.build(exercise).items():
        path.write_text(text)
    done = CliRunner().invoke(main.cli, ["--root", str(tmp_path), "vet", "--jobs", "2"])
    assert done.exit_code == 1
    heading, *rows = done.output.splitlines()
    assert heading == "toys/double"
    assert any(row.startswith(f"✓ wheat     {name}.py") for row in rows)
    assert any(row.startswith("✗ chaff     same.py") for row in rows)
    assert "fails `test_double`; promised: `test_zero`. Correct `fails:`." in rows[-1]
