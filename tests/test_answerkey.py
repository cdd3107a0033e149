"""A key answers as the recorded solution did, and is read back as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader import answerkey
from grader.answerkey import ChaffRecord, Key, Recorder, Replay
from grader.errors import StaleKey
from grader.records import (
    Chaff,
    Observation,
    Outcome,
    Place,
    Plain,
    Problem,
    Trouble,
)


class Counting:
    """A solution in this process that answers with how often it was asked."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.asked = 0

    def begin(self, check: str, *, hidden: bool, seed: int) -> None:
        self.begun.append(check)
        self.asked = 0

    def observe(
        self, probe: str, *args: Plain, place: Place = Place.HERE
    ) -> Observation:
        self.asked += 1
        if probe == "fail":
            problem = Problem(trouble=Trouble.RAISED, type="ValueError", message="no")
            return Observation(problem=problem)
        return Observation(value=[self.asked, *args])


def recorded(*calls: tuple[Any, ...]) -> Recorder:
    recorder = Recorder(Counting())
    recorder.begin("test_a", hidden=False, seed=1)
    for probe, *args in calls:
        recorder.observe(probe, *args)
    return recorder


def test_equal_calls_are_answered_in_their_order() -> None:
    replay = Replay(recorded(("f", 1), ("f", 1)).transcript)
    replay.begin("test_a", hidden=False, seed=1)
    assert [replay.observe("f", 1).value for _ in range(2)] == [[1, 1], [2, 1]]


def test_beginning_again_answers_from_the_first_call() -> None:
    replay = Replay(recorded(("f", 1)).transcript)
    for _ in range(2):
        replay.begin("test_a", hidden=False, seed=1)
        assert replay.observe("f", 1).value == [1, 1]


def test_a_call_that_the_key_lacks_names_the_remedy() -> None:
    replay = Replay(recorded(("f", 1)).transcript)
    replay.begin("test_a", hidden=False, seed=1)
    with pytest.raises(StaleKey, match="kit of the same version"):
        replay.observe("f", 2)


def test_a_call_that_the_key_lacks_goes_to_a_live_solution_from_its_start() -> None:
    live = Counting()
    replay = Replay(recorded(("f", 1)).transcript, lambda: live)
    replay.begin("test_a", hidden=False, seed=1)
    replay.observe("f", 1)
    assert replay.observe("f", 2).value == [2, 2]
    assert replay.observe("f", 1).value == [3, 1]
    assert live.begun == ["test_a"]


def test_the_place_of_a_call_matters() -> None:
    replay = Replay(recorded(("f", 1)).transcript)
    replay.begin("test_a", hidden=False, seed=1)
    with pytest.raises(StaleKey):
        replay.observe("f", 1, place=Place.ANOTHER)


def test_calls_with_other_files_are_alike_and_not_the_same() -> None:
    [one, other] = recorded(("f", [b"x", 1]), ("f", [b"y", 1])).transcript["test_a"]
    assert one.likeness == other.likeness
    assert one.digest != other.digest
    [third] = recorded(("f", [b"x", 2])).transcript["test_a"]
    assert third.likeness != one.likeness


def test_a_key_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    array = np.arange(6.0).reshape(2, 3)
    key = Key(
        reference=recorded(("f", array), ("fail",)).transcript,
        chaffs={
            "wrong": ChaffRecord(
                chaff=Chaff(
                    name="wrong",
                    misconception="It is wrong.",
                    fails=("test_a",),
                    hint="Is it?",
                    path=Path("wrong.py"),
                ),
                transcript=recorded(("f", 2)).transcript,
                outcomes={"test_a": Outcome.TIMED_OUT},
            )
        },
        versions={"python": "3.11"},
    )
    path = tmp_path / "keys" / "a.key"
    answerkey.save(key, path)
    back = answerkey.load(path)
    assert back is not None
    assert answerkey.dump(back) == answerkey.dump(key)
    assert back.chaffs["wrong"].outcomes == {"test_a": Outcome.TIMED_OUT}
    assert path.stat().st_mode & 0o077 == 0


def test_students_get_the_visible_part_alone() -> None:
    recorder = recorded(("f", 1))
    recorder.begin("test_hidden", hidden=True, seed=1)
    recorder.observe("f", 12345)
    key = Key(reference=recorder.transcript)
    assert set(key.visible({"test_a"}).reference) == {"test_a"}


@pytest.mark.parametrize("content", [b"", b"rubbish", b"tfk1" + b"\0" * 8])
def test_a_damaged_key_counts_as_missing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.key"
    path.write_bytes(content)
    assert answerkey.load(path) is None
