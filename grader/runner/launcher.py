"""The warm process: TensorFlow imported once, and a runner forked for each request.

It runs no op and builds no graph: either would start TensorFlow's threads, and a fork
after that hangs. It holds no secret either: what it holds, a hostile fork can find.

    python -m grader.runner.launcher CONTROL_FD DEVICE LEVEL fork|fresh

Where a fork of TensorFlow cannot be trusted (macOS), `fresh` makes it start an
interpreter for each runner instead: the same, but seconds slower.

A request is one datagram on the control socket: a wire frame of the limits, with three
descriptors: the runner's channel, its output, and a status socket. On that the launcher
says `{"pid": …}` at once and `{"exit": …, "signal": …}` at the end. When its other end
closes, the runner is killed: a client that dies takes its runners with it.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import platform
import selectors
import signal
import socket
import sys
import tempfile
import time
from dataclasses import dataclass, fields
from typing import Any, NoReturn

from grader import wire
from grader.runner import inside, lockdown

THREADS = 2
"""TensorFlow's, inter-op and intra-op: its memory grows with the number of cores."""
_LIMITS = [field.name for field in fields(lockdown.Request)]


def main(arguments: list[str]) -> None:
    """Import TensorFlow, say hello, and serve until the control socket closes."""
    if arguments[0] == "runner":
        _become_fresh_runner(arguments[1:])
    control = socket.socket(fileno=int(arguments[0]))
    device, level, way = arguments[1:]
    hello = _warm_up(device)
    if "error" not in hello:
        prepared = lockdown.prepare(str(hello["device"]), level)
        report = lockdown.self_test(prepared)
        hello |= {
            "level": report.level,
            "layers": list(report.layers),
            "leaks": list(report.leaks),
        }
    control.send(wire.encode(hello))
    if "error" not in hello:
        gc.freeze()
        with tempfile.TemporaryDirectory(prefix="grader-") as home:
            _Launcher(control, prepared, home, fresh=way == "fresh").serve()


def _become_fresh_runner(arguments: list[str]) -> NoReturn:
    """Be the one runner of this interpreter, which `_Launcher.start_fresh` started."""
    channel, box, device, level, *limits = arguments
    os.setsid()
    _warm_up(device)
    inside.live(
        socket.socket(fileno=int(channel)),
        box,
        lockdown.prepare(device, level),
        lockdown.Request(**{name: int(limits.pop(0)) for name in _LIMITS}),
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
    """A runner that has not ended, and the folder that it may write in."""

    pid: int
    status: socket.socket
    box: str


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
        self.children: dict[int, _Child] = {}
        self.selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Serve until every holder of the control socket's other end is gone."""
        wake, waker = os.pipe()
        for number in (wake, waker):
            os.set_blocking(number, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
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
            os.waitpid(child.pid, 0)

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
        box = tempfile.mkdtemp(dir=self.home)
        start = self.start_fresh if self.fresh else self.fork
        try:
            pid = start(message, channel, output, box)
        except OSError:  # no process or memory left: the client sees it end
            pid = 0
        os.close(channel)
        os.close(output)
        if not pid:
            status.close()
            os.rmdir(box)
            return True
        child = _Child(pid, status, box)
        self.children[pid] = child
        _tell(status, {"pid": pid})
        self.selector.register(status, selectors.EVENT_READ, data=child)
        return True

    def fork(self, message: dict[str, Any], channel: int, output: int, box: str) -> int:
        pid = os.fork()
        if pid == 0:
            try:
                self.become_runner(message, channel, output, box)
            finally:
                os._exit(1)  # whatever happens, there is one launcher
        return pid

    def start_fresh(
        self, message: dict[str, Any], channel: int, output: int, box: str
    ) -> int:
        os.set_inheritable(channel, True)
        return os.posix_spawn(
            sys.executable,
            [
                *(sys.executable, "-P", "-s", "-m", "grader.runner.launcher"),
                *("runner", str(channel), box),
                *(self.prepared.device, self.prepared.level),
                *(str(message[name]) for name in _LIMITS),
            ],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_DUP2, output, 1),
                (os.POSIX_SPAWN_DUP2, output, 2),
            ],
        )

    def become_runner(
        self, message: dict[str, Any], channel: int, output: int, box: str
    ) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (output, 1), (output, 2)):
            os.dup2(source, target)
        inside.live(
            socket.socket(fileno=channel),
            box,
            self.prepared,
            lockdown.Request(**message),
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
            child = self.children.pop(pid, None)
            if child is not None:
                self.bury(child, os.waitstatus_to_exitcode(status), usage)

    def bury(self, child: _Child, code: int, usage: Any) -> None:
        try:
            _clear(child.box)
        except OSError:
            pass  # it goes with our own folder, at the latest
        _tell(
            child.status,
            {
                "exit": max(code, 0),
                "signal": max(-code, 0),
                "cpu_seconds": usage.ru_utime + usage.ru_stime,
            },
        )
        try:
            self.selector.unregister(child.status)
        except KeyError:
            pass
        child.status.close()


def _clear(box: str) -> None:
    """Remove a folder, however deep a runner nested what is in it.

    `shutil.rmtree` recurses, and ends the launcher at a depth of some hundred.
    """
    prefix, moved = os.urandom(8).hex(), 0
    while inner := [entry for entry in os.scandir(box) if not _unlinked(entry)]:
        for entry in inner:
            os.chmod(entry.path, 0o700)
            for below in os.scandir(entry.path):
                if not _unlinked(below):
                    moved += 1
                    os.chmod(below.path, 0o700)
                    os.rename(below.path, os.path.join(box, f"{prefix}-{moved}"))
            os.rmdir(entry.path)
    os.rmdir(box)


def _unlinked(entry: os.DirEntry[str]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return False
    os.unlink(entry.path)
    return True


def _tell(status: socket.socket, message: dict[str, Any]) -> None:
    try:
        status.send(wire.encode(message), socket.MSG_DONTWAIT)
    except OSError:
        pass  # the client is gone


if __name__ == "__main__":
    main(sys.argv[1:])
