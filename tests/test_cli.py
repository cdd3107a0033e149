"""The real command, on the shipped kit."""

from __future__ import annotations

import csv
import dataclasses
import functools
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
import toy
from click.testing import CliRunner
from verdicts import BASE

from grader.cli import main, teacher
from grader.errors import BadExercise, LevelTooLow
from grader.exports import documents, tables
from grader.gradebook import Gradebook
from grader.grading import Grader
from grader.records import Verdict
from grader.runner.lockdown import LEVELS

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "docs" / "demo" / "class"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "grader.cli.main", "--root", str(ROOT), *arguments]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, timeout=300
    )


@pytest.fixture(scope="module")
def students(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four students: right, wrong, unreadable, and one who leaves early."""
    home = tmp_path_factory.mktemp("class")
    for name in ("ada", "dana", "hana", "ivo"):
        (home / name).mkdir()
        for path in (DEMO / name).glob("tape_basics.*"):
            shutil.copy(path, home / name)
    (home / "=cmd()").mkdir()
    shutil.copy(DEMO / "mallory" / "tape_basics.py", home / "=cmd()")
    return home


@pytest.fixture(scope="module")
def graded(students: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    done = run("grade", str(students), "--out", str(out), "--seed", "7")
    assert done.returncode == 0, done.stderr
    assert str(out / "index.html") in done.stdout.replace("\n", "")
    return out


def test_help_names_the_commands_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from grader.cli import main; main.cli.main(['--help'], "
        "standalone_mode=False); "
        "print({'tensorflow', 'numpy', 'pytest', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "For students" in done.stdout
    assert done.stdout.strip().endswith("set()")


def help_of(*names: str) -> str:
    return CliRunner().invoke(main.cli, [*names, "--help"], prog_name="grader").output


def test_examples_in_a_help_stand_as_they_were_written() -> None:
    assert "\n  As a teacher:    grader demo\n" in help_of()
    assert "\n  grader check    " in help_of("check")


@pytest.mark.parametrize("name", main.cli.list_commands(click.Context(main.cli)))
def test_every_command_says_what_it_does(name: str) -> None:
    said = help_of(name)
    assert said.startswith(f"Usage: grader {name} ")
    assert "\\b" not in said and "\b" not in said
    assert max(map(len, said.splitlines())) <= 80


def test_a_new_exercise_is_there_with_what_to_do_next(tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    arguments = ["--root", str(tmp_path), "new", "layers/linear"]
    done = CliRunner().invoke(main.cli, arguments)
    assert done.exit_code == 0
    assert "written: solutions/layers/linear/wheats/norm.py" in done.output
    assert "\n  grader vet layers/linear\n" in done.output
    assert isinstance(CliRunner().invoke(main.cli, arguments).exception, BadExercise)


def test_list_shows_every_exercise_whole_and_what_is_left_to_write(
    tmp_path: Path,
) -> None:
    long = "toys_of_a_long_name/doubling_again"
    toy.kit(tmp_path, name=long, order=2)
    exercise = toy.kit(tmp_path, order=1)
    exercise.stub.write_text('a = "your turn: `a`"\nb = "your turn: `b`"\n')
    exercise.notebook.write_text('{"source": "b = \'your turn: `b`\'"}')
    said = CliRunner().invoke(main.cli, ["--root", str(tmp_path), "list"]).output
    rows = [line.split() for line in said.splitlines()]
    assert ["toys/double", "3.5", "1", "Doubling"] in rows
    assert [long, "3.5", "Doubling"] in rows
    assert max(map(len, said.splitlines())) <= 80
    assert rows[0] == ["Toys"]
    assert ["Toys", "of", "a", "long", "name"] in rows


def test_an_unknown_exercise_is_one_message_with_a_suggestion() -> None:
    done = run("check", "lazy_dens")
    assert done.returncode == 2
    assert "Did you mean `layers/lazy_dense`" in done.stderr
    assert "Traceback" not in done.stderr


def test_hints_come_in_order() -> None:
    assert "Hint 2 of" in run("hint", "tape_basics", "2").stdout


@pytest.mark.parametrize(("student", "code"), [("ada", 0), ("dana", 1)])
def test_check_says_whether_all_passes(student: str, code: int) -> None:
    file = DEMO / student / "tape_basics.py"
    done = run("check", "tape_basics", "--file", str(file))
    assert done.returncode == code, done.stdout + done.stderr
    assert "Gradients from a tape" in done.stdout


def test_stubs_are_in_step() -> None:
    assert run("build", "--check").returncode == 0


def test_every_student_gets_a_verdict(graded: Path) -> None:
    verdicts = documents.load((graded / "verdicts.json").read_bytes())
    earned = {verdict.student: verdict.earned for verdict in verdicts}
    assert set(earned) == {"ada", "dana", "hana", "ivo", "=cmd()"}
    assert earned["ada"] == 3
    assert not any(verdict.broken for verdict in verdicts)
    assert all(verdict.isolation.level != "none" for verdict in verdicts)


def test_the_table_is_inert(graded: Path) -> None:
    with (graded / "grades.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert "'=cmd()" in {row["student"] for row in rows}
    assert {row["total"] for row in rows if row["student"] == "ada"} == {"3"}


def test_a_students_page_says_nothing_of_hidden_checks(graded: Path) -> None:
    page = (graded / "students" / "dana.html").read_text()
    assert "grad_at" in page
    verdicts = Gradebook(graded / "grades.db").verdicts()
    [dana] = [verdict for verdict in verdicts if verdict.student == "dana"]
    for check in dana.checks:
        if check.hidden and check.feedback:
            assert check.feedback.message not in page or not check.feedback.message


def test_grading_again_grades_nothing_twice(graded: Path, students: Path) -> None:
    before = Gradebook(graded / "grades.db").verdicts()
    done = run("grade", str(students), "--out", str(graded), "--seed", "7")
    assert done.returncode == 0
    assert Gradebook(graded / "grades.db").verdicts() == before


def timeless(verdict: Verdict) -> dict[str, object]:
    return {
        check.name: (check.outcome, check.earned, check.trouble)
        for check in verdict.checks
    }


def test_a_killed_run_goes_on_where_it_stopped(
    graded: Path, students: Path, tmp_path: Path
) -> None:
    arguments = ("grade", str(students), "--out", str(tmp_path), "--seed", "7")
    process = subprocess.Popen(
        command(*arguments, "--jobs", "1"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    book = tmp_path / "grades.db"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        if book.exists() and len(Gradebook(book).verdicts()) >= 2:
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert run(*arguments).returncode == 0
    expected = {
        v.student: timeless(v) for v in Gradebook(graded / "grades.db").verdicts()
    }
    found = {v.student: timeless(v) for v in Gradebook(book).verdicts()}
    assert found == expected


def test_an_override_takes_precedence(graded: Path, tmp_path: Path) -> None:
    shutil.copy(graded / "grades.db", tmp_path / "grades.db")
    book = Gradebook(tmp_path / "grades.db")
    book.override("hana", "gradients/tape_basics", 1.5, reason="a slip of the pen")
    rows = list(
        csv.DictReader(tables.grades(book.verdicts(), book.overrides()).splitlines())
    )
    assert {row["total"] for row in rows if row["student"] == "hana"} == {"1.5"}


def test_reports_do_not_go_among_the_submissions(students: Path) -> None:
    done = run("grade", str(students), "--out", str(students / "reports"))
    assert done.returncode == 2
    assert "would pass for a student" in " ".join(done.stderr.split())
    assert not (students / "reports").exists()


def test_no_student_can_bear_the_name_of_another_s_page() -> None:
    page = teacher._file_name("ada l")
    assert len({page, *map(teacher._file_name, (page, page.upper()))}) == 3
    assert teacher._file_name("ada") == "ada"


def test_nothing_to_grade_is_one_message(tmp_path: Path) -> None:
    done = run("grade", str(tmp_path / "gone"), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_zip_is_graded_like_its_folder(students: Path, tmp_path: Path) -> None:
    bundle = shutil.make_archive(str(tmp_path / "moodle"), "zip", students)
    out = tmp_path / "out"
    done = run("grade", bundle, "--out", str(out), "--seed", "7")
    assert done.returncode == 0, done.stderr
    verdicts = documents.load((out / "verdicts.json").read_bytes())
    assert {verdict.student for verdict in verdicts} == {
        path.name for path in students.iterdir()
    }


def test_reports_are_written_anew_from_the_gradebook(
    graded: Path, tmp_path: Path
) -> None:
    shutil.copy(graded / "grades.db", tmp_path)
    assert run("report", str(tmp_path)).returncode == 0
    for name in ("index.html", "grades.csv", "verdicts.json", "students/ada.html"):
        assert (tmp_path / name).read_bytes() == (graded / name).read_bytes()


def test_a_folder_without_a_gradebook_is_one_message(tmp_path: Path) -> None:
    done = run("report", str(tmp_path))
    assert done.returncode == 2
    assert "has no gradebook" in done.stderr
    assert not list(tmp_path.iterdir())


def test_names_that_differ_by_case_alone_get_pages_of_their_own(
    tmp_path: Path,
) -> None:
    book = Gradebook(tmp_path / "grades.db")
    for student in ("Ada", "ada", "ADA", "../ada", "ada/", "con\u0301"):
        book.add(dataclasses.replace(BASE, student=student), student)
    assert run("report", str(tmp_path)).returncode == 0
    pages = [path.name.casefold() for path in (tmp_path / "students").iterdir()]
    assert len(set(pages)) == len(pages) == 6
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {
        "students",
        "teacher",
    }


def test_a_stub_that_was_filled_in_is_not_called_unchanged(tmp_path: Path) -> None:
    for part in ("exercises", "solutions"):
        name = f"{part}/gradients/tape_basics"
        ignored = shutil.ignore_patterns("chaffs", "wheats", "__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    stub = tmp_path / "exercises" / "gradients" / "tape_basics" / "tape_basics.py"
    shutil.copy(DEMO / "ada" / "tape_basics.py", stub)
    done = run("--root", str(tmp_path), "check", "tape_basics")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All checks passed" in done.stdout
    assert "unchanged" not in done.stdout


def test_a_folder_that_cannot_be_written_is_one_message(students: Path) -> None:
    done = run("grade", str(students), "--out", "/proc/nowhere")
    assert done.returncode == 2
    assert "`/proc/nowhere`" in done.stderr and "Traceback" not in done.stderr


def test_a_weak_lock_has_to_be_accepted_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By who grades others; what is checked is one's own needs no lock."""
    monkeypatch.setattr(Grader, "open", functools.partial(Grader.open, level="medium"))
    probe = "def double(solution, x):\n    return solution.double(x)\n"
    path = f"exercises/{toy.ID}/probes.py"
    exercise = toy.kit(tmp_path, extra={path: probe})
    assert exercise.reference is not None
    (tmp_path / "ada").mkdir()
    shutil.copy(exercise.reference, tmp_path / "ada" / "double.py")
    shutil.copy(exercise.reference, exercise.stub)
    kit = ["--root", str(tmp_path)]
    grade = [*kit, "grade", str(tmp_path / "ada"), "--out", str(tmp_path / "out")]
    refused = CliRunner().invoke(main.cli, grade).exception
    assert isinstance(refused, LevelTooLow)
    assert "is `medium`; grading needs `strong`" in refused.problem
    assert "--accept-level medium" in refused.remedy
    done = CliRunner().invoke(main.cli, [*grade, "--accept-level", "medium"])
    assert done.exit_code == 0, done.output
    [verdict] = Gradebook(tmp_path / "out" / "grades.db").verdicts()
    assert (verdict.isolation.level, verdict.earned) == ("medium", verdict.possible)
    checked = CliRunner().invoke(main.cli, [*kit, "check", toy.ID])
    assert checked.exit_code == 0, checked.output


def test_doctor_tells_what_holds() -> None:
    done = run("doctor", "--device", "cpu")
    assert done.returncode == 0, done.stderr
    first, *rest = done.stdout.splitlines()
    assert first.split() in [["lock-down", level] for level in LEVELS]
    assert "device      cpu" in rest
    assert any(line.startswith("tensorflow  2.") for line in rest)
    assert any(line.startswith("import ") for line in rest)
