"""Each limit of a runner ends what breaks it, and says which limit that was."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from grader.records import Limits, Observation, Trouble
from grader.runner.client import Launcher, Program

PROBES = "def square(solution, x):\n    return solution.square(x)\n"


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    with Launcher.start(device="cpu") as started:
        yield started


def observe(launcher: Launcher, body: str, **limits: float) -> Observation:
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    chosen = {"cpu_seconds": 5.0, "wall_seconds": 60.0} | limits
    program = Program(
        text=f"import tensorflow as tf\nkept = []\ndef square(x):\n{lines}",
        name="submission.py",
        probes=PROBES,
        tasks=("square",),
        limits=Limits(**chosen),  # type: ignore[arg-type]
    )
    live = launcher.solution(program)
    live.begin("test_a", hidden=False, seed=1)
    try:
        return live.observe("square", np.array([2.0, 3.0]))
    finally:
        live.close()


def need_a_group(launcher: Launcher) -> None:
    if not any(layer.startswith("cgroup") for layer in launcher.hello.isolation.layers):
        pytest.skip("this user can make no control groups here")


# --- memory -------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("while True: kept.append(bytearray(10**6))", id="Python"),
        pytest.param(
            "while True: kept.append({i: 2 * i for i in range(999)})", id="tiny"
        ),
        pytest.param("return tf.zeros([10**11])", id="huge tensor"),
        pytest.param("while True: kept.append(tf.ones([10**6]))", id="leak"),
    ],
)
def test_memory_of_its_own_runs_out_at_a_line(launcher: Launcher, body: str) -> None:
    """TensorFlow by itself goes on trying for ten seconds."""
    observation = observe(launcher, body, memory_mb=300, wall_seconds=9)
    assert observation.problem is not None
    assert observation.problem.trouble is Trouble.MEMORY_LIMIT
    assert observation.problem.line == 4


def test_shared_memory_counts_too(launcher: Launcher) -> None:
    need_a_group(launcher)
    body = (
        "import mmap\narea = mmap.mmap(-1, 2 << 30)\n"
        "while True: area.write(bytes(1 << 20))"
    )
    observation = observe(launcher, body, memory_mb=64)
    assert observation.problem is not None
    assert observation.problem.trouble is Trouble.MEMORY_LIMIT
    assert observation.problem.message == "more than 64 MiB of memory"


def test_the_peak_is_what_the_submission_took(launcher: Launcher) -> None:
    """Not what it shares with the launcher, which is some hundred MiB."""
    little = observe(launcher, "return x").peak_mb
    much = observe(launcher, "kept.append(bytearray(200 << 20))").peak_mb
    assert 0 < little < 60
    assert 195 < much < little + 260
