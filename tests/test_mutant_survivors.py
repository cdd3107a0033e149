"""Mutants meet the checks; who survives is told, unless someone explains it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import toy
from click.testing import CliRunner

from grader import catalog, grading, seeds
from grader.authoring import survivors
from grader.authoring.mutants import Mutant
from grader.authoring.survivors import Fate, Trial
from grader.cli import main
from grader.errors import BadExercise
from grader.records import Exercise
from grader.runner.client import Launcher

PROBES = '''
def double(solution, x):
    """Twice `x`."""
    return solution.double(x)
'''
SHORT = """
def double(x, times=2):
    return x * times
"""
LONG = """
def double(x):
    if x == 7:
        return 14
    while False:
        x = 0
    return x * 2
"""
CHECKS = '''
from grader.judge.asserts import assert_that

def test_double(student, reference):
    """Numbers grow."""
    assert_that(student.double(3) > 4, "It is no more than before.")
    student.double(1)
'''


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher.start(device="cpu") as warm:
        yield warm


def kit(root: Path, **files: str) -> Exercise:
    extra = {
        "exercises/toys/double/README.md": "# Doubling\n",
        "exercises/toys/double/probes.py": PROBES,
        "exercises/toys/double/checks.py": CHECKS,
        "solutions/toys/double/reference.py": SHORT,
    }
    extra |= {f"solutions/toys/double/{name}": text for name, text in files.items()}
    return toy.kit(root, hidden="", extra=extra)


def run(launcher: Launcher, root: Path, exercise: Exercise) -> list[Trial]:
    grader = grading.Grader(root, launcher, seed=1, hidden=True)
    return list(survivors.run(grader, [exercise], seeds.PUBLIC_SEED, jobs=2))


def fates(done: list[Trial]) -> dict[tuple[str, str], Fate]:
    return {(one.mutant.before, one.mutant.after): one.fate for one in done}


def explained(after: str, why: str = "Three is not so near.") -> str:
    before = "return x * times" if after.startswith("return") else ""
    table = f"[[equivalent]]\nwhere = 'double'\nbefore = '{before}'\n"
    return f"{table}after = '{after}'\nwhy = '{why}'\n"


def test_fates(launcher: Launcher, tmp_path: Path) -> None:
    exercise = kit(tmp_path, **{"reference.py": LONG})
    toml = exercise.folder / "exercise.toml"
    toml.write_text(toml.read_text() + "\n[limits]\ncpu_seconds = 1.0\n")
    [exercise] = catalog.load(tmp_path)
    done = run(launcher, tmp_path, exercise)
    found = fates(done)
    assert found["return x * 2", "return None"] is Fate.KILLED
    assert found["return x * 2", "return x"] is Fate.KILLED
    assert found["while False:", "while True:"] is Fate.TIMED_OUT
    assert found["return 14", "return 15"] is Fate.UNSEEN
    assert found["return x * 2", "return x * 3"] is Fate.UNJUDGED
    assert {one.check for one in done if one.fate.killed} == {"test_double"}
    tally = survivors.tally(done)
    assert (tally.mutants, tally.by_time) == (len(done), 1)
    assert tally.killed + tally.left == len(done)
    assert tally.rate == tally.killed / len(done)


def test_a_check_that_falls_over_is_told_even_if_explained() -> None:
    mutant = Mutant(where="f", line=1, before="a", after="b", text="")
    trial = Trial(
        exercise="a/b", mutant=mutant, fate=Fate.BROKEN, check="test_a", why="So."
    )
    assert trial.is_left


def test_who_is_explained_is_not_left(launcher: Launcher, tmp_path: Path) -> None:
    table = explained("times = 2") + explained("return None")
    table += explained("return x / times", why=" ")
    exercise = kit(tmp_path, **{"mutants.toml": table})
    done = run(launcher, tmp_path, exercise)
    assert [one.why for one in done if one.why] == ["Three is not so near."] * 2
    tally = survivors.tally(done)
    assert tally.explained == 1
    assert tally.rate == tally.killed / (len(done) - 1)
    said = [finding.problem for finding in survivors.findings(exercise, done)]
    assert said == [
        "no such mutant survives: double: return x * times → return None",
        "no such mutant survives: double: return x * times → return x / times",
        f"mutants that survive: {tally.left}",
    ]


def test_an_explanation_says_something(launcher: Launcher, tmp_path: Path) -> None:
    exercise = kit(tmp_path, **{"mutants.toml": explained("times = 2", why=" ")})
    done = run(launcher, tmp_path, exercise)
    assert survivors.tally(done).explained == 0
    said = [finding.problem for finding in survivors.findings(exercise, done)]
    assert "it does not say why: double:  → times = 2" in said


@pytest.mark.parametrize("text", ["[[equivalent]]\n", "oops", "[[equal]]\nwhere=''"])
def test_an_unreadable_table_is_refused(
    launcher: Launcher, tmp_path: Path, text: str
) -> None:
    exercise = kit(tmp_path, **{"mutants.toml": text})
    with pytest.raises(BadExercise, match="is not as it should be"):
        run(launcher, tmp_path, exercise)


def test_what_is_told_of_a_survivor_can_stand_in_the_table(
    launcher: Launcher, tmp_path: Path
) -> None:
    exercise = kit(tmp_path)
    left = [one for one in run(launcher, tmp_path, exercise) if one.is_left]
    entries = [survivors.as_toml(one.mutant) for one in left]
    table = "\n".join(entries).replace('why = ""', 'why = "So."')
    exercise = kit(tmp_path, **{"mutants.toml": table})
    done = run(launcher, tmp_path, exercise)
    assert left and not any(one.is_left for one in done)
    assert list(survivors.findings(exercise, done)) == []


@pytest.mark.parametrize(
    "text", ["plain", 'a "b"', "a 'b'", "a 'b' \"c\" \\d", "tab\there", "é → …"]
)
def test_any_line_can_be_quoted(text: str) -> None:
    import msgspec

    quoted = f"a = {survivors._quoted(text)}"
    assert msgspec.toml.decode(quoted.encode()) == {"a": text}


def test_the_command_tells_survivors_and_counts(tmp_path: Path) -> None:
    kit(tmp_path)
    done = CliRunner().invoke(main.cli, ["--root", str(tmp_path), "vet", "--mutants"])
    assert done.exit_code == 1
    assert "# toys/double, line 2: observations differ, and every check passes\n" in (
        done.output
    )
    heading = next(one for one in done.output.splitlines() if "mutants  killed" in one)
    row = done.output.splitlines()[done.output.splitlines().index(heading) + 1]
    assert row.startswith("toys/double ") and len(row) == len(heading) <= 80


def test_what_is_missing_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "libcst"]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("mutators", "mutants", "survivors"):
        monkeypatch.delitem(sys.modules, f"grader.authoring.{name}", raising=False)
    monkeypatch.delattr("grader.authoring.survivors", raising=False)
    monkeypatch.setitem(sys.modules, "libcst", None)
    done = CliRunner().invoke(main.cli, ["--root", str(tmp_path), "vet", "--mutants"])
    assert "needs the package `libcst`" in str(done.exception)
