"""Nothing outlives a runner, however it ended and whoever was killed."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest
import survivors

from grader.records import Limits, Trouble
from grader.runner.client import Launcher, LiveSolution, Program

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the scan reads what Linux tells"
)

PROBES = "def square(solution, x):\n    return solution.square(x)\n"
LEAVER = """
import os, signal, tempfile, threading, time

def daemon():
    "Leave the parent, the session and the group, and hear no signal."
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while True:
        time.sleep(1)

try:
    for _ in range(3):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                os.setsid()
                daemon()
            daemon()
except OSError:
    pass  # it cannot, where calls are filtered
for _ in range(3):
    threading.Thread(target=daemon, daemon=True).start()
os.makedirs("a/b/c")
kept = [tempfile.NamedTemporaryFile(delete=False) for _ in range(10)]
try:
    import multiprocessing.shared_memory as memory
    kept.append(memory.SharedMemory(create=True, size=1 << 20))
    kept[-1].unlink()
except OSError:
    pass

def square(x):
    END
"""
ENDS = {
    "answers": ("return x * x", None),
    "exits": ("os._exit(0)", Trouble.EARLY_EXIT),
    "crashes": ("os.abort()", Trouble.CRASH),
    "never ends": ("while True: pass", Trouble.CPU_LIMIT),
}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which everything temporary lies meanwhile."""
    home = tmp_path / "temporary"
    home.mkdir()
    monkeypatch.setenv("TMPDIR", str(home))
    monkeypatch.setattr("tempfile.tempdir", None)
    return home


@contextmanager
def started(level: str = "full") -> Iterator[Launcher]:
    with Launcher.start(device="cpu", level=level) as launcher:
        yield launcher


def solution(launcher: Launcher, end: str) -> LiveSolution:
    program = Program(
        text=LEAVER.replace("END", end),
        name="submission.py",
        probes=PROBES,
        tasks=("square",),
        limits=Limits(cpu_seconds=2.0, wall_seconds=60.0),
    )
    live = launcher.solution(program)
    live.begin("test_a", hidden=False, seed=1)
    return live


def square(live: LiveSolution) -> Trouble | None:
    problem = live.observe("square", np.array([2.0, 3.0])).problem
    return problem.trouble if problem else None


def until(happened: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("level", ["full", "strong", "medium", "none"])
def test_nothing_outlives_a_runner(level: str, temporary: Path) -> None:
    with survivors.none(temporary), started(level) as launcher:
        [home] = temporary.iterdir()
        until(lambda: "pipe" in survivors.descriptors(launcher.pid))
        idle = survivors.descriptors(launcher.pid)
        for end, trouble in ENDS.values():
            with closing(solution(launcher, end)) as live:
                assert square(live) is trouble
            until(lambda: not survivors.processes(launcher.pid))
            until(lambda: not list(home.iterdir()))
            until(lambda: survivors.descriptors(launcher.pid) == idle)


def test_a_judge_that_is_killed_takes_its_runners_along(temporary: Path) -> None:
    with survivors.none(temporary), started("medium") as launcher:
        judge = os.fork()
        if judge == 0:
            try:
                square(solution(launcher, "while True: time.sleep(1)"))
            finally:
                os._exit(1)
        until(lambda: len(survivors.processes(launcher.pid)) > 3)
        os.kill(judge, signal.SIGKILL)
        os.waitpid(judge, 0)
        until(lambda: not survivors.processes(launcher.pid))
        with closing(solution(launcher, "return x")) as another:
            assert square(another) is None, "it serves others"


@pytest.mark.parametrize("level", ["full", "medium"])
def test_a_launcher_that_is_killed_leaves_nothing(level: str, temporary: Path) -> None:
    with survivors.none(temporary), started(level) as launcher:
        if level == "medium" and not any(
            layer.startswith("cgroup") for layer in launcher.hello.isolation.layers
        ):
            pytest.skip("without a group, a daemon can leave a launcher that died")
        with closing(solution(launcher, "return x")) as live:
            psutil.Process(launcher.pid).kill()
            assert square(live) in (Trouble.CRASH, Trouble.BROKEN)


def test_a_grader_that_is_killed_leaves_nothing(temporary: Path) -> None:
    with survivors.none(temporary):
        reader, writer = os.pipe()
        grader = os.fork()
        if grader == 0:
            try:
                with started() as launcher:
                    live = solution(launcher, "time.sleep(60)")
                    os.write(writer, b"!")
                    square(live)
            finally:
                os._exit(1)
        os.read(reader, 1)
        os.kill(grader, signal.SIGKILL)
        os.waitpid(grader, 0)
        os.close(reader)
        os.close(writer)


def test_the_scan_sees_what_is_left(temporary: Path) -> None:
    """A process, a file and shared memory; else the tests above could not fail."""
    from multiprocessing.shared_memory import SharedMemory

    before = survivors.scan(temporary)
    child = os.fork()
    if child == 0:
        time.sleep(60)
        os._exit(0)
    (temporary / "file").touch()
    memory = SharedMemory(create=True, size=1)
    kinds = {line.split()[0] for line in survivors.scan(temporary) - before}
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    memory.close()
    memory.unlink()
    assert {"process", "file", "shared"} <= kinds
