"""Build and install the filter that decides which system calls a runner may make.

The filter is classic BPF over `struct seccomp_data` (Linux, `seccomp(2)`): the call's
number at offset 0, the architecture at 4, the arguments at 16 + 8 i, low half first.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct

from grader.runner.syscalls import ALLOWED, AUDIT_ARCH, NUMBERS

_LOAD, _JUMP_EQ, _JUMP_GE, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_AND = 0x54
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_CLONE_THREAD = 0x00010000
_X32 = 0x40000000
_NEWEST = 424
"""Calls from here on are newer than libraries count on: they try and fall back."""
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX."""
_PRCTLS = (3, 15, 16, 23, 0x53564D41)
"""PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_CAPBSET_READ, PR_SET_VMA."""
_AF_UNIX = 1
_SOCK_STREAM, _SOCK_TYPE = 1, 0xF
_UPON_OTHERS = (8, 10, 15, 1024)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX: they make the kernel signal another process.
F_SETLEASE: whoever opens the same file waits, for up to 45 seconds."""
_SCHEDULING = ("sched_setaffinity", "sched_setscheduler")
_NO_OPS = ("chmod", "fchmod", "fchmodat", "utime", "utimes", "futimesat", "utimensat")
_UNSUPPORTED = ("listxattr", "llistxattr", "flistxattr")
"""No attributes here: as on many a file system, which `shutil.copy2` counts on."""
_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
_SECCOMP_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1
_SECCOMP_CALL = {"x86_64": 317, "aarch64": 277}


def _op(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value & 0xFFFFFFFF)


def _load_argument(index: int) -> bytes:
    return _op(_LOAD, 16 + 8 * index)


def _refuse(number: int = errno.EPERM) -> bytes:
    return _op(_RETURN, _ERRNO | number)


_OK = _op(_RETURN, _ALLOW)


def _one_of(argument: int, values: tuple[int, ...]) -> list[bytes]:
    """Allow where the argument is one of `values`, else refuse."""
    tests = [
        _op(_JUMP_EQ, value, if_true=len(values) - index)
        for index, value in enumerate(values)
    ]
    return [_load_argument(argument), *tests, _refuse(), _OK]


def _none_of(argument: int, values: tuple[int, ...]) -> list[bytes]:
    """Refuse where the argument is one of `values`, else allow."""
    return [*_one_of(argument, values)[:-2], _OK, _refuse()]


def build(machine: str, pid: int, *, any_ioctl: bool = False) -> bytes:
    """Return the filter's instructions, 8 bytes each.

    Args:
        machine: `x86_64` or `aarch64`.
        pid: The only process that may be signalled: the runner itself.
        any_ioctl: Whether drivers may be talked to, as a GPU needs.

    Raises:
        KeyError: There is no table for `machine`.
    """
    numbers = NUMBERS[machine]
    threads = [_load_argument(0), _op(_JUMP_SET, _CLONE_THREAD, 0, 1), _OK, _refuse()]
    reading = [  # prlimit64 with no new limit, for itself
        *(_load_argument(2), _op(_JUMP_EQ, 0, 0, 3)),
        *(_op(_LOAD, 16 + 8 * 2 + 4), _op(_JUMP_EQ, 0, 0, 1), _OK, _refuse()),
    ]
    # A datagram socket, even one of a pair, could be written to any socket's path.
    pairs = [
        *(_load_argument(1), _op(_AND, _SOCK_TYPE)),
        *(_op(_JUMP_EQ, _SOCK_STREAM, 0, 3), _load_argument(0)),
        *(_op(_JUMP_EQ, _AF_UNIX, 0, 1), _OK, _refuse()),
    ]
    rules: dict[str, list[bytes]] = {
        "clone": threads,
        "clone3": [_refuse(errno.ENOSYS)],
        "tgkill": _one_of(0, (pid,)),
        "kill": _one_of(0, (pid,)),
        "prlimit64": reading,
        # Else another process of the same user could be slowed down.
        **{name: _one_of(0, (0, pid)) for name in _SCHEDULING},
        "socketpair": pairs,
        "fcntl": _none_of(1, _UPON_OTHERS),
        "prctl": _one_of(0, _PRCTLS),
        "ioctl": [_OK] if any_ioctl else _one_of(1, _IOCTLS),
        # A silent no-op: harmless to ask for, and Landlock does not cover it.
        **{name: [_refuse(0)] for name in _NO_OPS},
        **{name: [_refuse(errno.ENOTSUP)] for name in _UNSUPPORTED},
    }
    program = [
        *(_op(_LOAD, 4), _op(_JUMP_EQ, AUDIT_ARCH[machine], 1, 0), _refuse()),
        *(_op(_LOAD, 0), _op(_JUMP_GE, _X32, 0, 1), _refuse()),
    ]
    for name, rule in rules.items():
        if name in numbers:
            program += [_op(_JUMP_EQ, numbers[name], 0, len(rule)), *rule]
    for name in ALLOWED:
        if name in numbers and name not in rules:
            program += [_op(_JUMP_EQ, numbers[name], 0, 1), _OK]
    program += [_op(_JUMP_GE, _NEWEST, 0, 1), _refuse(errno.ENOSYS), _refuse()]
    return b"".join(program)


def supported() -> bool:
    """Whether this machine has filters, and we a table for it."""
    machine = platform.machine()
    return machine in NUMBERS and os.path.exists("/proc/sys/kernel/seccomp")


def install(program: bytes) -> None:
    """Put the filter on every thread of this process, for good.

    Raises:
        OSError: The kernel refused.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program, len(program))
    count = len(program) // 8
    fprog = struct.pack("HxxxxxxQ", count, ctypes.addressof(buffer))
    call = ctypes.c_long(_SECCOMP_CALL[platform.machine()])
    done = libc.syscall(
        call,
        ctypes.c_uint(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_uint(_FLAG_TSYNC),
        ctypes.create_string_buffer(fprog, len(fprog)),
    )
    if done != 0:
        raise OSError(ctypes.get_errno(), "seccomp")
