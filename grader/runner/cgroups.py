"""Bound what a process and all that it starts take: memory, and processes and threads.

A control group is a folder of the kernel's. Both versions are known: in version 1 each
kind of limit has a tree of its own; in version 2 there is one tree, and a folder gives
limits to those in it only where the one above hands them down.
https://docs.kernel.org/admin-guide/cgroup-v2.html
"""

from __future__ import annotations

import errno
import glob
import os
import re
import signal
import time
from contextlib import suppress
from dataclasses import dataclass

_PREFIX = "grader-"
_KILLING_SECONDS = 2.0
_BATCH_MB = 4.0
"""Memory is charged in batches, so a full group may be this far from its limit."""


@dataclass(frozen=True, slots=True)
class Group:
    """The limits of one runner. It is empty until a process enters it."""

    version: int
    memory: str
    """The folder that bounds memory."""
    pids: str
    """The folder that bounds processes: the same one in version 2, "" for none."""

    @property
    def folders(self) -> set[str]:
        """Every folder that this group consists of."""
        return {self.memory, self.pids} - {""}

    def limit(self, memory_mb: int, processes: int) -> None:
        """Make the folders, with the limits.

        Raises:
            OSError: The kernel refused.
        """
        for folder in self.folders:
            os.mkdir(folder)
        size = str(memory_mb << 20)
        if self.version == 1:
            _write(self.memory, "memory.limit_in_bytes", size)
            _write_if_there(self.memory, "memory.memsw.limit_in_bytes", size)
        else:
            _write(self.memory, "memory.max", size)
            _write_if_there(self.memory, "memory.swap.max", "0")
            _write_if_there(self.memory, "memory.oom.group", "1")
        if self.pids:
            _write(self.pids, "pids.max", str(processes))

    def enter(self) -> None:
        """Move this process, which has one thread, into the group.

        Raises:
            OSError: The kernel refused.
        """
        # A thread that moves itself need not wait for all others of the machine.
        name = "tasks" if self.version == 1 else "cgroup.procs"
        for folder in self.folders:
            _write(folder, name, "0")

    def peak_mb(self) -> float:
        """The most memory that was charged so far, in MiB; 0 where it is not known.

        What a fork shares with its parent is charged to the parent.
        """
        peak = "memory.max_usage_in_bytes" if self.version == 1 else "memory.peak"
        try:
            return int(_read(self.memory, peak)) / (1 << 20)
        except (OSError, ValueError):  # `memory.peak` is of Linux 5.19
            return 0.0

    def ran_out(self) -> bool:
        """Whether the kernel ended a process because the group's memory was full."""
        try:
            if self.version == 1:
                limit = int(_read(self.memory, "memory.limit_in_bytes"))
                full = self.peak_mb() > limit / (1 << 20) - _BATCH_MB
                killed = _read(self.memory, "memory.oom_control")
            else:
                killed = _read(self.memory, "memory.events")
                full = _number_of("oom", killed) > 0
        except (OSError, ValueError):
            return False
        # If the group was not full, the machine was: that is not the runner's fault.
        return full and _number_of("oom_kill", killed) > 0

    def remove(self) -> bool:
        """End whoever is still in the group, and remove it; whether that succeeded."""
        deadline = time.monotonic() + _KILLING_SECONDS
        while not all(map(_removed, self.folders)):
            if time.monotonic() > deadline:
                return False
            for folder in self.folders:
                _kill(folder)
            time.sleep(0.001)
        return True


@dataclass(frozen=True, slots=True)
class Home:
    """The folders beneath which this process may make groups."""

    version: int
    memory: str
    pids: str

    def group(self, number: int) -> Group:
        """Return a group of this process's own; its folders do not exist yet."""
        name = f"{_PREFIX}{os.getpid()}-{number}"
        return Group(
            self.version,
            os.path.join(self.memory, name),
            os.path.join(self.pids, name) if self.pids else "",
        )

    def sweep(self) -> None:
        """Remove the groups of processes that are no more, whoever is in them."""
        for folder in {self.memory, self.pids} - {""}:
            for path in glob.glob(os.path.join(glob.escape(folder), f"{_PREFIX}*-*")):
                owner = re.fullmatch(rf"{_PREFIX}(\d+)-\d+", os.path.basename(path))
                if owner and not os.path.exists(f"/proc/{owner[1]}"):
                    Group(self.version, path, "").remove()


