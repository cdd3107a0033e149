"""What a process used is read from outside, while it lives and after."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from grader.runner.meter import Meter

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not tell"
)

WORKER = """
import sys
kept = []
print("ready", flush=True)
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""


@contextmanager
def worker() -> Iterator[subprocess.Popen[str]]:
    """A process that executes each line which it is sent."""
    command = [sys.executable, "-c", WORKER]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def do(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    process.stdout.readline()


def test_memory_counts_from_the_start_on() -> None:
    with worker() as process:
        do(process, "kept.append(b'a' * (50 << 20))")
        meter = Meter(process.pid)
        meter.start()
        do(process, "kept.append(b'a' * (30 << 20))")
        assert 28 < meter.peak_mb() < 40
        do(process, "kept.clear()")
        assert 28 < meter.peak_mb() < 40, "it was the most"
        meter.learn(99.0)
        assert meter.peak_mb() == 99.0


def test_time_is_the_processs_own_and_outlives_it() -> None:
    with worker() as process:
        meter = Meter(process.pid)
        before = meter.cpu_seconds()
        do(process, "sum(range(10**7))")
        spent = meter.cpu_seconds()
        assert before < spent
        process.kill()
        process.wait()
        assert meter.cpu_seconds() >= spent


def test_no_process_uses_nothing() -> None:
    meter = Meter()
    meter.start()
    assert (meter.cpu_seconds(), meter.peak_mb()) == (0.0, 0.0)
