"""One runner as the trusted end sees it: messages go in, answers come out, or its end.

What it sends is hostile: an answer is held to its form, clocks and limits are kept
here, and whatever it does becomes a `Problem`. CPU time decides, wall time only stops.
"""

from __future__ import annotations

import dataclasses
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from grader import wire
from grader.records import Limits, Observation, Plain, Problem, Trouble
from grader.runner.cgroups import Group
from grader.runner.meter import Meter

PACKETS = socket.SOCK_SEQPACKET if sys.platform == "linux" else socket.SOCK_STREAM
"""macOS knows no packets here; our messages are so few that each comes alone."""
_LITTLE = 4096
_TICK = 0.05
"""Seconds between looks at the clocks while a runner computes."""
_PAUSE = 0.005
"""Seconds for more to come, where little came: who drips must not keep us busy."""
_GRACE = 0.5
"""Seconds from a limit, at which a runner interrupts itself, to its end by force."""
_FLOOD = 64 << 20
"""Bytes printed by one runner after which it is ended."""
_NEARLY = 0.75
"""Part of its memory from which a runner that fails counts as having run out of it."""
_FROM_INSIDE = {
    trouble.value: trouble
    for trouble in (
        *(Trouble.RAISED, Trouble.UNFILLED, Trouble.MISSING, Trouble.NOT_LOADED),
        *(Trouble.NOT_PLAIN, Trouble.REFUSED, Trouble.CPU_LIMIT, Trouble.WALL_LIMIT),
        *(Trouble.MEMORY_LIMIT, Trouble.DISK_LIMIT, Trouble.FILE_LIMIT),
        Trouble.PROCESS_LIMIT,
    )
}


