"""What students get is all that they need, and holds no solution."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy
from click.testing import CliRunner, Result

from grader.authoring import stubs
from grader.cli import main

CHECKS = '''
from grader.judge.asserts import assert_equal


def test_double(student, reference):
    """Three is doubled."""
    assert_equal(student.double(3), reference.double(3))
'''
HIDDEN = '''
from grader.judge.asserts import assert_equal


def test_secret(student, reference):
    """Nought stays nought."""
    assert_equal(student.double(0), reference.double(0))
'''
CHAFF = '''"""The number is returned as it is.

fails: test_double
hint: What is twice 3?
"""


def double(x):
    return x
'''


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main.cli, ["--root", str(root), *arguments])


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("kit")
    probes = "def double(solution, x):\n    return solution.double(x)\n"
    exercise = toy.kit(
        home,
        CHECKS,
        HIDDEN,
        extra={
            "exercises/toys/README.md": "# Toys\n",
            "exercises/toys/double/README.md": "# Doubling\n",
            "exercises/toys/double/probes.py": probes,
            "solutions/toys/double/chaffs/same.py": CHAFF,
        },
    )
    for path, text in stubs.build(exercise).items():
        path.write_text(text)
    out = home / "for_students"
    done = run(home, "release", str(out))
    assert done.exit_code == 0, done.output
    return out


def test_every_file_that_students_need_is_there(released: Path) -> None:
    files = {str(one.relative_to(released)) for one in released.rglob("*.*")}
    assert files == {
        "exercises/toys/README.md",
        *(
            f"exercises/toys/double/{name}"
            for name in (
                *("README.md", "exercise.toml", "probes.py", "checks.py"),
                *("double.py", "double.ipynb", "answer.key"),
            )
        ),
    }


def test_nothing_in_it_tells_of_hidden_checks(released: Path) -> None:
    for path in released.rglob("*.*"):
        assert b"test_secret" not in path.read_bytes()


def test_a_student_is_checked_and_told_the_misconception(released: Path) -> None:
    stub = released / "exercises/toys/double/double.py"
    stub.write_text("def double(x):\n    return x\n")
    done = run(released, "check")
    assert done.exit_code == 1
    assert "What is twice 3?" in done.output
    stub.write_text("def double(x):\n    return x + x\n")
    assert run(released, "check").exit_code == 0


def test_a_folder_that_exists_is_left_alone(released: Path) -> None:
    done = run(released, "release", str(released))
    assert "exists" in str(done.exception)
