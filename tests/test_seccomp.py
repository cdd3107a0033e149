"""The filter of system calls, for each processor that there is a table of.

It is worked out by `bpf`, so that a machine of one kind tests the filters of both; that
the kernel here answers the same is a test of its own.
"""

from __future__ import annotations

import errno
import functools
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import bpf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.runner import seccomp
from grader.runner.syscalls import ALLOWED, AUDIT_ARCH, NUMBERS

PID = 4321
MACHINES = sorted(NUMBERS)
CHECKED = {
    *("clone", "kill", "tgkill", "prlimit64", "socketpair", "fcntl", "prctl", "ioctl"),
    *("sched_setaffinity", "sched_setscheduler"),
}
"""Calls that are allowed with some arguments alone."""
NEVER = """
fork vfork execve execveat ptrace process_vm_readv process_vm_writev socket connect bind
listen accept accept4 mount umount2 pivot_root chroot unshare setns memfd_create
io_uring_setup bpf keyctl add_key request_key perf_event_open userfaultfd init_module
kexec_load setuid setgid setresuid setresgid setgroups capset setrlimit symlink
symlinkat link linkat mknod mknodat chown fchown fchownat setxattr shmget shmat semget
msgget mq_open pidfd_open pidfd_send_signal pidfd_getfd process_madvise tkill
rt_sigqueueinfo rt_tgsigqueueinfo personality seccomp landlock_create_ruleset
move_pages migrate_pages mbind set_mempolicy setpriority ioprio_set kcmp
open_by_handle_at name_to_handle_at fanotify_init quotactl swapon reboot
sethostname settimeofday acct
setpgid setsid vhangup syslog nfsservctl lookup_dcookie
""".split()
WORDS = st.integers(0, 2**64 - 1) | st.sampled_from([0, 1, 2, 9, 16, PID, 2**32 + PID])
ARGUMENTS = st.lists(WORDS, min_size=6, max_size=6)

machines = pytest.mark.parametrize("machine", MACHINES)


def ask(
    machine: str, name: str | int, *arguments: int, gpu: bool = False
) -> int | None:
    number = NUMBERS[machine][name] if isinstance(name, str) else name
    return bpf.answer(program(machine, gpu), AUDIT_ARCH[machine], number, *arguments)


@functools.cache
def program(machine: str, gpu: bool = False) -> bytes:
    return seccomp.build(machine, PID, any_ioctl=gpu)


@machines
@given(number=st.integers(0, 700), arguments=ARGUMENTS)
def test_only_listed_calls_are_allowed(
    machine: str, number: int, arguments: list[int]
) -> None:
    names = [name for name, value in NUMBERS[machine].items() if value == number]
    if ask(machine, number, *arguments) is None:
        assert names and set(names) <= {*ALLOWED, *CHECKED}


@machines
def test_each_listed_call_is_allowed(machine: str) -> None:
    """But those that answer as if they had been done, or as if they could not be."""
    for name in set(ALLOWED) & set(NUMBERS[machine]) - CHECKED:
        found = ask(machine, name, 1, 2, 3)
        assert found is None or found in (0, errno.ENOTSUP), name


@machines
@given(number=st.integers(0, 2**31 - 1), arguments=ARGUMENTS)
def test_a_call_of_another_processor_is_refused(
    machine: str, number: int, arguments: list[int]
) -> None:
    for arch in (*AUDIT_ARCH.values(), 0x40000003, 0x40000028, 0):
        if arch != AUDIT_ARCH[machine]:
            found = bpf.answer(program(machine), arch, number, *arguments)
            assert found == errno.EPERM
    assert ask(machine, number | 0x40000000, *arguments) == errno.EPERM


@machines
@given(flags=WORDS)
def test_there_are_new_threads_and_no_new_processes(machine: str, flags: int) -> None:
    assert (ask(machine, "clone", flags) is None) == bool(flags & 0x10000)
    # A filter cannot read its flags; the C library then takes `clone`.
    assert ask(machine, "clone3", flags) == errno.ENOSYS