class _Ended(Exception):
    """The runner is gone, or must go."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _end(trouble: Trouble, message: str) -> _Ended:
    return _Ended(Problem(trouble=trouble, message=message))


class Runner:
    """One process, and what is left of its budget.

    Args:
        control: The launcher's control socket.
        limits: What it may use; time for each check.
        program: What to load: `text` (None for no submission), `probes`, `tasks`.
        seed: Of the first check.
    """

    def __init__(
        self,
        control: socket.socket,
        limits: Limits,
        program: dict[str, Plain],
        seed: int,
    ) -> None:
        self.limits = limits
        self.failure: Problem | None = None
        self._meter = Meter()
        self._number = 0
        self._printed = 0
        self._output = bytearray()
        self._silent = False
        self._wall_left = self._wall_end = self._cpu_end = 0.0
        self._channel, channel = socket.socketpair()
        self._out, out = socket.socketpair()
        self._status, status = socket.socketpair(socket.AF_UNIX, PACKETS)
        try:
            with channel, out, status:
                # Once sent, ours are closed: else the status socket never ends for us
                # when the launcher could make no runner.
                self._ask(control, [channel.fileno(), out.fileno(), status.fileno()])
            self._meet(control)
        except (OSError, wire.Refused):
            message = "the launcher does not answer"
            self.failure = Problem(trouble=Trouble.BROKEN, message=message)
        for end in (self._channel, self._out):
            end.setblocking(False)
        with self._remembering():
            self._await_ready()
            self._budget()
            self._exchange("load", **program)
            self._exchange("begin", seed=seed)

    def _ask(self, control: socket.socket, descriptors: list[int]) -> None:
        request = {
            "memory_mb": self.limits.memory_mb,
            "disk_mb": self.limits.disk_mb,
            "processes": self.limits.processes,
            "files": self.limits.files,
        }
        socket.send_fds(control, [wire.encode(request)], descriptors)

    def _meet(self, control: socket.socket) -> None:
        # On the other socket there is nothing to be read, unless it has ended.
        select.select([self._status, control], [], [], 30.0)
        self._status.setblocking(False)
        facts = wire.decode(self._status.recv(4096))
        group = Group(*facts["group"]) if facts["group"] else None
        self._meter = Meter(facts["pid"], group)

    @property
    def ended(self) -> bool:
        """Whether the runner can answer no more."""
        return self.failure is not None

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        """Keep what ended the runner, and end it for good."""
        try:
            yield
        except _Ended as ended:
            self.failure = ended.problem
            self.close()

    def begin(self, seed: int) -> None:
        """Execute the submission afresh, with a new budget."""
        with self._remembering():
            self._budget()
            self._exchange("begin", seed=seed)

    def call(self, probe: str, args: list[Plain]) -> Observation:
        """Run one probe."""
        wall, cpu = time.monotonic(), self._meter.cpu_seconds()
        answer: dict[str, Any] = {}
        with self._remembering():
            answer = self._exchange("call", probe=probe, args=args)
        spent = max(self._meter.cpu_seconds() - cpu, 0.0)
        problem = self.failure or answer["problem"]
        return Observation(
            value=None if problem else answer["value"],
            problem=problem,
            output=self._take_output(),
            cpu_seconds=spent,
            wall_seconds=time.monotonic() - wall,
            peak_mb=self._meter.peak_mb(),
        )

    def _check_alive(self) -> None:
        if self.failure is not None:
            raise _Ended(self.failure)

    def _budget(self) -> None:
        self._wall_left = self.limits.wall_seconds
        self._cpu_end = self._meter.cpu_seconds() + self.limits.cpu_seconds

    def _exchange(self, do: str, **message: Any) -> dict[str, Any]:
        self._check_alive()
        self._number += 1
        left = self._cpu_end - self._meter.cpu_seconds()
        budget = {"cpu": left, "wall": self._wall_left}
        frame = wire.encode({"do": do, "id": self._number} | budget | message)
        # Only the runner's own time counts, not what the judge does between calls.
        self._wall_end = time.monotonic() + self._wall_left
        self._send(frame)
        try:
            answer: Any = wire.receive(self._read)
        except wire.Refused as refused:
            raise _end(Trouble.PROTOCOL, str(refused)) from None
        self._wall_left = self._wall_end - time.monotonic()
        self._drain()
        if not _is_answer(answer, self._number):
            raise _end(Trouble.PROTOCOL, "an answer that was not asked for")
        problem = _problem(answer.get("problem"))
        if problem is not None and problem.trouble.ended:
            said = self._limit(problem.trouble) or problem.message
            raise _Ended(dataclasses.replace(problem, message=said))
        return {"value": answer.get("value"), "problem": problem}

    def _limit(self, trouble: Trouble) -> str:
        """What was too much, where `trouble` is of a clock."""
        match trouble:
            case Trouble.CPU_LIMIT:
                return f"more than {self.limits.cpu_seconds:g} s of CPU time"
            case Trouble.WALL_LIMIT:
                return f"more than {self.limits.wall_seconds:g} s of wall time"
        return ""

    def _await_ready(self) -> None:
        self._check_alive()
        self._wall_end, self._cpu_end = time.monotonic() + 60.0, 1e9
        try:
            said = wire.receive(self._read)
        except wire.Refused as refused:
            raise _end(Trouble.BROKEN, str(refused)) from None
        except _Ended as ended:
            raise _end(Trouble.BROKEN, ended.problem.message) from None
        if "ready" not in said:
            raise _end(Trouble.BROKEN, f"lock-down failed: {said.get('broken')}")
        self._meter.start()

    def _send(self, frame: bytes) -> None:
        rest = memoryview(frame)
        while rest:
            self._wait(writing=True)
            try:
                rest = rest[self._channel.send(rest) :]
            except BlockingIOError:
                continue
            except OSError:
                raise self._obituary() from None

    def _read(self, size: int) -> bytes:
        parts = bytearray()
        while len(parts) < size:
            self._watch()  # each time: who sends byte by byte never lets us wait
            try:
                part = self._channel.recv(min(size - len(parts), 1 << 20))
            except BlockingIOError:
                self._wait()
                continue
            except OSError:
                part = b""
            if not part:
                raise self._obituary()
            parts += part
            if len(parts) < size and len(part) < _LITTLE:
                time.sleep(_PAUSE)
        return bytes(parts)

    def _wait(self, *, writing: bool = False) -> None:
        """Wait until the channel is ready, draining output and watching the clocks."""
        while True:
            self._watch()
            writers = [self._channel] if writing else []
            readers = [] if writing else [self._channel]
            if not self._silent:
                readers.append(self._out)
            ready, writable, _ = select.select(readers, writers, [], _TICK)
            if self._out in ready:
                self._drain()
            if writable or self._channel in ready:
                return
            if self._out in ready:
                time.sleep(_PAUSE)
            self._meter.peak_mb()
            if self._status in select.select([self._status], [], [], 0)[0]:
                # The runner is gone; whatever it still wrote is in the channel.
                if not select.select([self._channel], [], [], 0)[0]:
                    raise self._obituary()
                return

    def _watch(self) -> None:
        # The runner was to interrupt itself before; now it has to go.
        trouble = self._late(_GRACE)
        if trouble is not None:
            raise self._over(trouble)

    def _late(self, grace: float = 0.0) -> Trouble | None:
        """The clock that the runner has passed, if one."""
        if self._meter.cpu_seconds() > self._cpu_end + grace:
            return Trouble.CPU_LIMIT
        if time.monotonic() > self._wall_end + grace:
            return Trouble.WALL_LIMIT
        return None

    def _over(self, trouble: Trouble) -> _Ended:
        """A limit is passed; but the runner's own end, if it just came, says more."""
        if self._status in select.select([self._status], [], [], 0)[0]:
            return self._obituary()
        return _end(trouble, self._limit(trouble))

    def _drain(self) -> None:
        """Take what was printed; keep the first and the last part of it."""
        half = self.limits.output_kb * 512
        while True:
            try:
                part = self._out.recv(1 << 18)
            except OSError:
                return
            if not part:
                self._silent = True  # stdout and stderr are closed
                return
            self._printed += len(part)
            self._output += part
            if len(self._output) > 4 * half:
                # A byte more than is shown, by which it is known that some was cut.
                del self._output[half : len(self._output) - half - 1]
            if self._printed > _FLOOD:
                raise _end(Trouble.OUTPUT_LIMIT, f"more than {_FLOOD >> 20} MiB")

    def _take_output(self) -> str:
        try:
            self._drain()
        except (_Ended, OSError):
            pass
        half = self.limits.output_kb * 512
        kept = bytes(self._output)
        self._output.clear()
        if len(kept) > 2 * half:
            kept = kept[:half] + "\n… (cut)\n".encode() + kept[-half:]
        return kept.decode("utf-8", "replace")

    def _obituary(self) -> _Ended:
        """Why the runner is gone, in the launcher's words."""
        try:
            self._status.settimeout(5.0)
            said = self._status.recv(4096)
            facts = wire.decode(said) if said else {}
        except TimeoutError:
            return _end(Trouble.PROTOCOL, "it closed its channel, and goes on")
        except (OSError, wire.Refused):
            facts = {}
        if not facts:
            return _end(Trouble.BROKEN, "the launcher is gone")
        self._meter.learn(facts["peak_mb"])
        failed = bool(facts["signal"] or facts["exit"])
        if facts["out_of_memory"] or (failed and self._nearly_full()):
            limit = f"more than {self.limits.memory_mb} MiB of memory"
            return _end(Trouble.MEMORY_LIMIT, limit)
        late = Trouble.CPU_LIMIT if facts["signal"] == signal.SIGXCPU else self._late()
        if late is not None:  # who is interrupted may well stumble over that
            return _end(late, self._limit(late))
        if facts["signal"]:
            return _end(Trouble.CRASH, _signal_words(facts["signal"]))
        return _end(Trouble.EARLY_EXIT, f"exit code {facts['exit']}")

    def _nearly_full(self) -> bool:
        """Native code that gets no memory calls `abort`, or leaves in disorder."""
        return self._meter.peak_mb() > _NEARLY * self.limits.memory_mb

    def close(self) -> None:
        """End the runner: the launcher kills it when the status socket closes."""
        self._meter.peak_mb()
        for end in (self._channel, self._out, self._status):
            end.close()
        if self.failure is None:
            self.failure = Problem(trouble=Trouble.BROKEN, message="closed")


