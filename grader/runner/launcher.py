"""The warm process: TensorFlow imported once, and a runner forked for each request.

It runs no op and builds no graph: either would start TensorFlow's threads, and a fork
after that hangs. It holds no secret either: what it holds, a hostile fork can find.

    python -m grader.runner.launcher CONTROL_FD HOME DEVICE LEVEL fork|fresh

Where a fork of TensorFlow cannot be trusted (macOS), `fresh` makes it start an
interpreter for each runner instead: the same, but seconds slower.

A request is one datagram on the control socket: a wire frame of the limits, with three
descriptors: the runner's channel, its output, and a status socket. On that the launcher
says `{"pid": …, "group": …}` at once and how it ended at the end. When its other end
closes, the runner is killed: a client that dies takes its runners with it.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import platform
import secrets
import selectors
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import astuple, dataclass, fields, replace
from typing import Any, NoReturn

from grader import wire
from grader.runner import box, inside, lockdown, selftest
from grader.runner.cgroups import Group
from grader.runner.ownroot import USERS

THREADS = 2
"""TensorFlow's, inter-op and intra-op: its memory grows with the number of cores."""
_PR_SET_CHILD_SUBREAPER = 36
_SWEEPING_SECONDS = 5.0
_CLEARING_SECONDS = 0.5
"""For one runner's box: meanwhile nobody else gets a runner."""
_OF_THE_TERMINAL = (signal.SIGINT, signal.SIGHUP)
_LIMITS = [field.name for field in fields(lockdown.Request)]


def main(arguments: list[str]) -> None:
    """Import TensorFlow, say hello, and serve until the control socket closes."""
    if arguments[0] == "runner":
        _become_fresh_runner(arguments[1:])
    control = socket.socket(fileno=int(arguments[0]))
    home, device, level, way = arguments[1:]
    for number in _OF_THE_TERMINAL:
        signal.signal(number, signal.SIG_IGN)  # we end when the client does
    try:
        hello = _warm_up(device)
        if "error" in hello:
            control.send(wire.encode(hello))
            return
        prepared, report = selftest.strongest(str(hello["device"]), level, _compute)
        hello |= {
            "level": report.level,
            "layers": list(prepared.layers),
            "leaks": list(report.leaks),
            "failures": list(report.failures),
        }
        control.send(wire.encode(hello))
        gc.freeze()
        _Launcher(control, prepared, home, fresh=way == "fresh").serve()
    finally:
        box.clear(home)


def _compute() -> None:
    import tensorflow as tf

    if float(tf.reduce_sum(tf.ones([2, 3]) @ tf.ones([3, 2]))) != 12.0:
        raise ArithmeticError("TensorFlow computes something else")


def _become_fresh_runner(arguments: list[str]) -> NoReturn:
    """Be the one runner of this interpreter, which `_Launcher.start_fresh` started."""
    channel, folder, parent, device, level, version, memory, pids, *limits = arguments
    os.setsid()
    _warm_up(device)
    inside.live(
        socket.socket(fileno=int(channel)),
        folder,
        replace(lockdown.prepare(device, level), launcher=int(parent)),
        lockdown.Request(**{name: int(limits.pop(0)) for name in _LIMITS}),
        Group(int(version), memory, pids) if memory else None,
    )


def _warm_up(device: str) -> dict[str, Any]:
    began = time.monotonic()
    gc.disable()
    import keras
    import tensorflow as tf

    gc.enable()
    seconds = time.monotonic() - began
    tf.config.threading.set_inter_op_parallelism_threads(THREADS)
    tf.config.threading.set_intra_op_parallelism_threads(THREADS)
    gpus = tf.config.list_physical_devices("GPU") if device != "cpu" else []
    if device == "gpu" and not gpus:
        return {"error": "no gpu"}
    return {
        "versions": {
            "python": platform.python_version(),
            "tensorflow": tf.__version__,
            "keras": keras.__version__,
        },
        "device": "gpu" if gpus else "cpu",
        "import_seconds": seconds,
        "compiled": _is_compiled(tf.__file__),
    }


def _is_compiled(path: str) -> bool:
    """Whether bytecode lies beside the module: without it an import takes 8 to 10 s."""
    return os.path.exists(importlib.util.cache_from_source(path))


@dataclass(frozen=True, slots=True)
class _Child:
    """A runner that has not ended, and what goes with it."""

    pid: int
    status: socket.socket
    box: str
    group: Group | None
    user: int


