"""What a locked-down process can still do goes in, the level that holds comes out.

A child locks itself down and tries what must be refused. The level that was *observed*
stands in every verdict, whatever was promised.
"""

from __future__ import annotations

import os
import resource
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from grader.runner.lockdown import Prepared, Request, apply, group_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the self-test observed."""

    level: str
    layers: tuple[str, ...]
    leaks: tuple[str, ...]


_FILES = {"reads a file outside", "writes outside", "empties a file outside"}
_CALLS = {"starts a process", "opens a socket", "signals another"}


def run(prepared: Prepared) -> Report:
    """Lock a child down, let it try what must be refused, and report what it could."""
    leaks = _leaks(prepared)
    return Report(level=_observed(prepared, leaks), layers=prepared.layers, leaks=leaks)


def _observed(prepared: Prepared, leaks: tuple[str, ...]) -> str:
    if "cannot be locked down" in leaks:
        return "none"
    files_open = bool(_FILES & set(leaks))
    calls_open = bool(_CALLS & set(leaks))
    if files_open:
        return "none" if calls_open else "weak"
    if calls_open or prepared.device == "gpu":
        return "medium"
    hidden = "sees the name of a file outside" not in leaks
    return "full" if prepared.own_root and hidden else "strong"


def _leaks(prepared: Prepared) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory(prefix="self-test-") as folder:
        canary = os.path.join(folder, "canary")
        with open(canary, "w", encoding="ascii") as file:
            file.write("secret")
        box = os.path.join(folder, "box")
        os.mkdir(box)
        reader, writer = os.pipe()
        request = Request(memory_mb=256, disk_mb=8, processes=8, files=64)
        group = group_for(prepared, request, 0)
        child = os.fork()
        if child == 0:
            lock = lambda: apply(prepared, request, box, [writer], group)  # noqa: E731
            _try_all(lock, canary, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read(4096).decode()
        os.waitpid(child, 0)
        if group is not None:
            group.remove()
    if not said.endswith("done"):
        return ("cannot be locked down",)
    return tuple(said.split("\n")[:-1])


def _try_all(lock: Callable[[], None], canary: str, writer: int) -> None:
    attempts: dict[str, Callable[[], object]] = {
        "reads a file outside": lambda: open(canary, encoding="ascii").close(),
        "writes outside": lambda: open(canary + ".new", "w", encoding="ascii").close(),
        "lists a folder outside": lambda: os.listdir(os.path.dirname(canary)),
        "sees the name of a file outside": lambda: os.stat(canary),
        "empties a file outside": lambda: os.truncate(canary, 0),
        "opens a socket": lambda: socket.socket(socket.AF_INET).close(),
        "signals another": lambda: os.kill(os.getppid(), 0),
        "raises a limit": lambda: resource.setrlimit(
            resource.RLIMIT_NOFILE, (4096, 4096)
        ),
        "starts a process": _fork_and_reap,
    }
    try:
        lock()
        found = [name for name, attempt in attempts.items() if _succeeds_here(attempt)]
        os.write(writer, "\n".join([*found, "done"]).encode())
    finally:
        os._exit(0)


def _fork_and_reap() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _succeeds_here(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (OSError, ValueError):
        return False
    return True