def _signal_words(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _is_answer(answer: Any, number: int) -> bool:
    # Types before values: an array would compare to an array.
    if type(answer) is not dict or type(answer.get("id")) is not int:
        return False
    keys = set(answer)
    if answer["id"] != number or keys not in ({"id", "value"}, {"id", "problem"}):
        return False
    return "value" in answer or _is_problem(answer["problem"])


def _is_problem(found: Any) -> bool:
    if type(found) is not dict or set(found) != {"trouble", "type", "message", "lines"}:
        return False
    texts = (found["trouble"], found["type"], found["message"])
    return (
        all(type(text) is str and len(text) <= 4_000 for text in texts)
        and found["trouble"] in _FROM_INSIDE
        and type(found["lines"]) is list
        and len(found["lines"]) <= 20
        and all(map(_is_line, found["lines"]))
    )


def _is_line(found: Any) -> bool:
    return (
        type(found) is list
        and [type(part) for part in found] == [int, str]
        and 0 < found[0] < 1 << 31
        and len(found[1]) <= 200
    )


def _problem(found: dict[str, Any] | None) -> Problem | None:
    if found is None:
        return None
    lines = tuple((line, name) for line, name in found["lines"])
    return Problem(
        trouble=_FROM_INSIDE[found["trouble"]],
        type=found["type"],
        message=found["message"],
        line=lines[-1][0] if lines else None,
        lines=lines,
    )
