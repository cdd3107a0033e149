"""Life after the fork: lock down, load the submission, answer probe calls with values.

Everything here may be read, changed and broken by the submission that runs beside it.
That is why it knows no expected value, and why no message of its could say "passed".

Messages are wire frames. To the runner: `load`, `begin`, `call`, each with the CPU and
wall time that is left. From it: for each message a dict with its `id`, and a `value` or
a `problem`.
"""

from __future__ import annotations

import multiprocessing.context
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
import types
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, NoReturn

import numpy as np

from grader import wire
from grader.runner import lockdown, problems
from grader.runner.cgroups import Group

_DEPTH = 20
_RESERVE = 16 << 20
"""Bytes that are let go when something went wrong: it may be that memory ran out."""
_KEPT = {
    *("CUDA_VISIBLE_DEVICES", "TF_CPP_MIN_LOG_LEVEL", "TF_FORCE_GPU_ALLOW_GROWTH"),
    *("TF_ONEDNN_USE_SYSTEM_ALLOCATOR", "KERAS_BACKEND", "OPENBLAS_NUM_THREADS"),
    "PYTHONHASHSEED",
}
"""What TensorFlow still reads after the fork; the launcher set all of it."""


class Submission(types.ModuleType):
    """The student's module; asking it for a task that it lacks is told apart."""

    tasks: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> NoReturn:
        """Raise for a name that the submission does not define."""
        if name in Submission.tasks:
            raise problems.MissingTask(name)
        raise AttributeError(f"the submission has no `{name}`")


def live(
    channel: socket.socket,
    box: str,
    prepared: lockdown.Prepared,
    request: lockdown.Request,
    group: Group | None = None,
) -> NoReturn:
    """Lock this process down and serve `channel` until it closes; never return."""
    code = 1
    try:
        os.chdir(box)
        for name in set(os.environ) - _KEPT:
            del os.environ[name]
        os.environ.update({"TMPDIR": box, "HOME": box, "PATH": ""})
        tempfile.tempdir = None
        _lock_threads_alone()
        sys.argv = ["submission.py"]
        sys.dont_write_bytecode = True
        try:
            lockdown.apply(prepared, request, box, [channel.fileno()], group)
        except lockdown.LockdownFailed as failure:
            channel.sendall(wire.encode({"broken": str(failure)}))
            os._exit(1)
        channel.sendall(wire.encode({"ready": os.getpid()}))
        _Server(channel, box).serve()
        code = 0
    finally:
        os._exit(code)


def _lock_threads_alone() -> None:
    """Have `multiprocessing` make the locks of `threading`.

    A runner has no second process for a lock to keep out, and no `/dev/shm` where locks
    between processes are made. But pools of threads ask for such locks: those in which
    TensorFlow's strategies copy tensors and Keras's data sets load, for instance.
    """
    kinds = "Lock", "RLock", "Semaphore", "BoundedSemaphore"
    for name in (*kinds, "Condition", "Event", "Barrier"):
        of_threads = getattr(threading, name)
        setattr(multiprocessing, name, of_threads)
        setattr(multiprocessing.context.BaseContext, name, staticmethod(of_threads))


