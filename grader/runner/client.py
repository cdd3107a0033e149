"""The trusted end: a program goes in, observations come out, whatever the program does.

`Launcher` starts the warm process. `LiveSolution` is a submission in runners forked
from it; it implements `records.Solution`. One such runner is in `outside`.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import Any, Self

from grader import wire
from grader.errors import Broken, DeviceMissing
from grader.records import (
    Isolation,
    Limits,
    Observation,
    Place,
    Plain,
    Problem,
    Trouble,
)
from grader.runner import box, cgroups
from grader.runner.outside import PACKETS, Runner

_START_SECONDS = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What a runner needs to hold one submission."""

    text: str
    name: str
    probes: str
    tasks: tuple[str, ...]
    limits: Limits
    fresh_runner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """What the launcher says of itself when it is ready."""

    versions: dict[str, str]
    device: str
    isolation: Isolation
    import_seconds: float
    failures: tuple[str, ...] = ()
    """Why a stronger lock than `isolation.level` could not be used."""
    warnings: tuple[str, ...] = ()


class Launcher:
    """The warm process; a context manager. Forked workers may share it.

    Args:
        process: It.
        control: Our end of its control socket.
        home: The folder in which its runners have theirs.
        hello: What it said of itself.
    """

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        control: socket.socket,
        home: str,
        hello: Hello,
    ) -> None:
        self._process = process
        self._control = control
        self._home = home
        self.hello = hello

    @classmethod
    def start(
        cls,
        *,
        device: str = "auto",
        level: str = "full",
        fork: bool = sys.platform == "linux",
    ) -> Self:
        """Start the warm process and wait until it is ready.

        Args:
            device: `cpu`, `gpu`, or `auto`: a GPU where there is one.
            level: The lock-down to aim at; `hello.isolation` says which one holds.
            fork: Whether runners are forks of the warm process; else each is an
                interpreter of its own, which takes seconds to start.

        Raises:
            DeviceMissing: `device` is `gpu`, and there is none.
            Broken: The process ended or did not answer.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, PACKETS)
        home = tempfile.mkdtemp(prefix="grader-")
        with theirs:
            way = "fork" if fork else "fresh"
            arguments = [str(theirs.fileno()), home, device, level, way]
            process = _spawn(arguments, theirs, device)
        try:
            return cls(process, ours, home, _greeting(ours, device))
        except BaseException:
            _end(process, ours, home, patience=0.0)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The warm process."""
        return self._process.pid

    def solution(self, program: Program) -> LiveSolution:
        """Return `program` as a solution; its runners start when they are needed."""
        return LiveSolution(self._control, program)

    def close(self) -> None:
        """End the launcher; its runners end with it."""
        _end(self._process, self._control, self._home, patience=5.0)


def _spawn(
    arguments: list[str], control: socket.socket, device: str
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-s", "-m", "grader.runner.launcher", *arguments],
        pass_fds=[control.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(device),
    )


def _greeting(control: socket.socket, device: str) -> Hello:
    control.settimeout(_START_SECONDS)
    try:
        said = control.recv(1 << 20)
    except OSError:
        said = b""
    if not said:
        raise Broken(
            "TensorFlow could not be started.",
            remedy=f"Try `{sys.executable} -c 'import tensorflow'`.",
        )
    control.settimeout(None)
    return _hello(wire.decode(said), device)


def _end(
    process: subprocess.Popen[bytes],
    control: socket.socket,
    home: str,
    *,
    patience: float,
) -> None:
    """End the launcher, and clear away what it leaves if it does not end by itself."""
    control.close()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    box.clear(home)
    groups = cgroups.find()
    if groups is not None:
        groups.sweep()


def _environment(device: str) -> dict[str, str]:
    """What the launcher sees: nothing of the teacher's, and forks that are alike."""
    kept = ("PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "SYSTEMROOT")
    hidden = {"CUDA_VISIBLE_DEVICES": "-1"} if device == "cpu" else {}
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        **hidden,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_FORCE_GPU_ALLOW_GROWTH": "true",
        # Else each tensor that there is no memory for is tried for ten seconds.
        "TF_ONEDNN_USE_SYSTEM_ALLOCATOR": "1",
        "KERAS_BACKEND": "tensorflow",
    }


def _hello(said: dict[str, Any], device: str) -> Hello:
    if "error" in said:
        raise DeviceMissing(
            f"There is no device `{device}` that TensorFlow can use here.",
            remedy="Use `--device cpu`, or install `tensorflow[and-cuda]`.",
        )
    warnings: tuple[str, ...] = ()
    if not said["compiled"]:
        warnings = (
            "TensorFlow is installed without compiled bytecode, so it starts in 8 to "
            "10 seconds, not 3. Run `python -m compileall -q` over site-packages, or "
            "install with `--compile-bytecode` where you use uv.",
        )
    return Hello(
        versions=said["versions"],
        device=said["device"],
        isolation=Isolation(
            level=said["level"],
            layers=tuple(said["layers"]),
            leaks=tuple(said["leaks"]),
        ),
        import_seconds=said["import_seconds"],
        failures=tuple(said["failures"]),
        warnings=warnings,
    )


# --- one solution -------------------------------------------------------------


class LiveSolution:
    """A submission in runners of its own. What it does wrong is an observation.

    Args:
        control: The launcher's control socket.
        program: What the runners hold.
    """

    def __init__(self, control: socket.socket, program: Program) -> None:
        self._control = control
        self._program = program
        self._runners: dict[Place, Runner] = {}
        self._ended: Problem | None = None
        self._unloadable: Problem | None = None
        self._hidden = False
        self._seed = 0

    def begin(self, check: str, *, hidden: bool, seed: int) -> None:
        """Start `check` on a clean slate.

        The runner is kept from check to check while it lives, but hidden checks get one
        in which no visible check ran.
        """
        keep = None if self._program.fresh_runner else self._runners.get(Place.HERE)
        if hidden != self._hidden or (keep and keep.ended):
            keep = None
        for runner in self._runners.values():
            if runner is not keep:
                runner.close()
        self._runners = {Place.HERE: keep} if keep else {}
        self._hidden, self._seed, self._ended = hidden, seed, self._unloadable
        if keep and self._ended is None:
            keep.begin(seed)

    def observe(
        self, probe: str, *args: Plain, place: Place = Place.HERE
    ) -> Observation:
        """Run `probe(solution, *args)` in the runner of `place`."""
        if self._ended is not None:
            return Observation(problem=self._ended)
        runner = self._runners.get(place)
        if runner is None:
            runner = self._start(place)
            self._runners[place] = runner
        observation = runner.call(probe, list(args))
        if runner.ended:
            self._ended = observation.problem
        return observation

    def _start(self, place: Place) -> Runner:
        load = {
            "text": None if place is Place.CODELESS else self._program.text,
            "probes": self._program.probes,
            "tasks": list(self._program.tasks),
        }
        for _ in range(2):
            # A layer that fails to go on is tried once more, never left out.
            runner = Runner(self._control, self._program.limits, load, self._seed)
            if runner.failure is None or runner.failure.trouble is not Trouble.BROKEN:
                break
        if runner.failure and runner.failure.trouble is not Trouble.BROKEN:
            # It ended its runner while it was imported, and would do so each time.
            self._unloadable = runner.failure
        return runner

    def close(self) -> None:
        """End every runner of this solution."""
        for runner in self._runners.values():
            runner.close()
        self._runners = {}
