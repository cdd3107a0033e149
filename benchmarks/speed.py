"""Grade with a warm launcher, and with one `pytest` process a submission, side by side.

    python benchmarks/speed.py [--runs 20] [--class-size 24] [--naive 3]

The naive process does what a simple autograder does: it imports TensorFlow, the
submission and the reference into one interpreter, and runs the same probes and checks.
Seconds are wall time; a ratio above 1 means that the grader is faster.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from grader import grading, seeds
from grader.records import Exercise, Submission

ROOT = Path(__file__).resolve().parents[1]

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


def single(grader: grading.Grader, runs: int, naive_runs: int, folder: Path) -> None:
    """Print call-to-verdict times of each exercise against the naive process."""
    print(f"\none submission, {runs} runs warm, {naive_runs} naive (seconds)")
    print(
        "| exercise | median | maximum | of it the submission's CPU | naive | ratio |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for exercise in grader.exercises:
        assert exercise.reference is not None
        submission = Submission(
            student="bench", exercise=exercise.id, path=exercise.reference
        )
        grader.prepare(exercise)
        own = []

        def once(exercise: Exercise = exercise, own: list[float] = own) -> None:
            verdict = grader.grade(submission, exercise)  # noqa: B023
            own.append(sum(check.cpu_seconds for check in verdict.checks))

        warm = [timed(once) for _ in range(runs)]
        cold = [naive(exercise, exercise.reference, folder) for _ in range(naive_runs)]
        median, slow = statistics.median(warm), statistics.median(cold)
        print(
            f"| {exercise.id} | {median:.3f} | {max(warm):.3f} "
            f"| {statistics.median(own):.3f} | {slow:.2f} | {slow / median:.1f} |",
            flush=True,
        )


def memory(grader: grading.Grader) -> None:
    """Print the launcher's memory."""
    for child in psutil.Process().children():
        info = child.memory_full_info()
        print(f"launcher: RSS {info.rss >> 20} MiB, PSS {info.pss >> 20} MiB")


def a_class(grader: grading.Grader, size: int, naive_runs: int, folder: Path) -> None:
    """Print the time of `grader grade` for a class, and of as many naive processes."""
    home = folder / "class"
    exercises = grader.exercises
    for index in range(size):
        exercise = exercises[index % len(exercises)]
        assert exercise.reference is not None
        student = home / f"student{index:02}"
        student.mkdir(parents=True)
        shutil.copy(exercise.reference, student / f"{exercise.name}.py")
    command = [sys.executable, "-m", "grader.cli.main", "grade", str(home)]
    command += ["--out", str(folder / "out"), "--root", str(ROOT)]
    ours = timed(lambda: subprocess.run(command, check=True, capture_output=True))
    sample = [
        naive(exercise, exercise.reference, folder / "naive")  # type: ignore[arg-type]
        for exercise in exercises
        for _ in range(naive_runs)
    ]
    theirs = statistics.fmean(sample) * size / (os.cpu_count() or 1)
    print(
        f"\n{size} submissions, launcher's start included: {ours:.1f} s; "
        f"{size} naive processes, two at a time at best: {theirs:.1f} s; "
        f"ratio {theirs / ours:.1f}"
    )


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--class-size", type=int, default=24)
    parser.add_argument("--naive", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.monotonic()
        with grading.Grader.open(ROOT, seed=seeds.PUBLIC_SEED) as grader:
            print(f"launcher's start: {time.monotonic() - start:.1f} s")
            memory(grader)
            single(grader, options.runs, options.naive, folder / "naive")
        with grading.Grader.open(ROOT) as grader:
            for exercise in grader.exercises:
                grader.prepare(exercise)
            a_class(grader, options.class_size, options.naive, folder)


if __name__ == "__main__":
    main()
