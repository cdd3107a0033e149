"""A new exercise is whole and right from its first minute."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader import catalog, grading, seeds
from grader.authoring import new, trials, vet
from grader.errors import BadExercise, NotFound

ID = "tensors/row_lengths"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    (tmp_path / "exercises").mkdir()
    return tmp_path


def test_a_new_exercise_is_found_and_has_no_finding(kit: Path) -> None:
    new.create(kit, ID)
    exercise = catalog.exercise(kit, ID)
    assert vet.inspect(exercise) == []
    assert (len(exercise.wheats), len(exercise.chaffs)) == (3, 3)
    assert {check.hidden for check in exercise.checks} == {False, True}
    assert [task.name for task in exercise.tasks] == ["row_lengths"]


def test_its_files_are_named_to_the_author(kit: Path) -> None:
    made = new.create(kit, ID)
    assert sorted(made) == sorted(path for path in kit.rglob("*") if path.is_file())
    assert kit / "exercises" / ID / "row_lengths.ipynb" in made


def test_each_comes_after_the_last(kit: Path) -> None:
    for name in ("b/first", "a/second", "c/third"):
        new.create(kit, name)
    found = [(one.id, one.order) for one in catalog.load(kit)]
    assert found == [("b/first", 10), ("a/second", 20), ("c/third", 30)]


@pytest.mark.parametrize(
    "id",
    [
        *("", "linear", "layers/", "/linear", "a/b/c", "Layers/Linear", "a/lambda"),
        *(
            "../x/y",
            "a/..",
            "a/b c",
            "a/é",
            "a/1st",
            "a/checks",
            "a/b\n",
            "a/" + "x" * 99,
        ),
    ],
)
def test_what_is_no_id_is_refused_and_nothing_written(kit: Path, id: str) -> None:
    with pytest.raises(BadExercise, match="cannot be an exercise's id") as caught:
        new.create(kit, id)
    assert "`layers/linear`" in caught.value.remedy
    assert [path.name for path in kit.rglob("*")] == ["exercises"]


@pytest.mark.parametrize("top", ["exercises", "solutions"])
def test_what_exists_is_never_overwritten(kit: Path, top: str) -> None:
    mine = kit / top / ID / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with pytest.raises(BadExercise, match="exists"):
        new.create(kit, ID)
    assert [path for path in kit.rglob("*") if path.is_file()] == [mine]


def test_there_has_to_be_a_kit(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        new.create(tmp_path, ID)
    assert list(tmp_path.iterdir()) == []


def test_its_files_are_formatted(kit: Path) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    if not ruff.is_file():
        pytest.skip("ruff is not installed")
    new.create(kit, ID)
    done = subprocess.run(
        [ruff, "format", "--isolated", "--diff", "--exclude", "*.ipynb", kit],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_promise_holds_when_it_is_run(kit: Path) -> None:
    new.create(kit, ID)
    with grading.Grader.open(kit, device="cpu", seed=seeds.PUBLIC_SEED) as grader:
        exercise = catalog.exercise(kit, ID)
        done = list(trials.run(grader, [exercise], [seeds.PUBLIC_SEED], jobs=2))
    assert [finding for trial in done for finding in trial.findings] == []
    kinds = [trial.kind for trial in done]
    assert kinds == ["reference", "stub", *["wheat"] * 3, *["chaff"] * 3]
