"""What a locked-down process can still do goes in, the level that holds comes out.

A child locks itself down, tries what must be refused, and then does what must work. The
level that was *observed* stands in every verdict, whatever was promised.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace

from grader.runner.lockdown import (
    LEVELS,
    Prepared,
    Request,
    apply,
    group_for,
    prepare,
)

_REQUEST = Request(memory_mb=1024, disk_mb=8, processes=64, files=128)
_PTRACE_SEIZE = 0x4206
_CLONE_NEWUSER = 0x10000000
_IO_URING_SETUP = 425
_KEYCTL = {"x86_64": 250, "aarch64": 219}
_KEYCTL_GET_KEYRING_ID, _SESSION_KEYRING = 0, -3


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the self-test observed."""

    level: str
    leaks: tuple[str, ...] = ()
    """What it could do although it should not; each goes on from "a submission"."""
    failures: tuple[str, ...] = ()
    """Why no runner can work under this lock, or under the stronger ones."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the child tries its hands on."""

    canary: str
    """A file outside the box."""
    parent: int
    secret: ctypes.Array[ctypes.c_char]
    """Bytes that lie at the same place in the parent's memory."""


def strongest(
    device: str, wanted: str, work: Callable[[], object]
) -> tuple[Prepared, Report]:
    """Return the strongest lock up to the level `wanted` under which `work` works."""
    rungs = [one for one in LEVELS if one != "device"]  # that is `strong`, on a GPU
    failures: tuple[str, ...] = ()
    for rung in reversed(rungs[: rungs.index(wanted) + 1]):
        prepared = prepare(device, rung)
        report = run(prepared, work)
        if not report.failures:
            break
        failures += tuple(f"{rung}: {one}" for one in report.failures)
    return prepared, replace(report, failures=failures)


def run(prepared: Prepared, work: Callable[[], object] = lambda: None) -> Report:
    """Lock a child down, and report what it could do.

    Args:
        prepared: What the machine gives.
        work: What must still work under the lock, or else the lock is of no use.
    """
    said = _from_child(prepared, work)
    if said[-1] != "done":
        return Report(level="none", failures=(said[-1] or "it ended early",))
    leaks = tuple(said[:-1])
    return Report(level=_level(prepared, set(leaks)), leaks=leaks)


def _level(prepared: Prepared, leaks: set[str]) -> str:
    files, names = bool(leaks & set(_FILES)), bool(leaks & set(_NAMES))
    calls = bool(leaks - set(_FILES) - set(_NAMES))
    if files or calls:
        return "none" if files and calls else "weak" if files else "medium"
    if prepared.device == "gpu":
        return "device"
    return "full" if prepared.own_root and not names else "strong"


def _from_child(prepared: Prepared, work: Callable[[], object]) -> list[str]:
    """What the child says, line by line; the last line is "done" or what failed."""
    with tempfile.TemporaryDirectory(prefix="self-test-") as folder:
        canary = os.path.join(folder, "canary")
        with open(canary, "w", encoding="ascii") as file:
            file.write("secret")
        box = os.path.join(folder, "box")
        os.mkdir(box)
        scene = _Scene(canary, os.getpid(), ctypes.create_string_buffer(b"secret"))
        try:
            group = group_for(prepared, _REQUEST, 0)
        except OSError as error:
            return [f"cgroup: {error}"]
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.chdir(box)
                apply(prepared, _REQUEST, box, [writer], group)
                for name, attempt in (_FILES | _NAMES | _CALLS).items():
                    if _succeeds(attempt, scene):
                        os.write(writer, f"{name}\n".encode())
                work()
                os.write(writer, b"done")
            except BaseException as error:
                os.write(writer, f"{error}".partition("\n")[0].encode())
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read().decode()
        os.waitpid(child, 0)
        if group is not None:
            group.remove()
    return said.split("\n")


def _succeeds(attempt: Callable[[_Scene], object], scene: _Scene) -> bool:
    try:
        attempt(scene)
    except (OSError, ValueError):
        return False
    return True


# --- attempts -----------------------------------------------------------------


def _call(name: str, *arguments: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)


def _read_memory(scene: _Scene) -> None:
    copy = ctypes.create_string_buffer(8)
    parts = [
        (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 6)
        for buffer in (copy, scene.secret)
    ]
    _call("process_vm_readv", scene.parent, parts[0], 1, parts[1], 1, 0)


def _list_names(scene: _Scene) -> None:
    folder, name = os.path.split(scene.canary)
    if name not in os.listdir(folder):
        raise OSError("it is another folder of that name")


def _start_a_process(_: _Scene) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _start_a_program(_: _Scene) -> None:
    program = os.posix_spawn("/bin/sh", ["sh", "-c", "exit"], {})
    if os.waitstatus_to_exitcode(os.waitpid(program, 0)[1]) != 0:
        raise OSError("it could not be executed")


def _fill_the_disk(_: _Scene) -> None:
    found = os.statvfs(".")
    if found.f_blocks * found.f_frsize <= _REQUEST.disk_mb << 20:
        raise OSError("the box is bounded")


_FILES: dict[str, Callable[[_Scene], object]] = {
    "reads a file outside": lambda scene: open(scene.canary, encoding="ascii").close(),
    "writes outside": lambda scene: open(scene.canary + "2", "w").close(),
    "empties a file outside": lambda scene: os.truncate(scene.canary, 0),
    "lists a folder outside": _list_names,
    "reads the launcher's environment": (
        lambda scene: open(f"/proc/{scene.parent}/environ", "rb").close()
    ),
}
_NAMES: dict[str, Callable[[_Scene], object]] = {
    "sees the name of a file outside": lambda scene: os.stat(scene.canary),
    "fills the disk with many files": _fill_the_disk,
}
_CALLS: dict[str, Callable[[_Scene], object]] = {
    "starts a process": _start_a_process,
    "starts a program": _start_a_program,
    "opens a network socket": lambda _: socket.socket(socket.AF_INET).close(),
    "opens a local socket": lambda _: socket.socket(socket.AF_UNIX).close(),
    "signals the launcher": lambda scene: os.kill(scene.parent, 0),
    "traces the launcher": (
        lambda scene: _call("ptrace", _PTRACE_SEIZE, scene.parent, None, None)
    ),
    "reads the launcher's memory": _read_memory,
    "raises a limit": (
        lambda _: resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
    ),
    "makes a memory file": lambda _: os.close(os.memfd_create("m")),
    "uses a keyring": lambda _: _call(
        "syscall",
        *map(ctypes.c_long, (_KEYCTL[platform.machine()], _KEYCTL_GET_KEYRING_ID)),
        *map(ctypes.c_long, (_SESSION_KEYRING, 1)),
    ),
    "makes an io_uring": lambda _: _call(
        "syscall", ctypes.c_long(_IO_URING_SETUP), 1, ctypes.create_string_buffer(120)
    ),
    "enters a user namespace": lambda _: _call("unshare", _CLONE_NEWUSER),
    "mounts": lambda _: _call("mount", b"none", b".", b"tmpfs", 0, None),
}
