"""Grade with a warm launcher, and with one `pytest` process a submission, side by side.

    python benchmarks/speed.py [EXERCISE …] [--runs 20] [--class-size 24] [--naive 3]

The naive process does what a simple autograder does: it imports TensorFlow, the
submission and the reference into one interpreter, and runs the same probes and checks.
Seconds are wall time; a ratio above 1 means that the grader is faster.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from grader import catalog, grading
from grader.gradebook import Gradebook
from grader.records import Exercise, Submission

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = [
    "layers/lazy_dense",
    "gradients/tape_basics",
    "autograph/branches_and_loops",
    "checkpoints/keep_the_last",
]
"""One of each core theme."""

NAIVE = textwrap.dedent(
    '''
    """One interpreter for everything: what the grader is compared with."""
    import importlib.util

    import numpy as np
    import pytest

    from grader import seeds

    def load(path, name):
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    import tensorflow as tf
    probes = load({probes!r}, "probes")
    solutions = {{
        name: load(path, name)
        for name, path in (("student", {student!r}), ("reference", {reference!r}))
    }}

    def plain(value):
        if isinstance(value, dict):
            return {{key: plain(item) for key, item in value.items()}}
        if isinstance(value, (list, tuple)):
            return type(value)(plain(item) for item in value)
        if isinstance(value, (tf.Tensor, tf.Variable)):
            return value.numpy()
        return value

    class View:
        def __init__(self, module):
            self.module = module
            self.another_process = self.without_code = self

        def __getattr__(self, probe):
            return lambda *args: plain(getattr(probes, probe)(self.module, *args))

    @pytest.fixture
    def student():
        return View(solutions["student"])

    @pytest.fixture
    def reference():
        return View(solutions["reference"])

    @pytest.fixture
    def rng(request):
        return np.random.default_rng(seeds.derive(1, request.node.name))

    @pytest.fixture
    def source():
        return None
    '''
)


def naive(exercise: Exercise, student: Path, folder: Path) -> float:
    """Return the seconds of one fresh pytest process that judges `student`."""
    assert exercise.solution is not None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    paths = {
        "probes": str(exercise.probes),
        "student": str(student),
        "reference": str(exercise.reference),
    }
    (folder / "conftest.py").write_text(NAIVE.format(**paths))
    for name in ("checks.py", "hidden_checks.py"):
        home = exercise.folder if name == "checks.py" else exercise.solution
        shutil.copy(home / name, folder / f"test_{name}")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:grader", str(folder)]
    command += ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(folder)]
    environment = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "2"}
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    seconds = time.monotonic() - began
    if done.returncode not in (0, 1):
        raise SystemExit(done.stdout + done.stderr)
    return seconds


def timed(action: Callable[[], object]) -> float:
    """Return the wall seconds that `action` takes."""
    began = time.monotonic()
    action()
    return time.monotonic() - began


def single(
    grader: grading.Grader,
    exercises: Sequence[Exercise],
    runs: int,
    naive_runs: int,
    folder: Path,
) -> None:
    """Print call-to-verdict times of each exercise against the naive process."""
    print(f"\none submission, {runs} runs warm, {naive_runs} naive (seconds)")
    print("| exercise | median | maximum | own CPU | naive median | ratio |")
    print("| --- | --- | --- | --- | --- | --- |")
    for exercise in exercises:
        own, warm = [], []
        for _ in range(runs):
            began = time.monotonic()
            verdict = grader.grade(_reference(exercise), exercise)
            warm.append(time.monotonic() - began)
            own.append(sum(check.cpu_seconds for check in verdict.checks))
        cold = [naive(exercise, _path(exercise), folder) for _ in range(naive_runs)]
        median, slow = statistics.median(warm), statistics.median(cold)
        print(
            f"| {exercise.id} | {median:.3f} | {max(warm):.3f} "
            f"| {statistics.median(own):.3f} | {slow:.2f} | {slow / median:.1f} |",
            flush=True,
        )


def memory(grader: grading.Grader, exercises: Sequence[Exercise]) -> None:
    """Print the proportional share (PSS) of launcher and of a runner after each check.

    A runner shares most pages with the launcher; PSS counts a page that n processes
    share as 1/n, so launcher and runners can be added up.
    """
    launcher = psutil.Process(grader.launcher.pid)
    info = launcher.memory_full_info()
    print(f"\nlauncher: RSS {info.rss >> 20} MiB, PSS {info.pss >> 20} MiB")
    print("| runner of | PSS | its own pages |")
    print("| --- | --- | --- |")
    for exercise in exercises:
        most = _largest_runner(grader, exercise, launcher)
        print(f"| {exercise.id} | {most[0] >> 20} MiB | {most[1] >> 20} MiB |")


def _largest_runner(
    grader: grading.Grader, exercise: Exercise, launcher: psutil.Process
) -> tuple[int, int]:
    """PSS and private bytes of the largest runner seen as checks end."""
    seen = [(0, 0)]

    def look(_: object) -> None:
        for runner in launcher.children():
            with contextlib.suppress(psutil.Error):
                info = runner.memory_full_info()
                seen.append((info.pss, info.uss))

    grader.grade(_reference(exercise), exercise, progress=look)
    return max(seen)


def a_class(
    exercises: Sequence[Exercise], size: int, start: float, folder: Path
) -> None:
    """Print the time of `grader grade` for a class, and of as many naive processes.

    Both use all cores. Answer keys are there already, as from the second class on.
    """
    home, jobs = folder / "class", os.cpu_count() or 1
    handed_in = [exercises[index % len(exercises)] for index in range(size)]
    for index, exercise in enumerate(handed_in):
        student = home / f"student{index:02}"
        student.mkdir(parents=True)
        shutil.copy(_path(exercise), student / f"{exercise.name}.py")
    out = folder / "out"
    command = [sys.executable, "-m", "grader.cli.main", "--root", str(ROOT)]
    command += ["grade", str(home), "--out", str(out), "--jobs", str(jobs)]
    ours = timed(lambda: subprocess.run(command, check=True, capture_output=True))

    def one(item: tuple[int, Exercise]) -> float:
        return naive(item[1], _path(item[1]), folder / f"naive{item[0]}")

    with ThreadPoolExecutor(jobs) as pool:
        theirs = timed(lambda: list(pool.map(one, enumerate(handed_in))))
    print(
        f"\n{size} submissions, {jobs} at a time: {ours:.1f} s with everything; "
        f"{size} naive processes: {theirs:.1f} s; ratio {theirs / ours:.1f}"
    )
    verdicts = [v for v in Gradebook(out / "grades.db").verdicts() if v.file]
    assert len(verdicts) == size and all(v.earned == v.possible for v in verdicts)
    own = sum(check.cpu_seconds for v in verdicts for check in v.checks)
    wall = sum(v.wall_seconds for v in verdicts)
    print(
        f"of it {start:.1f} s the launcher's start, {wall / jobs:.1f} s the "
        f"gradings ({wall:.1f} s, {jobs} at a time; the submissions' own CPU time is "
        f"{own:.1f} s), {ours - start - wall / jobs:.1f} s the rest: the command's "
        "own start, forks of workers, gradebook and reports"
    )


def _path(exercise: Exercise) -> Path:
    assert exercise.reference is not None
    return exercise.reference


def _reference(exercise: Exercise) -> Submission:
    return Submission(student="bench", exercise=exercise.id, path=_path(exercise))


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*", default=EXERCISES)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--class-size", type=int, default=24)
    parser.add_argument("--naive", type=int, default=3)
    options = parser.parse_args()
    exercises = [catalog.exercise(ROOT, name) for name in options.exercises]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.monotonic()
        with grading.Grader.open(ROOT) as grader:
            start = time.monotonic() - began
            print(f"launcher's start: {start:.1f} s")
            for exercise in exercises:
                grader.prepare(exercise)
            single(grader, exercises, options.runs, options.naive, folder / "naive")
            memory(grader, exercises)
        a_class(exercises, options.class_size, start, folder)


if __name__ == "__main__":
    main()
