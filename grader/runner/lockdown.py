"""Take away from a process what a submission must not have.

| level    | what holds                                                              |
| -------- | ----------------------------------------------------------------------- |
| `full`   | a root, a network and a user of its own, besides all of `strong`        |
| `strong` | Landlock (files), seccomp (calls), limits; names of files can be seen   |
| `device` | as `strong`, and the GPU's driver can be talked to in all ways          |
| `medium` | Landlock and limits, without seccomp                                    |
| `weak`   | seccomp and limits: files can be read                                   |
| `none`   | limits alone (macOS, old kernels): for code that one trusts             |

`prepare` looks once at what the machine gives; `apply` puts a forked child under it and
fails rather than leave a layer out. Which level holds, `selftest` observes.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.runner import cgroups, landlock, ownroot, seccomp

LEVELS = ("none", "weak", "medium", "device", "strong", "full")

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_PR_CAPBSET_DROP = 24
_UNCOUNTED_MB = 2560
"""Address space beyond the memory limit: arenas, stacks and libraries that are mapped
and hardly touched. Shared memory, which RLIMIT_DATA does not count, ends here."""
_SHARED_MB = 256
"""What a control group grants beyond memory and disk, so that RLIMIT_DATA comes first:
that one ends in an exception, which names the line, and this one in a kill."""

_CPU_SECONDS = 600

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
    user: int = ownroot.USERS[0]
    """Whom root becomes. Nobody else: the kernel counts threads by their user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What this machine gives, found out once before any fork."""

    level: str
    """The level aimed at; the self-test says which one holds."""
    abi: int
    """Landlock's version; 0 for none."""
    seccomp: bool
    namespaces: bool
    own_root: bool
    cgroup: cgroups.Home | None
    """Where control groups can be made; None for nowhere."""
    readable: tuple[str, ...]
    device: str
    launcher: int
    """The process without which no runner shall live."""

    @property
    def layers(self) -> tuple[str, ...]:
        """The protections that `apply` puts on."""
        names = ["limits"]
        if self.cgroup is not None:
            kinds = "memory, processes" if self.cgroup.pids else "memory"
            names.append(f"cgroup {self.cgroup.version} ({kinds})")
        if sys.platform == "linux":
            names.append("no new privileges")
        if self.abi:
            names.append(f"landlock {self.abi}")
        if self.seccomp:
            names.append("seccomp")
        if self.namespaces:
            names += ["namespaces (mount, network, ipc, uts)", "private tmpfs"]
        if self.own_root:
            names += ["own root", "own user" if os.geteuid() == 0 else "user namespace"]
        return tuple(names)


def prepare(device: str, wanted: str = "full") -> Prepared:
    """Find out what this machine gives, up to the level `wanted`."""
    linux = sys.platform == "linux"
    rank = LEVELS.index(wanted)
    abi = landlock.version() if linux and rank >= LEVELS.index("medium") else 0
    filtered = linux and seccomp.supported() and wanted not in ("none", "medium")
    readable = _readable(device)
    namespaces = linux and wanted == "full" and _succeeds(ownroot.unshare)
    return Prepared(
        level=wanted,
        abi=abi,
        seccomp=filtered,
        namespaces=namespaces,
        # A GPU's driver looks for its devices in too many places.
        own_root=namespaces and device != "gpu" and _can_have_root(readable),
        cgroup=_cgroup_home(),
        readable=readable,
        device=device,
        launcher=os.getpid(),
    )


def _can_have_root(readable: Sequence[str]) -> bool:
    def move() -> None:
        ownroot.unshare()
        ownroot.enter(readable, folder, 8, ownroot.USERS[0])

    with tempfile.TemporaryDirectory(prefix="own-root-") as folder:
        return ownroot.supported() and _succeeds(move)


def _cgroup_home() -> cgroups.Home | None:
    home = cgroups.find()
    if home is None:
        return None
    home.sweep()
    group = home.group(0)
    try:
        group.limit(64, 8)
        return home if _succeeds(group.enter) else None
    except OSError:
        return None
    finally:
        group.remove()


def _succeeds(attempt: Callable[[], object]) -> bool:
    """Whether `attempt` works, tried in a child so that this process is unchanged."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            attempt()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def group_for(
    prepared: Prepared, request: Request, number: int
) -> cgroups.Group | None:
    """Make the control group number `number` of this process, where there can be one.

    Raises:
        OSError: The kernel refused.
    """
    if prepared.cgroup is None:
        return None
    group = prepared.cgroup.group(number)
    try:
        # The box lies in memory, and what a fork shares is charged when it is changed.
        group.limit(request.memory_mb + request.disk_mb + _SHARED_MB, request.processes)
    except OSError:
        group.remove()
        raise
    return group


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
    prepared: Prepared,
    request: Request,
    box: str,
    keep: Sequence[int] = (),
    group: cgroups.Group | None = None,
) -> None:
    """Lock this single-threaded process down for good.

    Args:
        prepared: What the machine gives.
        request: The limits.
        box: The folder that it may write in; the working folder.
        keep: Descriptors that stay open, besides 0, 1 and 2.
        group: The control group to enter, as `group_for` made it.

    Raises:
        LockdownFailed: A promised layer could not be put on; the process must end.
    """
    steps: list[tuple[str, Callable[[], None]]] = [
        ("descriptors", lambda: _close_all_but(keep)),
    ]
    if group is not None:
        steps.append(("cgroup", group.enter))
    if prepared.namespaces:
        steps.append(("namespaces", lambda: _enter(prepared, box, request)))
    steps.append(("limits", lambda: _limit(prepared, request)))
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
        steps.append(("parent", lambda: _die_with(prepared.launcher)))
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


def _enter(prepared: Prepared, box: str, request: Request) -> None:
    ownroot.unshare()
    if prepared.own_root:
        ownroot.enter(prepared.readable, box, request.disk_mb, request.user)
    else:
        ownroot.cover(box, request.disk_mb)


def _limit(prepared: Prepared, request: Request) -> None:
    mega = 1 << 20
    limits = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": request.disk_mb * mega,
        "RLIMIT_NOFILE": request.files,
    }
    if sys.platform == "linux":
        limits["RLIMIT_DATA"] = _mapped("VmData:") + request.memory_mb * mega
        if prepared.device != "gpu":  # a GPU's memory is mapped as well
            room = (request.memory_mb + _UNCOUNTED_MB) * mega
            limits["RLIMIT_AS"] = _mapped("VmSize:") + room
        limits["RLIMIT_MSGQUEUE"] = 0
        if prepared.own_root or os.geteuid() == 0:
            # Else an ordinary user's limit counts all of that user's processes.
            limits["RLIMIT_NPROC"] = request.processes
    for name, value in limits.items():
        _set_limit(getattr(resource, name), value, value)
    # The judge keeps the time; this is for the case that it is stopped.
    _set_limit(resource.RLIMIT_CPU, _CPU_SECONDS, _CPU_SECONDS + 5)


def _set_limit(which: int, soft: int, hard: int) -> None:
    found = resource.getrlimit(which)[1]
    if found != resource.RLIM_INFINITY:
        soft, hard = min(soft, found), min(hard, found)
    resource.setrlimit(which, (soft, hard))


def _mapped(what: str) -> int:
    with open("/proc/self/status", encoding="ascii") as file:
        for line in file:
            if line.startswith(what):
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
