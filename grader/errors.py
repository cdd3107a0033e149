"""Errors that a user can cause, each with what is wrong, what to do, and an exit code.

    GraderError          exit code 2
    ├── NotFound         a kit, an exercise or a submission is not where it was sought
    ├── BadExercise      an exercise folder breaks its format
    ├── BadSubmission    a submission cannot be read at all (it gets a verdict)
    ├── StaleKey         a needed answer key is missing or stale and cannot be made
    ├── DeviceMissing    the device that was asked for is not here
    ├── LevelTooLow      the lock-down is weaker than grading needs
    └── Broken           our own fault: a judge, launcher or file system failed

Anything else that is raised is a bug and may crash loudly.
"""

from __future__ import annotations


class GraderError(Exception):
    """What is wrong, and what to do about it; printed without a traceback.

    Args:
        problem: One sentence that names the file or thing and what is wrong with it.
        remedy: One sentence that says what to do next.
    """

    exit_code = 2

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(f"{problem} {remedy}")
        self.problem = problem
        self.remedy = remedy


class NotFound(GraderError):
    """A kit, an exercise or a submission is not where it was sought."""


class BadExercise(GraderError):
    """An exercise folder breaks its format."""


class BadSubmission(GraderError):
    """A submission cannot be read; its author gets a verdict that says why."""


class StaleKey(GraderError):
    """An answer key is missing or stale, and there is no reference to make one from."""


class DeviceMissing(GraderError):
    """The device that was asked for is not on this machine."""


class LevelTooLow(GraderError):
    """The lock-down of this machine is weaker than what was asked for."""

    exit_code = 3


class Broken(GraderError):
    """The grader itself failed; never a student's fault, and never a zero."""

    exit_code = 4