@machines
@given(arguments=ARGUMENTS)
def test_calls_with_some_arguments_alone(machine: str, arguments: list[int]) -> None:
    """The kernel takes 32 bits of each of these arguments, and so does the filter."""
    first, second, third, *_ = arguments
    low, next_low = first % 2**32, second % 2**32
    allowed = {
        "kill": low == PID,
        "tgkill": low == PID,
        "sched_setaffinity": low in (0, PID),
        "sched_setscheduler": low in (0, PID),
        "prlimit64": third == 0,
        "socketpair": low == 1 and next_low & 0xF == 1,
        "fcntl": next_low not in (8, 10, 15, 1024),
        "prctl": low in (3, 15, 16, 23, 0x53564D41),
        "ioctl": next_low in (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451),
    }
    for name, wanted in allowed.items():
        assert (ask(machine, name, *arguments) is None) == wanted, name
    assert ask(machine, "ioctl", *arguments, gpu=True) is None


@machines
def test_what_is_new_is_unknown_and_what_is_old_is_refused(machine: str) -> None:
    known = set(NUMBERS[machine].values())
    for number in range(700):
        if number not in known:
            wanted = errno.ENOSYS if number >= 424 else errno.EPERM
            assert ask(machine, number) == wanted


@machines
def test_dangerous_calls_stand_in_no_list(machine: str) -> None:
    assert not set(NEVER) & {*ALLOWED, *CHECKED}


@machines
def test_no_number_stands_twice(machine: str) -> None:
    numbers = list(NUMBERS[machine].values())
    assert len(numbers) == len(set(numbers))


HEADERS = {
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
}


@machines
def test_the_numbers_are_the_kernels(machine: str) -> None:
    if not HEADERS[machine].exists():
        pytest.skip("the kernel's headers are not installed")
    lines = HEADERS[machine].read_text()
    found = re.findall(r"^#define __NR(?:3264)?_(\w+)\s+(\d+)$", lines, re.MULTILINE)
    theirs = {name: int(number) for name, number in found}
    # The generic header leaves it to the processor what these are called.
    theirs |= {"newfstatat": theirs.get("fstatat", theirs.get("newfstatat", 0))}
    ours = NUMBERS[machine]
    assert {name: theirs.get(name) for name in ours} == ours


@machines
def test_the_filter_is_well_formed(machine: str) -> None:
    text = program(machine)
    count, rest = divmod(len(text), 8)
    assert rest == 0 and count < 4096
    for index in range(count):
        code, if_true, if_false = text[8 * index], *text[8 * index + 2 :][:2]
        if code & 7 == 5:  # a jump stays inside
            assert index + 1 + max(if_true, if_false) < count


@pytest.mark.skipif(
    sys.platform != "linux" or not seccomp.supported(), reason="no filters here"
)
def test_the_kernel_answers_what_was_worked_out() -> None:
    """For calls that do no harm whatever is answered: their arguments make no sense."""
    machine = platform.machine()
    names = ["getpid", "kill", "prctl", "socketpair", "sched_setaffinity", "clone3"]
    names += ["listxattr", "fchmod", "prlimit64", "socket", "fcntl", "ioctl"]
    cases = [(NUMBERS[machine][name], (-1, -1, -1)) for name in names]
    code = (
        "import ctypes, os, sys\n"
        "from grader.runner import seccomp\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "libc.prctl(38, 1, 0, 0, 0)\n"
        f"seccomp.install(seccomp.build({machine!r}, {PID}))\n"
        f"for number, arguments in {cases}:\n"
        "    found = libc.syscall(*map(ctypes.c_long, (number, *arguments)))\n"
        "    print(ctypes.get_errno() if found == -1 else 0)\n"
        "    ctypes.set_errno(0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
    )
    said = [int(line) for line in done.stdout.split()]
    assert len(said) == len(cases), done.stderr
    for (number, arguments), got in zip(cases, said, strict=True):
        wanted = ask(machine, number, *arguments)
        assert got == wanted or (wanted is None and got != errno.EPERM), number
