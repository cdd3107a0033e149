"""Outcomes and points in words, colours and signs: the same on every surface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from grader.records import CheckVerdict, Outcome, Position, Verdict


@dataclass(frozen=True, slots=True)
class Look:
    """How an outcome looks."""

    tone: str
    """`good`, `bad`, `warn`, `mute` or `ours`: a CSS class and a terminal colour."""
    sign: str
    ascii: str
    """The sign where the terminal knows ASCII only."""
    hidden: str
    """What a student reads about a hidden check that ended so."""


_REREAD = "Read the statement again, and try other shapes, dtypes and edge cases."
LOOKS: Mapping[Outcome, Look] = MappingProxyType(
    {
        Outcome.PASSED: Look("good", "✓", "+", ""),
        Outcome.FAILED: Look(
            "bad",
            "✗",
            "x",
            f"The answer differs from what the statement asks. {_REREAD}",
        ),
        Outcome.ERRORED: Look(
            "bad",
            "✗",
            "x",
            f"Your code raised an error, or gave no plain answer. {_REREAD}",
        ),
        Outcome.TIMED_OUT: Look(
            "warn",
            "⧗",
            "!",
            "Your code did not finish in time. Look for a loop that grows with its "
            "input or never ends.",
        ),
        Outcome.CRASHED: Look(
            "warn", "✗", "!", "The Python process ended before it gave an answer."
        ),
        Outcome.OUT_OF_MEMORY: Look(
            "warn",
            "✗",
            "!",
            "Your code used more memory than it may. Look for a tensor that is larger "
            "than it needs to be.",
        ),
        Outcome.SKIPPED: Look(
            "mute", "○", "-", "It was skipped, because what it builds on did not pass."
        ),
        Outcome.NOT_RUN: Look("mute", "·", ".", "It was not run."),
        Outcome.BROKEN: Look(
            "ours",
            "?",
            "?",
            "The grader failed here, not you. It will be graded again.",
        ),
    }
)


def points(number: float) -> str:
    """Return `number` without needless digits: 2, 1.5, 0.33."""
    return f"{round(number, 2):g}"


def score(earned: float, possible: float) -> str:
    """Return `3 of 5 points`."""
    return f"{points(earned)} of {points(possible)} point{'s' * (possible != 1)}"


def count(number: int, noun: str) -> str:
    """Return `1 check`, `2 checks`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def share(earned: float, possible: float) -> float:
    """Return earned over possible, from 0 to 1; 0 where nothing can be earned."""
    return min(max(earned / possible, 0.0), 1.0) if possible > 0 else 0.0


def place(position: Position) -> str:
    """Return `line 3`, or `cell 2, line 3` in a notebook."""
    where = f"line {position.line}"
    return where if position.cell is None else f"cell {position.cell}, {where}"


def headline(verdict: Verdict) -> str:
    """Return the verdict in a few words."""
    if verdict.broken:
        return "Not final: the grader failed, not you"
    if verdict.rejected:
        return "Not handed in" if not verdict.file else "Could not be graded"
    passed = sum(check.outcome is Outcome.PASSED for check in verdict.checks)
    if passed == len(verdict.checks):
        return "All checks passed"
    return f"{passed} of {count(len(verdict.checks), 'check')} passed"


def first_failing(verdict: Verdict) -> CheckVerdict | None:
    """Return the check that a student should look at first."""
    quiet = (Outcome.PASSED, Outcome.SKIPPED, Outcome.NOT_RUN)
    return next((c for c in verdict.checks if c.outcome not in quiet), None)
