"""The frozen records that stages hand to each other, and the protocol `Solution`.

A record is never edited: to change one, make another. `Verdict` is what every
surface renders; its JSON form is versioned and published as a schema in `docs/`.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

Plain: TypeAlias = Any
"""Plain data as `grader.wire` carries it: numbers, strings, bytes, None, NumPy arrays,
`wire.Ragged`, `wire.Sparse`, and lists, tuples and dicts of these."""

VERDICT_SCHEMA = 1


class Outcome(enum.Enum):
    """How a check ended. Only `BROKEN` is our fault; only `PASSED` earns points."""

    PASSED = "passed"
    FAILED = "failed"
    """The solution answered, and the answer is not what the statement asks."""
    ERRORED = "errored"
    """The solution raised, is not filled in, or returned what is not plain data."""
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    """The interpreter died, left early, flooded its output or broke the protocol."""
    OUT_OF_MEMORY = "out of memory"
    SKIPPED = "skipped"
    """What it depends on failed."""
    NOT_RUN = "not run"
    BROKEN = "broken"
    """The grader failed; not the student's fault."""


class Place(enum.Enum):
    """Where a probe runs."""

    HERE = "here"
    """In the runner of the check, after what ran there before."""
    ANOTHER = "another process"
    """In a second runner that has loaded the submission anew."""
    CODELESS = "without the code"
    """In a second runner that never loads the submission; `solution` is None there."""


class Trouble(enum.Enum):
    """Why an observation has no value."""

    RAISED = "raised"
    UNFILLED = "unfilled"
    """`NotImplementedError` came out: a part of the stub is still open."""
    MISSING = "missing"
    """A task's function or class does not exist in the submission."""
    NOT_LOADED = "not loaded"
    """The submission itself raised while it was imported."""
    NOT_PLAIN = "not plain"
    """The probe's answer was no plain data, or too much of it."""
    REFUSED = "refused"
    """It asked for what the lock-down refuses: a network, a program, a file outside."""
    FILE_LIMIT = "file limit"
    """Too many files were open at once."""
    DISK_LIMIT = "disk limit"
    """More was written than there is room for."""
    PROCESS_LIMIT = "process limit"
    """Too many threads or processes were started."""
    CPU_LIMIT = "cpu limit"
    WALL_LIMIT = "wall limit"
    MEMORY_LIMIT = "memory limit"
    OUTPUT_LIMIT = "output limit"
    CRASH = "crash"
    EARLY_EXIT = "early exit"
    PROTOCOL = "protocol"
    BROKEN = "broken"
    """The runner failed for a reason of ours."""

    @property
    def ended(self) -> bool:
        """Whether the runner is gone, so that the check can observe no more."""
        return self in _ENDED

    @property
    def outcome(self) -> Outcome:
        """The outcome of a check that met this trouble."""
        return _OUTCOMES.get(self, Outcome.ERRORED)


_OUTCOMES = {
    Trouble.CPU_LIMIT: Outcome.TIMED_OUT,
    Trouble.WALL_LIMIT: Outcome.TIMED_OUT,
    Trouble.MEMORY_LIMIT: Outcome.OUT_OF_MEMORY,
    Trouble.OUTPUT_LIMIT: Outcome.CRASHED,
    Trouble.CRASH: Outcome.CRASHED,
    Trouble.EARLY_EXIT: Outcome.CRASHED,
    Trouble.PROTOCOL: Outcome.CRASHED,
    Trouble.BROKEN: Outcome.BROKEN,
}
_ENDED = frozenset(_OUTCOMES)


# --- what a student handed in -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Position:
    """A line of the file as the student knows it."""

    line: int
    """Counted from 1; in a notebook, within its cell."""
    cell: int | None = None
    """The notebook's cell, counted from 1 over all cells; None in a `.py` file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of one submission, read but never executed by the trusted side."""

    name: str
    """The file's own name, for people; never used to open anything."""
    text: str
    """One module: what a runner executes."""
    positions: tuple[Position, ...]
    """Where line i + 1 of `text` stands in the student's file."""
    notes: tuple[str, ...] = ()
    """What was left out while reading (magics, shell lines), one sentence each."""
    digest: str = ""
    """SHA-256 of the file's bytes, in hex."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One student's file for one exercise, or the reason why there is none."""

    student: str
    """What the platform calls the student; made safe to show, never a path."""
    exercise: str
    path: Path | None
    """The file; None where nothing was handed in for the exercise."""
    problem: str = ""
    """Why the file cannot be used, in a sentence; empty where it can."""
    notes: tuple[str, ...] = ()
    """What was noticed while finding the file, one sentence each."""


