"""Without the launcher nobody is graded."""

import ctypes
import os
import signal

libc = ctypes.CDLL(None)
launcher = os.getppid()
hits = 0


def attempt(act):
    global hits
    try:
        hits += act() not in (-1, False)
    except OSError:
        pass


for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM, 0):
    for pid in {launcher, 1, -1, os.getpid() - 1, os.getpid() + 1} - {0, os.getpid()}:
        attempt(lambda: os.kill(pid, number))
    attempt(lambda: os.killpg(os.getpgid(launcher) if launcher else 1, number))
for call in (
    (101, 16, launcher, 0, 0),  # ptrace
    (310, launcher, 0, 0, 0, 0, 0),  # process_vm_readv
    (311, launcher, 0, 0, 0, 0, 0),  # process_vm_writev
    (434, launcher, 0),  # pidfd_open
    (424, 3, 9, 0, 0),  # pidfd_send_signal
    (438, 3, 0, 0),  # pidfd_getfd
    (141, 0, launcher, 19),  # setpriority
    (203, launcher, 8, b"\1" + bytes(7)),  # sched_setaffinity
    (144, launcher, 0, b"\0" * 8),  # sched_setscheduler
    (302, launcher, 7, b"\1" + bytes(15), 0),  # prlimit64
    (312, launcher, os.getpid(), 0, 0, 0),  # kcmp
    (256, launcher, 0, 0, 0),  # migrate_pages
    (157, 1, 0, 0, 0, 0),  # prctl: do not die with the parent
    (157, 4, 1, 0, 0, 0),  # prctl: be dumpable
    (272, 0x10000000),  # unshare
    (308, 3, 0),  # setns
    (155, b".", b"."),  # pivot_root
    (165, b"none", b"/", 0, 1 << 18, 0),  # mount
    (161, b"."),  # chroot
    (169, 0xFEE1DEAD, 672274793, 0x1234567),  # reboot
):
    attempt(lambda: libc.syscall(*call))
attempt(lambda: open(f"/proc/{launcher}/oom_score_adj", "w").write("1000"))
attempt(lambda: open(f"/proc/{launcher}/mem", "r+b").read(1))


def doubled(x):
    raise ValueError(f"{hits} hits")
