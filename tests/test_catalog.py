"""Exercises are read from disk; what breaks the format is named with its remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader import catalog
from grader.authoring import vet
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


TWICE_MARKED = """
def test_a():
    'A.'

def test_b():
    'B.'

@depends("test_a")
@depends("test_b")
def test_c():
    'C.'
"""


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("exercise.toml", "format = 9", "exercise.toml"),
        ("exercise.toml", "not toml", "exercise.toml"),
        ("checks.py", "def test_a(student):\n    pass\n", "no docstring"),
        ("checks.py", "@odd\ndef test_a():\n    '''A.'''\n", "not understood"),
        ("checks.py", "def", "not Python"),
        ("checks.py", "", "has no check"),
        ("checks.py", "async def test_a():\n    'A.'\n", "no plain function"),
        ("checks.py", "class TestA:\n    pass\n", "no plain function"),
        ("checks.py", "@points(True)\ndef test_a():\n    'A.'\n", "not understood"),
        ("checks.py", "@points(1e999)\ndef test_a():\n    'A.'\n", "not understood"),
        ("checks.py", "@depends('test_a')\ndef test_a():\n    'A.'\n", "before it"),
        ("checks.py", "def test_a():\n    'A.'\n" * 2, "two checks named `test_a`"),
        ("checks.py", TWICE_MARKED, "`test_c` .* has more than one `@depends`"),
        ("probes.py", "def", "not Python"),
        ("probes.py", "\x00", "not Python"),
    ],
)
def test_a_broken_exercise_names_file_and_remedy(
    kit: Path, file: str, text: str, said: str
) -> None:
    (kit / "exercises" / TAPE / file).write_text(text)
    with pytest.raises(BadExercise, match=said) as caught:
        catalog.load(kit)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title =", "titel =", "titel"),
        ("[[tasks]]", "[[chores]]", "chores"),
        ("format = 1\n", "format = 1\ncolour = 2\n", "colour"),
        ("hints = [", "hints = [3, ", "hints"),
        ("[[tasks]]", "[limits]\ncpu_seconds = -1.0\n[[tasks]]", "cpu_seconds = -1"),
        ("[[tasks]]", "[limits]\nmemory_mb = 0\n[[tasks]]", "memory_mb = 0"),
        ("[[tasks]]", "[limits]\ncpu_seconds = nan\n[[tasks]]", "cpu_seconds = nan"),
    ],
)
def test_a_setting_that_is_not_understood_is_named(
    kit: Path, old: str, new: str, said: str
) -> None:
    path = kit / "exercises" / TAPE / "exercise.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(BadExercise, match=said) as caught:
        catalog.load(kit)
    assert "exercise.toml" in caught.value.problem


def test_an_exercise_without_tasks_is_refused(kit: Path) -> None:
    path = kit / "exercises" / TAPE / "exercise.toml"
    path.write_text(path.read_text().partition("[[tasks]]")[0] + "tasks = []\n")
    with pytest.raises(BadExercise, match="names no task"):
        catalog.load(kit)


@pytest.mark.parametrize("file", ["exercise.toml", "checks.py", "probes.py"])
def test_a_missing_file_is_named(kit: Path, file: str) -> None:
    (kit / "exercises" / TAPE / file).unlink()
    with pytest.raises(BadExercise, match=file):
        catalog.load(kit)


def test_a_student_may_keep_folders_of_their_own(kit: Path) -> None:
    (kit / "exercises" / "gradients" / "scratch").mkdir()
    assert [one.id for one in catalog.load(kit)] == [TAPE]


def test_two_exercises_of_the_same_order_are_refused(kit: Path) -> None:
    shutil.copytree(kit / "solutions" / TAPE, kit / "solutions" / "made" / "up")
    shutil.copytree(kit / "exercises" / TAPE, kit / "exercises" / "made" / "up")
    with pytest.raises(BadExercise, match=r"`gradients/tape_basics` and `made/up`"):
        catalog.load(kit)


def test_a_name_that_two_have_is_asked_back(kit: Path) -> None:
    twin = kit / "exercises" / "made" / "tape_basics"
    shutil.copytree(kit / "exercises" / TAPE, twin)
    path = twin / "exercise.toml"
    path.write_text(path.read_text().replace("order = ", "order = 9"))
    with pytest.raises(NotFound, match="Say which: `gradients/tape_basics`, `made/"):
        catalog.exercise(kit, "tape_basics")


def test_a_path_counts_from_the_working_folder_and_from_the_kit(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert catalog.exercise(kit, f"exercises/{TAPE}").id == TAPE
    monkeypatch.chdir(kit / "exercises" / "gradients")
    assert catalog.exercise(Path("../.."), "tape_basics/tape_basics.py").id == TAPE


def test_a_visible_check_cannot_depend_on_a_hidden_one(kit: Path) -> None:
    path = kit / "exercises" / TAPE / "checks.py"
    extra = "@depends('test_one_recording')\ndef test_more():\n    'More.'\n"
    path.write_text(path.read_text() + extra)
    with pytest.raises(BadExercise, match="`test_one_recording`"):
        catalog.load(kit)


@pytest.mark.parametrize(
    "docstring",
    [
        "Only a misconception.",
        "A misconception.\n\nfails: test_grad_at",
        "A misconception.\n\nhint: What if?",
        "A misconception.\n\nfails:\nhint: What if?",
        "fails: test_grad_at\nhint: What if?",
        "A misconception; hint: none; fails: nothing.",
    ],
)
def test_a_chaff_without_its_promise_is_refused(kit: Path, docstring: str) -> None:
    chaff = kit / "solutions" / TAPE / "chaffs" / "unwatched.py"
    chaff.write_text(f'"""{docstring}\n"""\n')
    with pytest.raises(BadExercise, match=r"unwatched\.py.*`hint:"):
        catalog.load(kit)


def test_a_chaff_says_misconception_promise_and_hint(kit: Path) -> None:
    chaff = kit / "solutions" / TAPE / "chaffs" / "unwatched.py"
    promise = "fails: test_grad_at, test_two_grads\nhint: What if\n    it hint: is so?"
    chaff.write_text(f'"""It is\nwrong.\n\nMore.\n\n{promise}\n"""\n')
    exercise = catalog.exercise(kit, TAPE)
    [read] = [one for one in exercise.chaffs if one.name == "unwatched"]
    assert read.misconception == "It is wrong."
    assert read.fails == ("test_grad_at", "test_two_grads")
    assert read.hint == "What if it hint: is so?"


@pytest.mark.parametrize(
    "file",
    [
        f"exercises/{TAPE}/probes.py",
        f"exercises/{TAPE}/checks.py",
        f"solutions/{TAPE}/hidden_checks.py",
        f"solutions/{TAPE}/reference.py",
        f"solutions/{TAPE}/chaffs/unwatched.py",
    ],
)
def test_the_version_changes_with_what_a_verdict_depends_on(
    kit: Path, file: str
) -> None:
    before = catalog.exercise(kit, TAPE).version
    path = kit / file
    path.write_text(path.read_text() + "\n# changed\n")
    assert catalog.exercise(kit, TAPE).version != before


@pytest.mark.parametrize(
    "setting",
    [
        "[limits]\ncpu_seconds = 5.0\n[[tasks]]",
        "fresh_runner = true\n[[tasks]]",
        "[[tasks]]\nname = 'more'\n[[tasks]]",
    ],
)
def test_the_version_changes_with_settings(kit: Path, setting: str) -> None:
    before = catalog.exercise(kit, TAPE).version
    path = kit / "exercises" / TAPE / "exercise.toml"
    path.write_text(path.read_text().replace("[[tasks]]", setting, 1))
    assert catalog.exercise(kit, TAPE).version != before


def test_the_version_stays_with_what_no_verdict_depends_on(kit: Path) -> None:
    before = catalog.exercise(kit, TAPE).version
    path = kit / "exercises" / TAPE / "exercise.toml"
    path.write_text(path.read_text().replace("hints = [", "hints = ['Look.',", 1))
    (kit / "exercises" / TAPE / "README.md").write_text("# Changed\n")
    (kit / "solutions" / TAPE / "wheats" / "extra.py").write_text("'''More.'''\n")
    assert catalog.exercise(kit, TAPE).version == before


def test_nothing_of_an_exercise_is_executed(kit: Path) -> None:
    bomb = '"""A.\n\nfails: test_grad_at\nhint: B?\n"""\nraise SystemExit\n'
    path = kit / "exercises" / TAPE / "checks.py"
    path.write_text(path.read_text() + "raise SystemExit\n")
    for name in ("reference.py", "chaffs/unwatched.py", "wheats/bomb.py"):
        (kit / "solutions" / TAPE / name).write_text(bomb)
    assert len(catalog.load(kit)) == 1


@pytest.mark.parametrize("exercise", SHIPPED, ids=lambda one: str(one.id))
def test_shipped_exercises_are_whole_and_in_step(exercise: Exercise) -> None:
    assert vet.inspect(exercise) == []