# --- what an exercise is ------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A declared check, as read (not executed) from `checks.py`."""

    name: str
    title: str
    """The docstring's first line: what a student reads beside the outcome."""
    points: float
    hidden: bool
    depends: tuple[str, ...] = ()
    """Checks without which this one is skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one runner may use. CPU time decides; wall time only stops."""

    cpu_seconds: float = 10.0
    """CPU time of all threads for one check."""
    wall_seconds: float = 30.0
    """Wall time for one check."""
    memory_mb: int = 1024
    """Private memory above the launcher's shared pages, in MiB."""
    output_kb: int = 64
    """Of stdout and stderr, kept for a check in KiB; past 64 MiB the runner ends."""
    disk_mb: int = 64
    """The private temporary folder, in MiB."""
    processes: int = 64
    """Threads."""
    files: int = 256
    """Open files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chaff:
    """A wrong solution that stands for one misconception."""

    name: str
    misconception: str
    fails: tuple[str, ...]
    hint: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A function or class that the stub leaves open."""

    name: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """An exercise as it lies on disk; nothing of it has been executed."""

    id: str
    """`track/name`."""
    title: str
    order: int
    concepts: tuple[str, ...]
    topics: tuple[str, ...] = ()
    """What of the syllabus it covers."""
    tasks: tuple[Task, ...]
    hints: tuple[str, ...]
    limits: Limits
    fresh_runner: bool
    """Whether every check needs a runner of its own (device set-up, say)."""
    checks: tuple[Check, ...]
    """Visible ones first, in file order."""
    folder: Path
    """`exercises/track/name`."""
    solution: Path | None
    """`solutions/track/name`; None in a student's kit."""
    chaffs: tuple[Chaff, ...]
    wheats: tuple[Path, ...]
    version: str
    """Hash of all that a verdict depends on, 12 hex digits."""

    @property
    def track(self) -> str:
        """The part of the id before the slash."""
        return self.id.split("/")[0]

    @property
    def name(self) -> str:
        """The part of the id after the slash; the stub's file name without `.py`."""
        return self.id.split("/")[1]

    @property
    def stub(self) -> Path:
        """What a student starts from, as `.py`."""
        return self.folder / f"{self.name}.py"

    @property
    def notebook(self) -> Path:
        """What a student starts from, as `.ipynb`."""
        return self.folder / f"{self.name}.ipynb"

    @property
    def probes(self) -> Path:
        """How a solution is observed."""
        return self.folder / "probes.py"

    @property
    def reference(self) -> Path | None:
        """The teacher's solution; None in a student's kit."""
        return self.solution / "reference.py" if self.solution else None


# --- what was observed --------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One step of a traceback, in the student's own file."""

    position: Position
    function: str
    excerpt: tuple[tuple[int, str], ...] = ()
    """Lines around it: number (as in `position.line`) and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why an observation has no value. All text is the student's: data, not markup."""

    trouble: Trouble
    type: str = ""
    """The exception's class, or the type that was not plain."""
    message: str = ""
    """The exception's message; for an ended runner, a sentence of ours."""
    line: int | None = None
    """The last line of `Source.text` that the traceback passes, counted from 1."""
    lines: tuple[tuple[int, str], ...] = ()
    """All such (line, function), outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What one probe call gave: a value or a problem, its output, its time."""

    value: Plain = None
    problem: Problem | None = None
    output: str = ""
    """stdout and stderr of the call, bounded."""
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    peak_mb: float = 0.0
    """The most memory that its runner had of its own so far, in MiB; 0 for unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An observation, and which call gave it."""

    digest: str
    """Hash of probe, arguments and place: a replay goes by it."""
    likeness: str
    """The same whatever `bytes` the arguments hold: a diagnosis goes by it."""
    observation: Observation


