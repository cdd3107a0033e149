"""Answer keys: a solution's calls are recorded once, and replayed for each submission.

A key holds, for one exercise and seed, the transcript of the reference and those of the
chaffs with what each chaff failed. On disk it is one wire frame, readable by its owner
alone; its name holds the hash of all that it depends on, so a stale key is never found.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader import wire
from grader.errors import StaleKey
from grader.records import (
    Call,
    Chaff,
    Observation,
    Outcome,
    Place,
    Plain,
    Problem,
    Solution,
    Transcript,
    Trouble,
)

_BUDGET = wire.Budget(
    header=64 << 20, blobs=512 << 20, blob_count=200_000, items=5_000_000, depth=32
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaffRecord:
    """A chaff, what it did, and which outcome each check gave it."""

    chaff: Chaff
    transcript: Transcript
    outcomes: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The recorded transcripts for one exercise, version and seed."""

    reference: Transcript
    chaffs: Mapping[str, ChaffRecord] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of what the reference ran with: `python`, `tensorflow`, `keras`."""

    def visible(self, names: set[str]) -> Key:
        """Return the part that students may have: the checks in `names` alone."""
        return Key(
            reference=_only(self.reference, names),
            chaffs={
                name: ChaffRecord(
                    chaff=chaff.chaff,
                    transcript=_only(chaff.transcript, names),
                    outcomes={k: v for k, v in chaff.outcomes.items() if k in names},
                )
                for name, chaff in self.chaffs.items()
            },
            versions=self.versions,
        )


def _only(transcript: Transcript, names: set[str]) -> Transcript:
    return {check: calls for check, calls in transcript.items() if check in names}


def call_digest(probe: str, args: tuple[Plain, ...], place: Place) -> str:
    """Return the hash by which a call is found again.

    Raises:
        NotPlain: An argument is no plain data: a fault of the check.
    """
    return wire.digest([probe, list(args), place.value])


class Recorder:
    """A solution that keeps a transcript of what another one does."""

    def __init__(self, solution: Solution) -> None:
        self._solution = solution
        self._calls: dict[str, list[Call]] = {}
        self._check = ""

    @property
    def transcript(self) -> Transcript:
        """What was observed so far."""
        return {check: tuple(calls) for check, calls in self._calls.items()}

    def begin(self, check: str, *, hidden: bool, seed: int) -> None:
        """Start `check` in the recorded solution."""
        self._check = check
        self._calls[check] = []
        self._solution.begin(check, hidden=hidden, seed=seed)

    def observe(
        self, probe: str, *args: Plain, place: Place = Place.HERE
    ) -> Observation:
        """Observe the recorded solution, and keep what it gave."""
        observation = self._solution.observe(probe, *args, place=place)
        digest = call_digest(probe, args, place)
        likeness = call_digest(probe, wire.without_bytes(args), place)
        call = Call(digest=digest, likeness=likeness, observation=observation)
        self._calls.setdefault(self._check, []).append(call)
        return observation


class Replay:
    """A solution that answers from a transcript, and from a live one where it must.

    The n-th of several equal calls in a check gets the n-th recorded answer. A call
    that the key lacks (its arguments came from the student, say) starts the live
    solution, if there is one, and asks that for the rest of the check: a second
    process cannot go on from the middle of a recorded one.
    """

    def __init__(
        self, transcript: Transcript, live: Callable[[], Solution] | None = None
    ) -> None:
        self._transcript = transcript
        self._make_live = live
        self._live: Solution | None = None
        self._asked: list[tuple[str, tuple[Plain, ...], Place]] = []
        self._seen: dict[str, int] = {}
        self._started = ("", False, 0)
        self._diverted = False

    def begin(self, check: str, *, hidden: bool, seed: int) -> None:
        """Turn to the recorded calls of `check`."""
        self._started = (check, hidden, seed)
        self._asked, self._seen, self._diverted = [], {}, False

    def observe(
        self, probe: str, *args: Plain, place: Place = Place.HERE
    ) -> Observation:
        """Return what the recorded solution gave.

        Raises:
            StaleKey: The key lacks the call and there is no live solution.
        """
        digest = call_digest(probe, args, place)
        found = None if self._diverted else self._recorded(digest)
        self._seen[digest] = self._seen.get(digest, 0) + 1
        if found is None:
            found = self._divert().observe(probe, *args, place=place)
        self._asked.append((probe, args, place))
        return found

    def _recorded(self, digest: str) -> Observation | None:
        calls = self._transcript.get(self._started[0], ())
        matching = [call.observation for call in calls if call.digest == digest]
        index = self._seen.get(digest, 0)
        return matching[index] if index < len(matching) else None

    def _divert(self) -> Solution:
        check, hidden, seed = self._started
        if self._make_live is None:
            raise StaleKey(
                f"The answer key has no answer for `{check}`.",
                remedy="Ask your teacher for a kit of the same version as the checks.",
            )
        if self._live is None:
            self._live = self._make_live()
        if not self._diverted:
            self._diverted = True
            self._live.begin(check, hidden=hidden, seed=seed)
            for probe, args, place in self._asked:
                self._live.observe(probe, *args, place=place)
        return self._live


# --- on disk ------------------------------------------------------------------


def save(key: Key, path: Path) -> None:
    """Write `key` to `path`, whole or not at all, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".key-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(dump(key))
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def load(path: Path) -> Key | None:
    """Return the key at `path`; None where there is none that can be read."""
    try:
        return parse(path.read_bytes())
    except (OSError, wire.Refused, KeyError, TypeError, ValueError):
        return None


