"""A misconception is recognised by behaviour, and the simplest one is taken."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from grader.judge.diagnosis import Known, behaviour, diagnose
from grader.records import (
    Call,
    Chaff,
    Observation,
    Outcome,
    Problem,
    Transcript,
    Trouble,
)

F, P, S = Outcome.FAILED, Outcome.PASSED, Outcome.SKIPPED


def transcript(**values: object) -> Transcript:
    return {
        check: (Call(digest="d", likeness="d", observation=Observation(value=value)),)
        for check, value in values.items()
    }


def chaff(name: str) -> Chaff:
    return Chaff(
        name=name, misconception=f"{name}!", fails=("a",), hint="Why?", path=Path(name)
    )


KNOWN: Known = {
    "simple": (chaff("simple"), transcript(a=None, b=1), {"a": F, "b": P, "c": P}),
    "broad": (chaff("broad"), transcript(a=None, b=None), {"a": F, "b": F, "c": S}),
}


def test_equal_behaviour_is_recognised() -> None:
    found = diagnose({"a": F, "b": F}, transcript(a=None, b=None), KNOWN)
    assert {name: one.chaff for name, one in found.items()} == {
        "a": "broad",
        "b": "broad",
    }


def test_of_equal_explanations_the_simplest_is_taken() -> None:
    outcomes = {"a": F, "b": F, "c": S}
    found = diagnose(outcomes, transcript(a=None, b=7), KNOWN)
    assert {name: one.chaff for name, one in found.items()} == {"a": "simple"}


def test_of_a_huge_array_a_part_tells_the_behaviour() -> None:
    """Else each hostile check could cost us seconds, and a gigabyte."""
    arrays = [np.zeros(shape, np.float16) for shape in ((8 << 20,), (4, 2 << 20))]
    began = time.process_time()
    seen = [behaviour(transcript(a=array)["a"]) for array in (*arrays, arrays[0])]
    assert seen[0] == seen[2] != seen[1]
    assert time.process_time() - began < 0.5


def test_a_tie_says_nothing() -> None:
    twins = {name: KNOWN["simple"] for name in ("one", "two")}
    assert diagnose({"a": F}, transcript(a=None), twins) == {}


def test_other_behaviour_is_not_recognised() -> None:
    assert diagnose({"a": F}, transcript(a=3), KNOWN) == {}


def test_a_passed_check_has_no_diagnosis() -> None:
    assert diagnose({"a": P}, transcript(a=None), KNOWN) == {}


def test_arrays_are_compared_within_their_tolerance() -> None:
    one, other = np.float32([1.0]), np.float32([1.0 + 1e-6])
    known = {"simple": (chaff("simple"), transcript(a=one), {"a": F})}
    assert diagnose({"a": F}, transcript(a=other), known)


def test_files_that_say_the_same_need_not_be_the_same() -> None:
    files = {"files": [b"written at noon"], "step": 5}
    known = {"simple": (chaff("simple"), transcript(a=files), {"a": F})}
    later = {"files": [b"written at one"], "step": 5}
    assert diagnose({"a": F}, transcript(a=later), known)
    assert not diagnose({"a": F}, transcript(a={**later, "step": 4}), known)


@pytest.mark.parametrize(
    ("message", "same"),
    [
        ("bad name 'y' at 12", True),
        ("bad name 'NoneType' at 3", False),
        ("another thing entirely", False),
        ("bad name <tf.Variable shape=(2, 2), numpy=\n[[1 2]\n [3 4]]> at 3", True),
    ],
)
def test_errors_are_compared_without_names_and_numbers(
    message: str, same: bool
) -> None:
    def raising(text: str) -> Transcript:
        problem = Problem(trouble=Trouble.RAISED, type="ValueError", message=text)
        observation = Observation(problem=problem)
        return {"a": (Call(digest="d", likeness="d", observation=observation),)}

    known = {
        "simple": (
            chaff("simple"),
            raising("bad name 'x' at 3\nand what follows"),
            {"a": Outcome.ERRORED},
        )
    }
    found = diagnose({"a": Outcome.ERRORED}, raising(message), known)
    assert bool(found) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (np.float32([1, 2]), np.float32([1, 2.0000002]), True),
        (np.float32([0.0, np.nan]), np.float32([-0.0, -np.nan]), True),
        (np.float32([1, 2]), np.float32([1, 2.1]), False),
        (np.float32([1, 2]), np.float64([1, 2]), False),
        (np.float32([1, 2]), np.float32([[1, 2]]), False),
        ([1, {"a": 0.5}], [1, {"a": 0.5}], True),
        ({"n": 1}, {"n": 2}, False),
        (b"12:01", b"12:02", True),
        (1 + 2j, 1 + 3j, False),
    ],
)
def test_solutions_that_behave_the_same_share_a_behaviour(
    one: object, other: object, same: bool
) -> None:
    found = {behaviour(transcript(a=value)["a"]) for value in (one, other)}
    assert (len(found) == 1) is same
