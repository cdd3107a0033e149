"""Give a process a file system of its own: what it may read, a box, and nothing else.

Landlock refuses to open other files; here they do not exist, so not even their names
can be seen. Paths keep their names, so nothing else need know of the move.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Sequence

_NEWNS, _NEWUTS, _NEWIPC = 0x00020000, 0x04000000, 0x08000000
_NEWUSER, _NEWNET = 0x10000000, 0x40000000
_NOSUID, _NODEV, _BIND, _REC, _PRIVATE = 2, 4, 4096, 16384, 1 << 18
_ATTR_RDONLY, _ATTR_NOSUID = 1, 2
_MOUNT_SETATTR, _AT_FDCWD, _AT_RECURSIVE = 442, -100, 0x8000
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_MNT_DETACH = 2
_PR_SET_DUMPABLE = 4
USERS = range(65_000, 65_500)
"""Numbers that Debian reserves and no account has; within a container's usual map."""


def supported() -> bool:
    """Whether we know this machine's system calls."""
    return os.uname().machine in _PIVOT_ROOT


def unshare() -> None:
    """Enter namespaces of our own: of a user too, where that is needed.

    Raises:
        OSError: The kernel refused.
    """
    flags = _NEWNS | _NEWNET | _NEWIPC | _NEWUTS
    if os.geteuid() == 0:
        _call("unshare", flags)
    else:
        user, group = os.geteuid(), os.getegid()
        # Else the files below belong to root, after a fork that changed its user.
        _libc().prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
        _call("unshare", flags | _NEWUSER)
        for name, text in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(text)
    _call("mount", b"none", b"/", None, ctypes.c_ulong(_REC | _PRIVATE), None)


def enter(readable: Sequence[str], box: str, disk_mb: int, user: int) -> None:
    """Move to a root that holds `readable` and an empty `box`, and nothing else.

    Needs namespaces of our own (`unshare`). Root becomes `user`, who has no name.

    Raises:
        OSError: The kernel refused.
    """
    owner = user if os.geteuid() == 0 else os.geteuid()
    group = user if os.geteuid() == 0 else os.getegid()
    _tmpfs(box, "size=1m,mode=755")
    done: list[str] = []
    for path in sorted(readable, key=len):
        if not any(path.startswith(f"{folder}/") for folder in done):
            _show(path, box + path)
            done.append(path)
    inner = box + box
    os.makedirs(inner, exist_ok=True)
    _tmpfs(
        inner,
        f"size={disk_mb}m,nr_inodes=10000,mode=700,uid={owner},gid={group}",
    )
    _pivot(box)
    os.chdir(box)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(group, group, group)
        os.setresuid(owner, owner, owner)


def cover(box: str, disk_mb: int) -> None:
    """Lay a bounded tmpfs over `box`, where the root stays as it is.

    Raises:
        OSError: The kernel refused.
    """
    _tmpfs(box, f"size={disk_mb}m,nr_inodes=10000,mode=700")
    os.chdir(box)


def _show(path: str, target: str) -> None:
    """Make `path` readable at `target`, as the file, folder or link that it is."""
    if not os.path.exists(path):
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if os.path.islink(path) and path != "/proc/self":
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o644))
    flags = ctypes.c_ulong(_BIND | _REC)
    _call("mount", os.fsencode(path), os.fsencode(target), None, flags, None)
    _read_only(target, _AT_RECURSIVE)


def _pivot(root: str) -> None:
    os.chdir(root)
    number = _PIVOT_ROOT[os.uname().machine]
    _call("syscall", ctypes.c_long(number), b".", b".")
    # The old root now lies over the new one, at the same place.
    _call("umount2", b".", _MNT_DETACH)
    os.chdir("/")
    _read_only("/", 0)


def _read_only(path: str, flags: int) -> None:
    # Unlike a remount, this adds to what the mount already forbids.
    attributes = struct.pack("QQQQ", _ATTR_RDONLY | _ATTR_NOSUID, 0, 0, 0)
    _call(
        "syscall",
        ctypes.c_long(_MOUNT_SETATTR),
        ctypes.c_int(_AT_FDCWD),
        os.fsencode(path),
        ctypes.c_uint(flags),
        attributes,
        ctypes.c_size_t(len(attributes)),
    )


def _tmpfs(path: str, options: str) -> None:
    flags = ctypes.c_ulong(_NOSUID | _NODEV)
    _call("mount", b"tmpfs", os.fsencode(path), b"tmpfs", flags, options.encode())


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: object) -> None:
    if getattr(_libc(), name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name} {arguments[:2]}: {os.strerror(number)}")
