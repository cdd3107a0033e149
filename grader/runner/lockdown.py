"""Take away from a process what a submission must not have.

| level    | what holds                                                              |
| -------- | ----------------------------------------------------------------------- |
| `full`   | namespaces and a private tmpfs besides all of `strong`                  |
| `strong` | Landlock (files), seccomp (calls), limits, no privileges                |
| `medium` | Landlock and limits, without seccomp                                    |
| `weak`   | seccomp and limits: files can be read                                   |
| `none`   | limits alone (macOS, old kernels): for code that one trusts             |

`prepare` looks once at what the machine gives; `apply` puts a forked child under it and
fails rather than leave a layer out; `self_test` tries, in a child of its own, what must
be refused, and reports the level that it *observed*.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import socket
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.runner import landlock, seccomp

LEVELS = ("none", "weak", "medium", "strong", "full")

_NEWNS, _NEWUTS, _NEWIPC = 0x00020000, 0x04000000, 0x08000000
_NEWUSER, _NEWNET, _NEWCGROUP = 0x10000000, 0x40000000, 0x02000000
_MS_NOSUID, _MS_NODEV, _MS_REC, _MS_PRIVATE = 2, 4, 16384, 1 << 18
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_PR_CAPBSET_DROP = 24

_SYSTEM_FILES = (
    *("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache"),
    *("/usr/share/zoneinfo", "/etc/localtime"),
    *("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"),
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat"),
    "/sys/devices/system/cpu",
)
_GPU_FILES = (
    "/dev/nvidiactl",
    "/dev/nvidia-uvm",
    "/dev/nvidia0",
    "/proc/driver",
    "/sys",
)


class LockdownFailed(Exception):
    """A layer that the level promises could not be put on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one runner may use."""

    memory_mb: int
    disk_mb: int
    processes: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What this machine gives, found out once before any fork."""

    level: str
    """The level aimed at; `self_test` says which one holds."""
    abi: int
    """Landlock's version; 0 for none."""
    seccomp: bool
    namespaces: bool
    readable: tuple[str, ...]
    device: str

    @property
    def layers(self) -> tuple[str, ...]:
        """The protections that `apply` puts on."""
        names = ["limits"]
        if sys.platform == "linux":
            names.append("no new privileges")
        if self.abi:
            names.append(f"landlock {self.abi}")
        if self.seccomp:
            names.append("seccomp")
        if self.namespaces:
            names += ["namespaces (mount, network, ipc, uts)", "private tmpfs"]
        return tuple(names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the self-test observed."""

    level: str
    layers: tuple[str, ...]
    leaks: tuple[str, ...]


def prepare(device: str, wanted: str = "full") -> Prepared:
    """Find out what this machine gives, up to the level `wanted`."""
    linux = sys.platform == "linux"
    rank = LEVELS.index(wanted)
    abi = landlock.version() if linux and rank >= LEVELS.index("medium") else 0
    filtered = linux and seccomp.supported() and wanted not in ("none", "medium")
    return Prepared(
        level=wanted,
        abi=abi,
        seccomp=filtered,
        namespaces=linux and wanted == "full" and _succeeds(_unshare),
        readable=_readable(device),
        device=device,
    )


def _readable(device: str) -> tuple[str, ...]:
    paths = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib")]
    paths += [sysconfig.get_path(name) for name in ("purelib", "platlib")]
    paths += [os.path.join(sys.base_prefix, "lib"), *_SYSTEM_FILES]
    if device == "gpu":
        paths += _GPU_FILES
    return tuple(
        dict.fromkeys(
            os.path.realpath(path) if path.startswith("/usr") else path
            for path in paths
            if path
        )
    )


# --- in the child -------------------------------------------------------------


def apply(
    prepared: Prepared, request: Request, box: str, keep: Sequence[int] = ()
) -> None:
    """Lock this single-threaded process down for good.

    Args:
        prepared: What the machine gives.
        request: The limits.
        box: The folder that it may write in; the working folder.
        keep: Descriptors that stay open, besides 0, 1 and 2.

    Raises:
        LockdownFailed: A promised layer could not be put on; the process must end.
    """
    parent = os.getppid()
    steps: list[tuple[str, Callable[[], None]]] = [
        ("descriptors", lambda: _close_all_but(keep)),
    ]
    if prepared.namespaces:
        steps.append(("namespaces", lambda: _enter_namespaces(box, request)))
    steps.append(("limits", lambda: _limit(request)))
    if sys.platform == "linux":
        steps.append(("privileges", _drop_privileges))
    if prepared.abi:
        writable = (box, "/dev/null", "/dev/shm" if prepared.device == "gpu" else box)
        steps.append(
            (
                "landlock",
                lambda: landlock.restrict(prepared.abi, prepared.readable, writable),
            )
        )
    if sys.platform == "linux":
        steps.append(("parent", lambda: _die_with(parent)))
    if prepared.seccomp:
        steps.append(("seccomp", lambda: _filter(prepared.device)))
    for name, step in steps:
        try:
            step()
        except OSError as error:
            raise LockdownFailed(f"{name}: {error}") from error


def _close_all_but(keep: Sequence[int]) -> None:
    start = 3
    for number in sorted(number for number in keep if number > 2):
        os.closerange(start, number)
        start = number + 1
    os.closerange(start, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(name: str, *args: object) -> None:
    if getattr(_libc(), name)(*args) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def _unshare() -> None:
    """Enter namespaces of our own: of a user too, where that is needed."""
    flags = _NEWNS | _NEWNET | _NEWIPC | _NEWUTS
    if os.geteuid() == 0:
        _call("unshare", flags)
    else:
        user, group = os.geteuid(), os.getegid()
        _libc().prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
        _call("unshare", flags | _NEWUSER)
        for name, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
    _call("mount", b"none", b"/", None, ctypes.c_ulong(_MS_REC | _MS_PRIVATE), None)


def _enter_namespaces(box: str, request: Request) -> None:
    _unshare()
    options = f"size={request.disk_mb}m,nr_inodes=10000,mode=700".encode()
    flags = ctypes.c_ulong(_MS_NOSUID | _MS_NODEV)
    _call("mount", b"tmpfs", os.fsencode(box), b"tmpfs", flags, options)
    os.chdir(box)


def _limit(request: Request) -> None:
    mega = 1 << 20
    limits = {
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": 600,
        "RLIMIT_FSIZE": request.disk_mb * mega,
        "RLIMIT_NOFILE": request.files,
    }
    if sys.platform == "linux":
        limits["RLIMIT_DATA"] = _data_bytes() + request.memory_mb * mega
        limits["RLIMIT_MSGQUEUE"] = 0
        if os.geteuid() == 0:
            # An ordinary user's limit counts all of that user's processes.
            limits["RLIMIT_NPROC"] = request.processes
    for name, value in limits.items():
        which = getattr(resource, name)
        hard = resource.getrlimit(which)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, value))


def _data_bytes() -> int:
    with open("/proc/self/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmData:"):
                return int(line.split()[1]) * 1024
    return 0


def _drop_privileges() -> None:
    libc = _libc()
    for capability in range(64):
        libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


def _die_with(parent: int) -> None:
    _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        raise OSError("the launcher is gone")


def _filter(device: str) -> None:
    program = seccomp.build(platform.machine(), os.getpid(), any_ioctl=device == "gpu")
    seccomp.install(program)


# --- the self-test ------------------------------------------------------------


def self_test(prepared: Prepared) -> Report:
    """Lock a child down, let it try what must be refused, and report what it could."""
    leaks = _leaks(prepared)
    return Report(level=_observed(prepared, leaks), layers=prepared.layers, leaks=leaks)


def _observed(prepared: Prepared, leaks: tuple[str, ...]) -> str:
    if "cannot be locked down" in leaks:
        return "none"
    files_open = "reads a file outside" in leaks or "writes outside" in leaks
    calls_open = {"starts a process", "opens a socket", "signals another"} & set(leaks)
    if files_open:
        return "none" if calls_open else "weak"
    if calls_open or prepared.device == "gpu":
        return "medium"
    return "full" if prepared.namespaces else "strong"


def _leaks(prepared: Prepared) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory(prefix="self-test-") as folder:
        canary = os.path.join(folder, "canary")
        with open(canary, "w", encoding="ascii") as file:
            file.write("secret")
        box = os.path.join(folder, "box")
        os.mkdir(box)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _try_all(prepared, box, canary, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read(4096).decode()
        os.waitpid(child, 0)
    if not said.endswith("done"):
        return ("cannot be locked down",)
    return tuple(said.split("\n")[:-1])


def _try_all(prepared: Prepared, box: str, canary: str, writer: int) -> None:
    attempts: dict[str, Callable[[], object]] = {
        "reads a file outside": lambda: open(canary, encoding="ascii").close(),
        "writes outside": lambda: open(canary + ".new", "w", encoding="ascii").close(),
        "lists a folder outside": lambda: os.listdir(os.path.dirname(canary)),
        "opens a socket": lambda: socket.socket(socket.AF_INET).close(),
        "signals another": lambda: os.kill(os.getppid(), 0),
        "raises a limit": lambda: resource.setrlimit(
            resource.RLIMIT_NOFILE, (4096, 4096)
        ),
        "starts a process": _fork_and_reap,
    }
    try:
        request = Request(memory_mb=256, disk_mb=8, processes=8, files=64)
        apply(prepared, request, box, [writer])
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


def _succeeds(attempt: Callable[[], object]) -> bool:
    """Whether `attempt` works, tried in a child so that this process is unchanged."""
    child = os.fork()
    if child == 0:
        os._exit(0 if _succeeds_here(attempt) else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
