"""What the lock-down of one runner costs, and how long it takes to be rid of one.

    python benchmarks/lockdown.py [--runs 30]

Each runner is a fork of a process that has imported TensorFlow, as in real life. Of
each step the median and the maximum of its wall time are printed, in milliseconds, and
the median of the CPU time, which a busy machine does not change.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from grader.runner import box, lockdown
from grader.runner.lockdown import Prepared, Request

REQUEST = Request(memory_mb=1024, disk_mb=64, processes=64, files=256)


class Clock:
    """Notes how long steps take, by name."""

    def __init__(self) -> None:
        self.times: dict[str, list[tuple[float, float]]] = {}

    def time(self, name: str, step: Callable[[], object]) -> object:
        """Take the step, and note its wall and CPU time."""
        wall, cpu = time.perf_counter(), time.process_time()
        made = step()
        self.note(name, time.perf_counter() - wall, time.process_time() - cpu)
        return made

    def note(self, name: str, wall: float, cpu: float) -> None:
        """Note times that were taken elsewhere."""
        self.times.setdefault(name, []).append((wall, cpu))


def one_runner(prepared: Prepared, number: int, home: str, clock: Clock) -> None:
    """Make a runner, lock it, end it and clear it away."""
    folder = tempfile.mkdtemp(dir=home)
    group = prepared.cgroup and clock.time(
        "make its control group",
        lambda: lockdown.group_for(prepared, REQUEST, number),
    )
    reader, writer = os.pipe()
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            _live(prepared, folder, writer, group, began)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        said = json.loads(pipe.readline())
        clock.note("fork", said["fork"], 0.0)
        clock.note(f"lock-down ({prepared.level})", *said["lock"])
        os.kill(child, signal.SIGKILL)
        clock.time("end it: kill and reap", lambda: os.waitpid(child, 0))
    if group is not None:
        clock.time("remove its control group", group.remove)  # type: ignore[attr-defined]
    clock.time("clear its folder", lambda: box.clear(folder))


def _live(
    prepared: Prepared, folder: str, writer: int, group: object, began: float
) -> None:
    forked = time.perf_counter()
    cpu = time.process_time()
    lockdown.apply(prepared, REQUEST, folder, [writer], group)  # type: ignore[arg-type]
    spent = time.perf_counter() - forked, time.process_time() - cpu
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for _ in range(4):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    said = json.dumps({"fork": forked - began, "lock": spent})
    os.write(writer, f"{said}\n".encode())
    while True:
        pass


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    runs = parser.parse_args().runs
    # As the launcher does: no op, and so no thread but this one.
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "-1"}
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import tensorflow as tf

    clock = Clock()
    with tempfile.TemporaryDirectory() as home:
        for level in ("none", "strong", "full"):
            prepared = lockdown.prepare("cpu", level)
            for number in range(1, runs + 1):
                one_runner(prepared, number, home, clock)
        without = replace(prepared, cgroup=None, level="full, no control group")
        for number in range(1, runs + 1):
            one_runner(without, number, home, clock)
    print(f"TensorFlow {tf.__version__}, {runs} runs, load {os.getloadavg()[0]:.1f}\n")
    print("| step | median ms | maximum ms | median CPU ms |")
    print("| --- | --- | --- | --- |")
    for name, times in clock.times.items():
        walls, cpus = zip(*times, strict=True)
        row = statistics.median(walls), max(walls), statistics.median(cpus)
        print(f"| {name} | " + " | ".join(f"{1000 * one:.2f}" for one in row) + " |")


if __name__ == "__main__":
    main()
