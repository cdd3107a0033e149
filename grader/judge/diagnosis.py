"""Transcripts of a student and of the chaffs go in, recognised misconceptions come out.

No line here knows what a mistake looks like: a misconception is recognised where the
student's observations in a failed check equal those of the chaff that stands for it.
What no chaff stands for has a `behaviour`, by which a class's equal mistakes are found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader import wire
from grader.judge.asserts import TOLERANCES, Mismatch, assert_close
from grader.records import (
    Call,
    Chaff,
    Diagnosis,
    Observation,
    Outcome,
    Plain,
    Problem,
    Transcript,
)

Known = Mapping[str, tuple[Chaff, Transcript, Mapping[str, Outcome]]]
"""By name: a chaff, what it did, and how each check ended for it."""

_FAULTY = (
    *(Outcome.FAILED, Outcome.ERRORED, Outcome.TIMED_OUT),
    *(Outcome.CRASHED, Outcome.OUT_OF_MEMORY),
)


_NUMBERS = 100_000
"""Of one array, that a behaviour is told by."""


def diagnose(
    outcomes: Mapping[str, Outcome], transcript: Transcript, chaffs: Known
) -> dict[str, Diagnosis]:
    """Return the misconception of each failed check that is recognised.

    A chaff is a candidate for a check where both end in the same outcome with equal
    calls. Of several, the one that equals the student in the most checks of the whole
    exercise is taken, and of those the one that fails the fewest checks: the simplest
    explanation. Where that is no single one, nothing is said.
    """
    alike = {
        name: {
            check
            for check, outcome in outcomes.items()
            if theirs.get(check) is outcome
            # A check that was skipped made no call, and says nothing of either.
            and transcript.get(check)
            and same_calls(transcript.get(check, ()), calls.get(check, ()))
        }
        for name, (_, calls, theirs) in chaffs.items()
    }
    found = {}
    for check, outcome in outcomes.items():
        if outcome in _FAULTY and transcript.get(check):
            name = _single_best(
                {
                    name: (len(checks), -_failures(chaffs[name][2]))
                    for name, checks in alike.items()
                    if check in checks
                }
            )
            if name is not None:
                chaff = chaffs[name][0]
                found[check] = Diagnosis(
                    chaff=name, misconception=chaff.misconception, hint=chaff.hint
                )
    return found


def _failures(outcomes: Mapping[str, Outcome]) -> int:
    return sum(outcome in _FAULTY for outcome in outcomes.values())


def _single_best(scores: Mapping[str, tuple[int, int]]) -> str | None:
    best = max(scores.values(), default=None)
    names = [name for name, score in scores.items() if score == best]
    return names[0] if len(names) == 1 else None


def same_calls(left: tuple[Call, ...], right: tuple[Call, ...]) -> bool:
    """Whether two solutions were asked the same and answered the same.

    Files and graphs, which are `bytes`, count for what is observed of them later.
    """
    return len(left) == len(right) and all(
        one.likeness == other.likeness and _same(one.observation, other.observation)
        for one, other in zip(left, right, strict=True)
    )


def behaviour(calls: tuple[Call, ...]) -> str:
    """Return a hash that is the same for solutions that behaved the same.

    Numbers count to three digits, errors for their kind and wording.
    """
    seen = [
        [call.likeness, _worth(call.observation.value), _told(call.observation.problem)]
        for call in calls
    ]
    return wire.digest(seen)


def _told(problem: Problem | None) -> list[str]:
    if problem is None:
        return []
    return [problem.trouble.value, problem.type, _essence(problem.message)]


def _worth(value: Plain) -> Plain:
    """`value` with its floats rounded: noise in the last digits is no matter."""
    if isinstance(value, float | complex):
        return [type(value).__name__, f"{value + 0.0:.3g}"]
    if isinstance(value, np.ndarray) and value.size > _NUMBERS:
        return [list(value.shape), _worth(value.reshape(-1)[:_NUMBERS])]
    if isinstance(value, np.ndarray) and value.dtype.name in TOLERANCES:
        wide = value.astype(np.complex128 if value.dtype.kind == "c" else np.float64)
        parts = [wide.real, wide.imag] if value.dtype.kind == "c" else [wide]
        return [value.dtype.name, list(value.shape), *map(_rounded, parts)]
    if isinstance(value, wire.Ragged | wire.Sparse):
        return [_worth(getattr(value, name)) for name in type(value).__slots__]
    if isinstance(value, list | tuple):
        return [_worth(item) for item in value]
    if isinstance(value, dict):
        return [[_worth(key), _worth(item)] for key, item in value.items()]
    return wire.without_bytes(value)


def _rounded(array: np.ndarray[Any, Any]) -> str:
    mantissa, exponent = np.frexp(array)
    # 0.0 is added because -0.0 has other bytes; of NaN there are many, too.
    rounded = np.atleast_1d(np.ldexp(np.round(mantissa, 3), exponent) + 0.0)
    rounded[np.isnan(rounded)] = np.nan
    return hashlib.sha256(rounded.tobytes()).hexdigest()


def _same(left: Observation, right: Observation) -> bool:
    if left.problem is not None or right.problem is not None:
        return _same_problem(left.problem, right.problem)
    try:
        assert_close(wire.without_bytes(left.value), wire.without_bytes(right.value))
    except Mismatch:
        return False
    return True


def _same_problem(left: Problem | None, right: Problem | None) -> bool:
    if left is None or right is None:
        return False
    return (left.trouble, left.type, _essence(left.message)) == (
        right.trouble,
        right.type,
        _essence(right.message),
    )


def _essence(message: str) -> str:
    """A message without what differs between two programs with the same mistake."""
    # The repr of a variable or array may go over several lines, in any order.
    flat = re.sub(r"<[A-Za-z][^<>]*>", "…", message.strip())
    first = flat.partition("\n")[0]
    # Nobody chose the name `NoneType`, and it is a mistake of its own.
    names = r"'(?!NoneType')[^']*'|\"[^\"]*\"|`[^`]*`|<[^>]*>|\{\{[^}]*\}\}"
    return re.sub(r"\d+", "0", re.sub(names, "…", first))[:200]