class _Server:
    """Answers one message after the other."""

    def __init__(self, channel: socket.socket, box: str) -> None:
        self.channel = channel
        self.box = box
        self.path = os.path.join(box, "submission.py")
        self.module: types.ModuleType | None = None
        self.not_loaded: dict[str, Any] | None = None
        self.text: str | None = None
        self.checks = 0
        self.probes = types.ModuleType("probes")
        self.reserve = bytes(_RESERVE)
        self.alarm = _Alarm(self.path)

    def serve(self) -> None:
        while True:
            try:
                message = wire.receive(self.read)
            except EOFError:
                return
            number = message.pop("id")
            answer = self.answer(**message)
            _flush()
            self.channel.sendall(self.frame(number, answer))

    def answer(self, do: str, cpu: float, wall: float, **message: Any) -> Any:
        act: Callable[..., dict[str, Any]] = getattr(self, do)
        answer: dict[str, Any] = {}
        with suppress(OutOfTime):
            try:
                self.alarm.set(cpu, wall)
                answer = act(**message)
            finally:
                self.alarm.armed = False
        return {"problem": self.alarm.late} if self.alarm.late else answer

    def read(self, size: int) -> bytes:
        parts = []
        while size:
            part = self.channel.recv(min(size, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def frame(self, number: int, answer: dict[str, Any]) -> bytes:
        try:
            return wire.encode({"id": number} | answer)
        except wire.NotPlain as error:
            where = error.where.removeprefix("['value']")
            at = f"at {where} of the answer" if where else ""
            problem = problems.problem("not plain", error.type_name, at)
            return wire.encode({"id": number, "problem": problem})

    def load(self, text: str | None, probes: str, tasks: list[str]) -> dict[str, Any]:
        Submission.tasks = tuple(tasks)
        self.text = text
        if text is not None:
            # AutoGraph reads a function's source from a file of that name.
            with open(self.path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        path = os.path.join(self.box, "probes.py")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(probes)
        self.probes.__file__ = path
        sys.modules["probes"] = self.probes  # AutoGraph looks there for their source
        exec(compile(probes, path, "exec"), self.probes.__dict__)
        return {"value": None}

    def begin(self, seed: int) -> dict[str, Any]:
        import keras

        keras.backend.clear_session()
        keras.utils.set_random_seed(seed)
        self.enter_an_empty_folder()
        self.module, self.not_loaded = None, None
        if self.text is not None:
            self.module = Submission("submission")
            self.module.__file__ = self.path
            sys.modules["submission"] = self.module
            try:
                exec(compile(self.text, self.path, "exec"), self.module.__dict__)
            except BaseException as error:
                self.not_loaded = self.problem_of(error, "not loaded")
                return {"problem": self.not_loaded}
        return {"value": None}

    def enter_an_empty_folder(self) -> None:
        """What an earlier check wrote to its working folder is in nobody's way."""
        os.chdir(self.box)
        with suppress(OSError, RecursionError):  # a folder too deep is left to itself
            shutil.rmtree(f"check-{self.checks}")
        self.checks += 1
        with suppress(OSError):  # a full disk is for the submission to meet
            os.mkdir(f"check-{self.checks}")
            os.chdir(f"check-{self.checks}")

    def call(self, probe: str, args: list[Any]) -> dict[str, Any]:
        if self.not_loaded is not None:
            return {"problem": self.not_loaded}
        try:
            value = getattr(self.probes, probe)(self.module, *args)
        except BaseException as error:
            return {"problem": self.problem_of(error, "raised")}
        try:
            return {"value": plain(value)}
        except wire.NotPlain as error:
            where = f"at {error.where} of the answer" if error.where else ""
            return {"problem": problems.problem("not plain", error.type_name, where)}
        except BaseException as error:
            return {"problem": self.problem_of(error, "raised")}

    def problem_of(self, error: BaseException, trouble: str) -> dict[str, Any]:
        self.reserve = b""  # else there may be no memory left to say so
        try:
            return problems.of(error, self.path, trouble)
        except BaseException:
            return problems.problem(trouble, "", "(what was raised cannot be read)")


class OutOfTime(BaseException):
    """The submission is interrupted, because its time is up."""


class _Alarm:
    """Interrupts the submission when its time is up, and sees where it stands.

    That is a courtesy: who ignores it is ended from outside a moment later.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.armed = False
        self.late: dict[str, Any] | None = None
        for number in (signal.SIGPROF, signal.SIGALRM):
            signal.signal(number, self.ring)

    def set(self, cpu: float, wall: float) -> None:
        """Ring when so much time of either kind has passed: nought would be never."""
        self.late, self.armed = None, True
        signal.setitimer(signal.ITIMER_PROF, max(cpu, 0.001))
        signal.setitimer(signal.ITIMER_REAL, max(wall, 0.001))

    def ring(self, number: int, frame: FrameType | None) -> None:
        if not self.armed:
            return
        self.armed = False
        trouble = "cpu limit" if number == signal.SIGPROF else "wall limit"
        lines = problems.lines_of(problems.running(frame), self.path)
        self.late = problems.problem(trouble, "", "", lines[: problems.LINES])
        raise OutOfTime


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # the student may have replaced or closed it
            pass


# --- from TensorFlow's values to plain ones -----------------------------------


def plain(value: Any, depth: int = 0) -> Any:
    """Return `value` with tensors and variables as arrays.

    Raises:
        NotPlain: It holds something else that is no plain data.
    """
    import keras
    import tensorflow as tf

    if depth > _DEPTH:
        raise wire.NotPlain("a value nested too deep", "")
    kind = type(value)
    if kind in (bool, int, float, complex, str, bytes, np.ndarray) or value is None:
        return value
    if issubclass(kind, list):  # TensorFlow's list of a module iterates in its own way
        return [plain(item, depth + 1) for item in value]
    if issubclass(kind, tuple):
        return tuple(plain(item, depth + 1) for item in tuple.__iter__(value))
    if issubclass(kind, dict):
        return {key: plain(item, depth + 1) for key, item in dict.items(value)}
    if isinstance(value, tf.RaggedTensor):
        splits = tuple(np.asarray(s, np.int64) for s in value.nested_row_splits)
        return wire.Ragged(_array(value.flat_values), splits)
    if isinstance(value, tf.SparseTensor):
        parts = (value.indices, value.values, value.dense_shape)
        return wire.Sparse(*(_array(part) for part in parts))
    if isinstance(value, tf.IndexedSlices):
        return _array(tf.convert_to_tensor(value))
    if isinstance(value, keras.Variable):
        return _array(value.value)
    if isinstance(value, tf.Variable | tf.Tensor) and hasattr(value, "numpy"):
        return _array(value)
    if isinstance(value, tf.TensorShape):
        return None if value.rank is None else value.as_list()
    if isinstance(value, tf.DType):
        return value.name
    return value


def _array(tensor: Any) -> np.ndarray[Any, Any]:
    array = tensor.numpy()
    if isinstance(array, bytes):
        whole = np.empty((), dtype=object)
        whole[()] = array
        return whole
    return np.asarray(array)