Transcript: TypeAlias = Mapping[str, tuple[Call, ...]]
"""A solution's observations in order, by the check that made them."""


class Solution(Protocol):
    """What a judge can ask of a solution, live or replayed."""

    def begin(self, check: str, *, hidden: bool, seed: int) -> None:
        """Start `check` on a clean slate: module executed afresh, `seed` set."""

    def observe(
        self, probe: str, *args: Plain, place: Place = Place.HERE
    ) -> Observation:
        """Run `probe(solution, *args)`; a problem is a value, never an exception."""


# --- what was judged ----------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """A misconception that the student's behaviour equals."""

    chaff: str
    misconception: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What is said about a check that did not pass; every text may be the student's."""

    message: str
    """What is wrong, in a sentence or two."""
    expected: str = ""
    received: str = ""
    """Short renderings, at most a few lines each; empty where they say nothing."""
    details: tuple[tuple[str, str], ...] = ()
    """Further facts, such as ("largest error", "0.268 at [1, 2]")."""
    error: str = ""
    """The exception as Python prints its last line."""
    frames: tuple[Frame, ...] = ()
    """The student's part of the traceback, outermost first."""
    teacher_note: str = ""
    """For teachers alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckVerdict:
    """A declared check with what became of it."""

    name: str
    title: str
    hidden: bool
    points: float
    """What it is worth."""
    earned: float = 0.0
    outcome: Outcome = Outcome.NOT_RUN
    trouble: Trouble | None = None
    """For an outcome that is no plain pass or fail: what happened."""
    feedback: Feedback | None = None
    diagnosis: Diagnosis | None = None
    behaviour: str = ""
    """Equal for those who went wrong in the same way, where no diagnosis names it."""
    output: str = ""
    """What the submission printed during the check, bounded."""
    cpu_seconds: float = 0.0
    """The submission's own CPU time."""
    wall_seconds: float = 0.0
    """The check's wall time, the judge's part included."""
    peak_mb: float = 0.0
    """The most memory that the submission had of its own until the check's end, in MiB,
    as `Isolation.layers` measures it; 0 for unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Isolation:
    """Which protections held, as a self-test on this machine observed."""

    level: str
    """`full`, `strong`, `device`, `medium`, `weak` or `none`."""
    layers: tuple[str, ...] = ()
    """What was in force: `namespaces`, `own root`, `landlock 7`, `seccomp`, …"""
    leaks: tuple[str, ...] = ()
    """What the self-test could do although it should not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What a verdict was made with."""

    grader: str
    exercise: str
    python: str
    tensorflow: str = ""
    keras: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Outcomes, points and feedback of one submission and exercise."""

    student: str
    exercise: str
    exercise_title: str
    file: str
    """The submitted file's name; empty where nothing was handed in."""
    checks: tuple[CheckVerdict, ...]
    rejected: str = ""
    """Why the file could not be graded at all, in a sentence with its remedy."""
    notes: tuple[str, ...] = ()
    """What was noticed while reading: cells left out, an unchanged stub."""
    source_digest: str = ""
    seed: int = 0
    device: str = "cpu"
    isolation: Isolation = field(default_factory=lambda: Isolation(level="none"))
    versions: Versions
    created: str = ""
    """When grading began, ISO 8601 with offset."""
    wall_seconds: float = 0.0
    schema: int = VERDICT_SCHEMA

    @property
    def earned(self) -> float:
        """Points earned."""
        return sum(check.earned for check in self.checks)

    @property
    def possible(self) -> float:
        """Points that can be earned."""
        return sum(check.points for check in self.checks)

    @property
    def broken(self) -> bool:
        """Whether some check is undecided by our own fault, so that it must be redone.

        A rejected file's checks rest at "not run", and that is final.
        """
        ours = {Outcome.BROKEN} if self.rejected else {Outcome.BROKEN, Outcome.NOT_RUN}
        return any(check.outcome in ours for check in self.checks)
