"""A tiny kit in a folder, and solutions of it that run in this process.

A right answer doubles a number: the probe `double` gives it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

from grader import catalog
from grader.records import (
    Exercise,
    Observation,
    Place,
    Plain,
    Position,
    Problem,
    Source,
    Trouble,
)

ID = "toys/double"
CHECKS = '''
from grader.judge.asserts import assert_equal
from grader.judge.marks import depends, points


@points(2)
def test_double(student, reference):
    """Three is doubled."""
    assert_equal(student.double(3), reference.double(3))


@depends("test_double")
def test_twice(student, reference):
    """Doubling twice gives four times as much."""
    assert_equal(student.double(student.double(2)), 8)
'''
HIDDEN = '''
from grader.judge.asserts import assert_equal
from grader.judge.marks import points


@points(0.5)
def test_zero(student, reference):
    """Nought stays nought."""
    assert_equal(student.double(0), reference.double(0))
'''
_TOML = """
format = 1
title = "Doubling"
order = {order}
concepts = ["numbers"]
hints = ["Add it to itself."]
[[tasks]]
name = "double"
"""


class InMemory:
    """A solution whose probes are functions here; it keeps how it was begun."""

    def __init__(self, **probes: Callable[..., Plain | Observation]) -> None:
        self._probes = probes
        self.begun: list[tuple[str, bool, int]] = []
        self.places: list[Place] = []

    def begin(self, check: str, *, hidden: bool, seed: int) -> None:
        self.begun.append((check, hidden, seed))

    def observe(
        self, probe: str, *args: Plain, place: Place = Place.HERE
    ) -> Observation:
        self.places.append(place)
        answer = self._probes[probe](*args)
        if isinstance(answer, Observation):
            return answer
        return Observation(
            value=answer, output="hello\n", cpu_seconds=0.5, peak_mb=20.0
        )


def right() -> InMemory:
    return InMemory(double=lambda x: 2 * x)


def stopped(
    trouble: Trouble,
    *,
    name: str = "",
    message: str = "",
    lines: tuple[tuple[int, str], ...] = (),
) -> InMemory:
    """A solution that meets `trouble` whatever it is asked."""
    problem = Problem(trouble=trouble, type=name, message=message, lines=lines)
    return InMemory(double=lambda x: Observation(problem=problem, output="before"))


def source(text: str = "def double(x):\n    return 2 * x\n") -> Source:
    positions = tuple(Position(n + 1) for n in range(text.count("\n") + 1))
    return Source(name="double.py", text=text, positions=positions)


def kit(
    root: Path,
    checks: str = CHECKS,
    hidden: str = HIDDEN,
    *,
    name: str = ID,
    order: int = 1,
    extra: Mapping[str, str] | None = None,
) -> Exercise:
    """Write a kit of one exercise to `root`, and return that exercise."""
    files = {
        f"exercises/{name}/exercise.toml": _TOML.format(order=order),
        f"exercises/{name}/probes.py": "def double(solution, x): ...\n",
        f"exercises/{name}/checks.py": textwrap.dedent(checks),
        f"solutions/{name}/reference.py": "def double(x):\n    return 2 * x\n",
        f"solutions/{name}/hidden_checks.py": textwrap.dedent(hidden),
        **(extra or {}),
    }
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return catalog.exercise(root, name)
