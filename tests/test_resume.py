"""A class run that is killed at any moment and started again ends as if undisturbed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from grader.gradebook import Gradebook

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "docs" / "demo" / "class"
HABITS = ("ada", "dana", "goran", "hana", "ivo", "mallory", "nils")
SEED = 7

Ends = dict[str, dict[str, tuple[str, float]]]
"""By student and check: outcome and points."""


def start(students: Path, out: Path) -> subprocess.Popen[bytes]:
    """Start a run that has a session of its own, by which its processes are found."""
    command = [sys.executable, "-m", "grader.cli.main", "--root", str(ROOT)]
    command += ["grade", str(students), "--out", str(out), "--seed", str(SEED)]
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def of_session(number: int) -> list[int]:
    """The live processes of a run, or of a runner that its launcher forked."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            if os.getsid(process.pid) == number:
                found.append(process.pid)
                found += [child.pid for child in process.children(recursive=True)]
        except (OSError, psutil.Error):
            continue
    return found


def ends(out: Path) -> Ends:
    return {
        verdict.student: {
            check.name: (check.outcome.value, check.earned) for check in verdict.checks
        }
        for verdict in Gradebook(out / "grades.db").verdicts()
    }


def stored(out: Path) -> list[tuple[str, int]]:
    """How many verdicts there are of each student."""
    query = "SELECT student, count(*) FROM verdicts GROUP BY student"
    with closing(sqlite3.connect(out / "grades.db")) as connection:
        return list(connection.execute(query))


@pytest.fixture(scope="module")
def students(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("class")
    for name in HABITS:
        (home / name).mkdir()
        for path in (DEMO / name).glob("tape_basics.*"):
            shutil.copy(path, home / name)
    return home


@pytest.fixture(scope="module")
def undisturbed(
    students: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Ends, float]:
    """How a run ends that nothing disturbs, and how many seconds it takes."""
    start(students, tmp_path_factory.mktemp("first")).wait()  # records answer keys
    out = tmp_path_factory.mktemp("undisturbed")
    began = time.monotonic()
    assert start(students, out).wait() == 0
    return ends(out), time.monotonic() - began


def moments() -> Iterator[float]:
    """Moments of a run at which to kill it, as shares of its time."""
    generator = random.Random(SEED)
    while True:
        yield generator.random()


def killed_and_resumed(students: Path, out: Path, seconds: float) -> None:
    process = start(students, out)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    deadline = time.monotonic() + 20
    while of_session(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert of_session(process.pid) == [], "something outlived the run"
    assert start(students, out).wait() == 0


@pytest.mark.parametrize(
    "runs", [3, pytest.param(50, marks=pytest.mark.slow)], ids=["few", "many"]
)
def test_a_run_killed_at_any_moment_ends_as_if_undisturbed(
    students: Path, undisturbed: tuple[Ends, float], tmp_path: Path, runs: int
) -> None:
    expected, seconds = undisturbed
    for run, share in zip(range(runs), moments(), strict=False):
        out = tmp_path / str(run)
        killed_and_resumed(students, out, share * seconds)
        assert ends(out) == expected, f"run {run}, killed at {share:.0%}"
        assert stored(out) == [(name, 1) for name in sorted(HABITS)]
        assert (out / "grades.csv").is_file() and (out / "index.html").is_file()