def dump(key: Key) -> bytes:
    """Return `key` as one wire frame."""
    return wire.encode(
        {
            "reference": _plain_transcript(key.reference),
            "chaffs": {
                name: {
                    "misconception": chaff.chaff.misconception,
                    "fails": list(chaff.chaff.fails),
                    "hint": chaff.chaff.hint,
                    "transcript": _plain_transcript(chaff.transcript),
                    "outcomes": {k: v.value for k, v in chaff.outcomes.items()},
                }
                for name, chaff in key.chaffs.items()
            },
            "versions": dict(key.versions),
        },
        _BUDGET,
    )


def parse(data: bytes) -> Key:
    """Return the key in `data`.

    Raises:
        Refused: No frame, or not one of a key.
        KeyError, TypeError, ValueError: A frame of something else.
    """
    tree = wire.decode(data, _BUDGET)
    return Key(
        reference=_transcript(tree["reference"]),
        chaffs={
            name: ChaffRecord(
                chaff=Chaff(
                    name=name,
                    misconception=chaff["misconception"],
                    fails=tuple(chaff["fails"]),
                    hint=chaff["hint"],
                    path=Path(f"{name}.py"),
                ),
                transcript=_transcript(chaff["transcript"]),
                outcomes={k: Outcome(v) for k, v in chaff["outcomes"].items()},
            )
            for name, chaff in tree["chaffs"].items()
        },
        versions=tree["versions"],
    )


def _plain_transcript(transcript: Transcript) -> dict[str, Any]:
    return {
        check: [
            {
                "digest": call.digest,
                "likeness": call.likeness,
                "value": call.observation.value,
                "problem": _plain_problem(call.observation.problem),
            }
            for call in calls
        ]
        for check, calls in transcript.items()
    }


def _plain_problem(problem: Problem | None) -> dict[str, Any] | None:
    if problem is None:
        return None
    return {
        "trouble": problem.trouble.value,
        "type": problem.type,
        "message": problem.message,
    }


def _transcript(tree: dict[str, Any]) -> Transcript:
    return {
        check: tuple(
            Call(
                digest=call["digest"],
                likeness=call["likeness"],
                observation=Observation(
                    value=call["value"], problem=_problem(call["problem"])
                ),
            )
            for call in calls
        )
        for check, calls in tree.items()
    }


def _problem(tree: dict[str, Any] | None) -> Problem | None:
    if tree is None:
        return None
    return Problem(
        trouble=Trouble(tree["trouble"]), type=tree["type"], message=tree["message"]
    )
