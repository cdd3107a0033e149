"""Verdicts that were stored are there, whatever happened meanwhile."""

from __future__ import annotations

import dataclasses
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from verdicts import BASE, FAILED, broken, rejected

from grader.errors import Broken
from grader.gradebook import Gradebook
from grader.records import Verdict

WRITER = """
import dataclasses, resource, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from verdicts import BASE
from grader.errors import Broken
from grader.gradebook import Gradebook
book = Gradebook(Path({book!r}))
{before}
for number in range(5_000):
    try:
        book.add(dataclasses.replace(BASE, student=f"s{{number}}"), f"id{{number}}")
    except Broken as error:
        sys.exit(str(error))
    print(number, flush=True)
"""


def of(student: str, verdict: Verdict = BASE) -> Verdict:
    return dataclasses.replace(verdict, student=student)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "grades of 100% ?#.db"


@pytest.fixture
def book(path: Path) -> Gradebook:
    return Gradebook(path)


@pytest.mark.parametrize("verdict", [BASE, rejected(), broken()])
def test_what_is_stored_comes_out_the_same(
    path: Path, book: Gradebook, verdict: Verdict
) -> None:
    book.add(verdict, "one")
    assert Gradebook(path).verdicts() == (verdict,)
    assert path.is_file()


def test_the_newest_verdict_counts_and_students_are_in_order(book: Gradebook) -> None:
    for student, identity in (("b", "1"), ("a", "2"), ("b", "3")):
        book.add(dataclasses.replace(of(student), notes=(identity,)), identity)
    assert [(v.student, v.notes) for v in book.verdicts()] == [
        ("a", ("2",)),
        ("b", ("3",)),
    ]


def test_a_decided_verdict_is_recalled_by_its_identity(book: Gradebook) -> None:
    assert book.recall("one") is None
    book.add(BASE, "one")
    assert book.recall("one") == BASE
    assert book.recall("two") is None


def test_an_undecided_verdict_is_never_recalled(book: Gradebook) -> None:
    book.add(broken(), "one")
    assert book.recall("one") is None
    book.add(BASE, "one")
    assert book.recall("one") == BASE


def test_an_earlier_file_handed_in_again_counts_again(book: Gradebook) -> None:
    later = dataclasses.replace(BASE, checks=(FAILED,))
    book.add(BASE, "first")
    book.add(later, "second")
    assert book.verdicts() == (later,)
    assert book.recall("first") == BASE
    assert book.verdicts() == (BASE,)


def test_recalling_the_newest_stores_nothing(path: Path, book: Gradebook) -> None:
    book.add(BASE, "one")
    for _ in range(3):
        book.recall("one")
    with sqlite3.connect(path) as connection:
        [count] = connection.execute("SELECT count(*) FROM verdicts").fetchone()
    connection.close()
    assert count == 1


def test_the_latest_override_counts_and_the_verdict_stays(book: Gradebook) -> None:
    book.add(BASE, "one")
    for points in (1.0, 2.5):
        book.override(BASE.student, BASE.exercise, points, reason="seen by hand")
    assert book.overrides() == {(BASE.student, BASE.exercise): 2.5}
    assert book.verdicts() == (BASE,)


@pytest.mark.parametrize("text", ["student'); DROP TABLE verdicts; --", "Jün Ōta 🎓"])
def test_names_are_data(book: Gradebook, text: str) -> None:
    book.add(of(text), text)
    assert book.recall(text) == of(text)
    assert [verdict.student for verdict in book.verdicts()] == [text]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"no database at all" * 99, "no whole gradebook"), (None, "cannot be used")],
)
def test_what_is_no_gradebook_is_one_message(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "grades.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(Broken, match=said):
        Gradebook(path)


def test_a_verdict_of_another_version_is_one_message(
    path: Path, book: Gradebook
) -> None:
    book.add(BASE, "one")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE verdicts SET verdict = '{}'")
    connection.close()
    with pytest.raises(Broken, match="another version"):
        book.verdicts()


def test_a_gradebook_that_is_held_is_waited_for(path: Path, book: Gradebook) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.5, other.execute, ["COMMIT"])
    release.start()
    book.add(BASE, "one")
    release.join()
    other.close()
    assert book.verdicts() == (BASE,)


def writer(path: Path, before: str = "") -> subprocess.Popen[str]:
    tests = str(Path(__file__).parent)
    code = WRITER.format(tests=tests, book=str(path), before=before)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_what_was_stored_survives_a_kill(path: Path) -> None:
    with writer(path) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(25)]
        process.kill()
        said += process.stdout.readlines()
    stored = {verdict.student for verdict in Gradebook(path).verdicts()}
    assert stored >= {f"s{line.strip()}" for line in said if line.endswith("\n")}
    assert len(stored) <= len(said) + 1


def test_a_full_disk_is_one_message_and_loses_nothing(path: Path) -> None:
    full = "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))"
    with writer(path, full) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "cannot be used" in err
    assert "Free disk space" in err
    assert "Traceback" not in err
    stored = {verdict.student for verdict in Gradebook(path).verdicts()}
    assert stored == {f"s{number}" for number in out.split()}
    assert len(stored) > 3
