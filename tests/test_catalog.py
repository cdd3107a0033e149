"""Exercises are read from disk; what breaks the format is named with its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader import catalog
from grader.authoring import stubs, vet
from grader.errors import BadExercise, NotFound
from grader.records import Exercise

ROOT = Path(__file__).resolve().parents[1]
TAPE = "gradients/tape_basics"
SHIPPED = catalog.load(ROOT)


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    for top in ("exercises", "solutions"):
        shutil.copytree(ROOT / top / TAPE, tmp_path / top / TAPE)
    return tmp_path


def test_the_kit_is_found_from_within(kit: Path) -> None:
    assert catalog.find_root(kit / "exercises" / TAPE) == kit


@pytest.mark.parametrize("wanted", [TAPE, "tape_basics"])
def test_an_exercise_is_found_by_id_and_name(kit: Path, wanted: str) -> None:
    assert catalog.exercise(kit, wanted).id == TAPE


def test_an_exercise_is_found_by_its_stub(kit: Path) -> None:
    stub = kit / "exercises" / TAPE / "tape_basics.py"
    assert catalog.exercise(kit, str(stub)).id == TAPE


def test_a_close_name_is_suggested(kit: Path) -> None:
    with pytest.raises(NotFound, match="Did you mean `gradients/tape_basics`"):
        catalog.exercise(kit, "tape_basic")


def test_checks_carry_points_titles_and_what_they_depend_on() -> None:
    exercise = catalog.exercise(ROOT, TAPE)
    checks = {check.name: check for check in exercise.checks}
    assert sum(check.points for check in exercise.checks) == 3
    assert checks["test_one_recording"].depends == ("test_two_grads",)
    assert checks["test_one_recording"].hidden
    assert not checks["test_grad_at"].hidden


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("exercise.toml", "format = 9", "exercise.toml"),
        ("exercise.toml", "not toml", "exercise.toml"),
        ("checks.py", "def test_a(student):\n    pass\n", "no docstring"),
        ("checks.py", "@odd\ndef test_a():\n    '''A.'''\n", "not understood"),
        ("checks.py", "def", "not Python"),
    ],
)
def test_a_broken_exercise_names_file_and_remedy(
    kit: Path, file: str, text: str, said: str
) -> None:
    (kit / "exercises" / TAPE / file).write_text(text)
    with pytest.raises(BadExercise, match=said) as caught:
        catalog.load(kit)
    assert caught.value.remedy


def test_a_chaff_without_a_hint_is_refused(kit: Path) -> None:
    chaff = kit / "solutions" / TAPE / "chaffs" / "unwatched.py"
    chaff.write_text('"""Only a misconception."""\n')
    with pytest.raises(BadExercise, match="hint"):
        catalog.load(kit)


@pytest.mark.parametrize("file", ["probes.py", "checks.py"])
def test_the_version_changes_with_what_a_verdict_depends_on(
    kit: Path, file: str
) -> None:
    before = catalog.exercise(kit, TAPE).version
    path = kit / "exercises" / TAPE / file
    path.write_text(path.read_text() + "\n# changed\n")
    assert catalog.exercise(kit, TAPE).version != before


@pytest.mark.parametrize("exercise", SHIPPED, ids=lambda one: str(one.id))
def test_shipped_exercises_are_whole_and_in_step(exercise: Exercise) -> None:
    assert vet.inspect(exercise) == []


def test_a_stub_keeps_signatures_and_loses_bodies() -> None:
    text = stubs.stub_text(catalog.exercise(ROOT, TAPE))
    assert "def grad_at(f, x):" in text
    assert "GradientTape" not in text
    assert text.count("raise NotImplementedError") == 3


def test_a_changed_reference_makes_the_stub_stale(kit: Path) -> None:
    reference = kit / "solutions" / TAPE / "reference.py"
    reference.write_text(reference.read_text().replace("Return the", "Give the"))
    exercise = catalog.exercise(kit, TAPE)
    assert set(stubs.stale(exercise)) == {exercise.stub, exercise.notebook}
