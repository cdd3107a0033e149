"""What is wrong with an exercise's files is found, without running any."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader import catalog
from grader.authoring import new, vet

ID = "layers/linear"
HERE, THERE = f"exercises/{ID}", f"solutions/{ID}"


def said(root: Path) -> list[str]:
    found = vet.inspect(catalog.exercise(root, ID))
    assert {one.exercise for one in found} <= {ID}
    return [f"{one.subject}: {one.problem}" for one in found]


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    new.create(tmp_path, ID)
    assert said(tmp_path) == []
    return tmp_path


@pytest.mark.parametrize(
    ("path", "old", "changed", "expected"),
    [
        (f"{HERE}/README.md", None, "\n", "README.md: there is no statement"),
        (
            f"{HERE}/probes.py",
            '    """What the function returns for `x`."""\n',
            "",
            "probes.py: `lengths` has no docstring",
        ),
        (
            f"{HERE}/probes.py",
            "def lengths(",
            "def seen(",
            "probes.py: `student.seen` is something else than the probe",
        ),
        (
            f"{THERE}/wheats/norm.py",
            '"""The norm is TensorFlow\'s own."""',
            "",
            "wheats/norm.py: it has no docstring",
        ),
        (
            f"{THERE}/wheats/norm.py",
            "The norm is TensorFlow's own.",
            "Keras's own operations, on any backend.",
            "wheats/norm.py: it says the same as `keras_ops.py`",
        ),
        (
            f"{THERE}/wheats/norm.py",
            None,
            "def f(:",
            "wheats/norm.py: it is not Python",
        ),
        (
            f"{THERE}/chaffs/columns.py",
            "test_other_shapes",
            "test_of_yore",
            "test_of_yore: a chaff promises to fail it, and it is no check",
        ),
        (
            f"{THERE}/reference.py",
            "Return the length of each row.",
            "Return lengths.",
            "linear.py: not in step with the reference",
        ),
        (
            f"{THERE}/reference.py",
            "def linear(",
            "def other(",
            "reference.py: ",
        ),
        (
            f"{HERE}/README.md",
            "Say where one meets this in practice.",
            "squares = tf.square(x)\nreturn tf.sqrt(tf.reduce_sum(squares, axis=1))",
            "README.md: it has lines of the reference: `squares = tf.square(x)`",
        ),
        (
            f"{HERE}/README.md",
            "Gradients",
            "What `test_double` does",
            "README.md: it names the hidden `test_double`",
        ),
    ],
)
def test_a_file_that_is_not_as_it_should_be(
    kit: Path, path: str, old: str | None, changed: str, expected: str
) -> None:
    file = kit / path
    text = file.read_text()
    assert old is None or old in text
    file.write_text(changed if old is None else text.replace(old, changed))
    assert any(one.startswith(expected) for one in said(kit)), said(kit)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"{THERE}/hidden_checks.py", "hidden_checks.py: it is missing"),
        (f"{THERE}/wheats/norm.py", "wheats: fewer than 3"),
        (f"{THERE}/reference.py", "solutions: there is no reference"),
        (f"{HERE}/linear.ipynb", "linear.ipynb: not in step with the reference"),
    ],
)
def test_a_file_that_is_missing(kit: Path, path: str, expected: str) -> None:
    (kit / path).unlink()
    assert any(one.startswith(expected) for one in said(kit)), said(kit)


@pytest.mark.parametrize("folder", [HERE, THERE, f"{THERE}/wheats", f"{THERE}/chaffs"])
def test_a_file_that_does_not_belong_there(kit: Path, folder: str) -> None:
    (kit / folder / "notes.txt").write_text("mine")
    (kit / folder / ".notes.txt.swp").write_text("an editor's")
    name = folder.rpartition("/")[2]
    assert said(kit) == [f"notes.txt: unexpected in `{name}`"]


def test_an_explanation_of_mutants_belongs_there(kit: Path) -> None:
    (kit / THERE / "mutants.toml").write_text("")
    assert said(kit) == []


def test_a_check_that_nothing_shows_to_fail(kit: Path) -> None:
    with (kit / THERE / "hidden_checks.py").open("a") as file:
        file.write('\n\ndef test_new(student):\n    """It is there."""\n')
    [found] = said(kit)
    assert found == "test_new: no chaff fails it, so nothing shows that it can fail"


def test_an_assert_without_a_sentence(kit: Path) -> None:
    with (kit / HERE / "checks.py").open("a") as file:
        file.write("\n\ndef helper(x):\n    assert x > 0\n")
    [found] = said(kit)
    assert re.match(r"checks\.py: line \d+ is a bare `assert`", found), found


def test_one_line_of_the_reference_may_be_met_by_chance(kit: Path) -> None:
    with (kit / HERE / "README.md").open("a") as file:
        file.write("\nsquares = tf.square(x)\n")
    assert all("lines of the reference" not in one for one in said(kit))
