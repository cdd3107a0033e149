"""Restrict which files a process may open, by Landlock (Linux 5.13 and later).

The three system calls have the same numbers on every architecture:
https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIR, _EXECUTE = 1 << 2, 1 << 3, 1 << 0
_FILE_RIGHTS = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 14 | 1 << 15
"""Execute, write, read, truncate, ioctl: what can be granted on a file."""
READ = _READ_FILE | _READ_DIR
_PR_SET_NO_NEW_PRIVS = 38


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def version() -> int:
    """Return the kernel's Landlock ABI; 0 where there is none."""
    if not hasattr(os, "O_PATH"):
        return 0
    found = _libc().syscall(
        ctypes.c_long(_CREATE), None, ctypes.c_size_t(0), ctypes.c_uint(_VERSION_FLAG)
    )
    return max(int(found), 0)


def _rights(abi: int) -> int:
    bits = 13 if abi < 2 else 14 if abi < 3 else 15 if abi < 5 else 16
    return (1 << bits) - 1


def restrict(abi: int, readable: Iterable[str], writable: Iterable[str]) -> None:
    """Allow reading beneath `readable` and all but execution beneath `writable`.

    Paths that do not exist are passed over. TCP, signals to other processes and
    abstract sockets go too, where the kernel's version knows them.

    Raises:
        OSError: The kernel refused.
    """
    libc = _libc()
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    attributes = struct.pack(
        "QQQ", _rights(abi), 3 if abi >= 4 else 0, 3 if abi >= 6 else 0
    )[:size]
    ruleset = libc.syscall(
        ctypes.c_long(_CREATE), attributes, ctypes.c_size_t(size), ctypes.c_uint(0)
    )
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    try:
        for path in readable:
            _allow(libc, ruleset, path, READ)
        for path in writable:
            _allow(libc, ruleset, path, _rights(abi) & ~_EXECUTE)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if libc.syscall(ctypes.c_long(_RESTRICT), ctypes.c_int(ruleset), 0) != 0:
            raise OSError(ctypes.get_errno(), "landlock_restrict_self")
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            rights &= _FILE_RIGHTS
        rule = struct.pack("=Qi", rights, handle)
        added = libc.syscall(
            ctypes.c_long(_ADD),
            ctypes.c_int(ruleset),
            ctypes.c_int(_PATH_BENEATH),
            rule,
            ctypes.c_uint(0),
        )
        if added != 0:
            raise OSError(ctypes.get_errno(), f"landlock_add_rule {path}")
    finally:
        os.close(handle)