def find(
    table: str = "/proc/self/mountinfo", membership: str = "/proc/self/cgroup"
) -> Home | None:
    """Return where groups can be made, as far as folders and their modes tell."""
    try:
        with open(table, encoding="utf-8") as file:
            mounts = [_mount(line) for line in file]
        with open(membership, encoding="utf-8") as file:
            ours = [line.rstrip("\n").split(":", 2) for line in file]
    except OSError:
        return None
    homes = [_first_version(mounts, ours), _second_version(mounts, ours)]
    return next((home for home in homes if home is not None), None)


def _first_version(mounts: list[_Mount], ours: list[list[str]]) -> Home | None:
    found = {}
    for controller in ("memory", "pids"):
        for _, controllers, path in ours:
            if controller in controllers.split(","):
                found[controller] = [
                    folder
                    for mount in mounts
                    if mount.kind == "cgroup" and controller in mount.options
                    for folder in mount.folder_of(path)
                    if os.access(folder, os.W_OK)
                ]
    if not found.get("memory"):
        return None
    return Home(1, found["memory"][0], next(iter(found.get("pids", [])), ""))


def _second_version(mounts: list[_Mount], ours: list[list[str]]) -> Home | None:
    for mount in mounts:
        for number, _, path in ours:
            if mount.kind != "cgroup2" or number != "0":
                continue
            for folder in mount.folder_of(path):
                home = _nearest(folder, mount.point)
                if home is not None:
                    return home
    return None


def _nearest(folder: str, top: str) -> Home | None:
    """The nearest folder, from ours upwards, that hands limits down and is ours."""
    while True:
        try:
            handed = _read(folder, "cgroup.subtree_control").split()
        except OSError:
            return None
        # To move in, one must be allowed to write the list of the folder above both.
        writable = os.access(os.path.join(folder, "cgroup.procs"), os.W_OK)
        if "memory" in handed and writable and os.access(folder, os.W_OK):
            return Home(2, folder, folder if "pids" in handed else "")
        if folder == top:
            return None
        folder = os.path.dirname(folder)


@dataclass(frozen=True, slots=True)
class _Mount:
    kind: str
    root: str
    """The part of the tree that is shown."""
    point: str
    options: list[str]

    def folder_of(self, path: str) -> list[str]:
        """Where the tree's `path` is shown: one folder, or none."""
        if self.root == "/":
            inner = path
        elif path == self.root or path.startswith(f"{self.root}/"):
            inner = path[len(self.root) :]
        else:
            return []
        folder = os.path.normpath(f"{self.point}/{inner}")
        return [folder] if os.path.isdir(folder) else []


def _mount(line: str) -> _Mount:
    before, _, after = line.partition(" - ")
    fields, (kind, _, options) = before.split(), after.split()[:3]
    return _Mount(kind, _plain(fields[3]), _plain(fields[4]), options.split(","))


def _plain(path: str) -> str:
    """Blanks and such stand in the table as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), path)


def _kill(folder: str) -> None:
    try:
        _write(folder, "cgroup.kill", "1")
    except OSError:  # version 1, or before Linux 5.14
        try:
            members = _read(folder, "cgroup.procs").split()
        except OSError:
            return
        for number in map(int, members):
            with suppress(OSError):
                os.kill(number, signal.SIGKILL)


def _removed(folder: str) -> bool:
    try:
        os.rmdir(folder)
    except OSError as error:
        return error.errno == errno.ENOENT
    return True


def _number_of(name: str, text: str) -> int:
    """The number behind `name` in lines of a name and a number."""
    found = re.search(rf"^{name} (\d+)$", text, re.MULTILINE)
    return int(found[1]) if found else 0


def _read(folder: str, name: str) -> str:
    with open(os.path.join(folder, name), encoding="ascii") as file:
        return file.read()


def _write(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, name), "w", encoding="ascii") as file:
        file.write(text)


def _write_if_there(folder: str, name: str, text: str) -> None:
    with suppress(OSError):  # swap may not be counted
        _write(folder, name, text)