class _Launcher:
    """Forks runners, watches them, and clears away what they leave."""

    def __init__(
        self,
        control: socket.socket,
        prepared: lockdown.Prepared,
        home: str,
        *,
        fresh: bool,
    ) -> None:
        self.control = control
        self.prepared = prepared
        self.home = home
        self.fresh = fresh
        self.started = 0
        self.children: dict[int, _Child] = {}
        self.selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Serve until every holder of the control socket's other end is gone."""
        wake, waker = os.pipe()
        for number in (wake, waker):
            os.set_blocking(number, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        _adopt_orphans()
        self.selector.register(self.control, selectors.EVENT_READ)
        self.selector.register(wake, selectors.EVENT_READ)
        open_for_requests = True
        while open_for_requests:
            for key, _ in self.selector.select():
                if key.fileobj is self.control:
                    open_for_requests = self.accept()
                elif key.fileobj == wake:
                    os.read(wake, 4096)
                    self.reap()
                else:
                    self.kill(key.data)
        for child in self.children.values():
            os.kill(child.pid, signal.SIGKILL)
        while self.children:
            pid, status, usage = os.wait4(-1, 0)
            self.ended(pid, status, usage)

    def accept(self) -> bool:
        """Fork a runner for one request; return whether the socket is still open."""
        try:
            data, descriptors, _, _ = socket.recv_fds(self.control, 4096, 3)
        except ConnectionError:
            return False
        if not data:
            return False
        message = wire.decode(data)
        channel, output, status_number = descriptors
        status = socket.socket(fileno=status_number)
        try:
            child = self.start(lockdown.Request(**message), channel, output, status)
        except OSError:  # no process or memory left: the client sees it end
            status.close()
            return True
        finally:
            os.close(channel)
            os.close(output)
        self.children[child.pid] = child
        group = list(astuple(child.group)) if child.group else None
        _tell(status, {"pid": child.pid, "group": group})
        self.selector.register(status, selectors.EVENT_READ, data=child)
        return True

    def start(
        self,
        request: lockdown.Request,
        channel: int,
        output: int,
        status: socket.socket,
    ) -> _Child:
        self.started += 1
        request = replace(request, user=self.free_user())
        group = lockdown.group_for(self.prepared, request, self.started)
        folder = tempfile.mkdtemp(dir=self.home)
        start = self.start_fresh if self.fresh else self.fork
        try:
            pid = start(request, channel, output, folder, group)
        except OSError:
            os.rmdir(folder)
            if group is not None:
                group.remove()
            raise
        return _Child(pid, status, folder, group, request.user)

    def free_user(self) -> int:
        """A user that no other runner is now; by chance, as other launchers choose."""
        taken = {child.user for child in self.children.values()}
        return secrets.choice([user for user in USERS if user not in taken] or USERS)

    def fork(
        self,
        request: lockdown.Request,
        channel: int,
        output: int,
        folder: str,
        group: Group | None,
    ) -> int:
        pid = os.fork()
        if pid == 0:
            try:
                _become_runner(output)
                end = socket.socket(fileno=channel)
                inside.live(end, folder, self.prepared, request, group)
            finally:
                os._exit(1)  # whatever happens, there is one launcher
        return pid

    def start_fresh(
        self,
        request: lockdown.Request,
        channel: int,
        output: int,
        folder: str,
        group: Group | None,
    ) -> int:
        os.set_inheritable(channel, True)
        return os.posix_spawn(
            sys.executable,
            [
                *(sys.executable, "-P", "-s", "-m", "grader.runner.launcher"),
                *("runner", str(channel), folder, str(self.prepared.launcher)),
                *(self.prepared.device, self.prepared.level),
                *(map(str, astuple(group)) if group else ("0", "", "")),
                *map(str, astuple(request)),
            ],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_DUP2, output, 1),
                (os.POSIX_SPAWN_DUP2, output, 2),
            ],
        )

    def kill(self, child: _Child) -> None:
        """The client is gone, or wants its runner gone: `reap` does the rest."""
        if child.pid not in self.children:
            return  # reaped while this event was waiting; its socket is closed
        self.selector.unregister(child.status)
        for end in (os.killpg, os.kill):
            try:
                end(child.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                pass

    def reap(self) -> None:
        """Say how each ended runner ended, and remove its folder."""
        while self.children:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self.ended(pid, status, usage)

    def ended(self, pid: int, status: int, usage: Any) -> None:
        child = self.children.pop(pid, None)
        if child is not None:
            self.end_orphans()
            self.bury(child, os.waitstatus_to_exitcode(status), usage)

    def end_orphans(self) -> None:
        """End what runners left running: we are the parent of it now.

        An orphan's own children become ours when it ends, hence the loop.
        """
        deadline = time.monotonic() + _SWEEPING_SECONDS
        while orphans := _children() - self.children.keys():
            for pid in orphans:
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
                    os.waitpid(pid, os.WNOHANG)
            if time.monotonic() > deadline:
                return  # one that the kernel does not let go yet; the next time, then
            time.sleep(0.001)

    def bury(self, child: _Child, code: int, usage: Any) -> None:
        facts = {
            "exit": max(code, 0),
            "signal": max(-code, 0),
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "out_of_memory": bool(child.group and child.group.ran_out()),
            "peak_mb": child.group.peak_mb() if child.group else 0.0,
        }
        if child.group is not None:
            child.group.remove()
        box.clear(child.box, _CLEARING_SECONDS)
        _tell(child.status, facts)
        try:
            self.selector.unregister(child.status)
        except KeyError:
            pass
        child.status.close()


def _become_runner(output: int) -> None:
    """Leave behind what a fork of the launcher has of it."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, *_OF_THE_TERMINAL):
        signal.signal(number, signal.SIG_DFL)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(source, target)


def _adopt_orphans() -> None:
    """Become the parent of what a runner started, once the runner itself has ended."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _children() -> set[int]:
    """The processes whose parent we are; none where the kernel does not tell."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
            return {int(number) for number in file.read().split()}
    except OSError:
        return set()


def _tell(status: socket.socket, message: dict[str, Any]) -> None:
    try:
        status.send(wire.encode(message), socket.MSG_DONTWAIT)
    except OSError:
        pass  # the client is gone


if __name__ == "__main__":
    main(sys.argv[1:])
