"""Processes that outlive the grading, by each way that Python and libc know."""

import ctypes
import multiprocessing
import os
import subprocess

libc = ctypes.CDLL(None)
started = 0


def daemon():
    os.setsid()
    os.fork()
    while True:
        pass


def attempt(start):
    global started
    try:
        if start() not in (-1, None):
            started += 1
    except (OSError, RuntimeError):
        pass


for _ in range(5):
    attempt(os.fork)
    attempt(lambda: subprocess.Popen(["/bin/sleep", "1000"]))
    attempt(lambda: os.posix_spawn("/bin/sleep", ["sleep", "1000"], {}))
    attempt(lambda: multiprocessing.Process(target=daemon).start() or 1)
    attempt(libc.fork)
    attempt(libc.vfork)
    attempt(lambda: libc.syscall(56, 17, 0, 0, 0, 0))  # clone(SIGCHLD)
    attempt(lambda: libc.syscall(57))


def doubled(x):
    raise RuntimeError(f"started {started} processes")
