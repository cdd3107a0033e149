"""What a piece of work leaves behind: processes, groups, mounts, files, shared memory.

    with survivors.none(temporary):
        ...  # start launchers, end them; `temporary` is their `TMPDIR`

What is there at the end and was not at the beginning is an error. This process becomes
the parent of every orphan meanwhile, so a daemon that left its runner is found too.
"""

from __future__ import annotations

import ctypes
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from grader.runner import cgroups

_PR_SET_CHILD_SUBREAPER = 36
_PATIENCE = 10.0
"""Seconds that what is ending may take: a scan may see it half-way."""


@contextmanager
def none(temporary: Path) -> Iterator[None]:
    """Assert that nothing is left of what is done within.

    Args:
        temporary: The folder for temporary files of all that is started.
    """
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = scan(temporary)
    try:
        yield
        deadline = time.monotonic() + _PATIENCE
        while scan(temporary) - before and time.monotonic() < deadline:
            time.sleep(0.05)
        left = scan(temporary) - before
        assert not left, sorted(left)
    finally:
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def scan(temporary: Path) -> set[str]:
    """Everything of ours that is there now, each as a line of text."""
    return {
        *processes(os.getpid()),
        *_groups(),
        *_mounts(temporary),
        *_shared_memory(),
        *(f"file {path}" for path in temporary.rglob("*")),
    }


def processes(parent: int) -> set[str]:
    """The processes below `parent`, with their threads and their state."""
    found = set()
    for process in psutil.Process(parent).children(recursive=True):
        try:
            name = " ".join(process.cmdline())[:80] or process.name()
            found.add(f"process {process.pid} {process.status()} {name}")
        except psutil.NoSuchProcess:
            continue
    return found


def descriptors(process: int) -> list[str]:
    """What `process` has open, by kind: sockets and pipes have numbers, files names."""
    folder = f"/proc/{process}/fd"
    names = [os.readlink(f"{folder}/{number}") for number in os.listdir(folder)]
    return sorted(re.sub(r":\[\d+\]", "", name) for name in names)


def _groups() -> set[str]:
    home = cgroups.find()
    if home is None:
        return set()
    found = set()
    for folder in {home.memory, home.pids} - {""}:
        for path in Path(folder).glob("grader-*"):
            owner = int(path.name.split("-")[1])
            if not psutil.pid_exists(owner) or _is_ours(owner):
                found.add(f"group {path}")
    return found


def _is_ours(pid: int) -> bool:
    try:
        return os.getpid() in [one.pid for one in psutil.Process(pid).parents()]
    except psutil.NoSuchProcess:
        return False


def _mounts(temporary: Path) -> set[str]:
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    points = [line.split()[4] for line in lines]
    return {f"mount {point}" for point in points if point.startswith(str(temporary))}


def _shared_memory() -> set[str]:
    found = {f"shared memory {path}" for path in Path("/dev/shm").glob("*")}
    for kind in ("shm", "sem", "msg"):
        table = Path("/proc/sysvipc", kind)
        lines = table.read_text().splitlines()[1:] if table.exists() else []
        found |= {f"{kind} {line.split()[1]}" for line in lines}
    return found
