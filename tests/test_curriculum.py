"""Each shipped exercise still tells right from wrong, on this machine's TensorFlow.

`grader vet` runs all files of all exercises, which takes too long for a test. Here each
reference is run, and one wrong solution of each exercise.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from grader import grading, seeds
from grader.authoring import trials

ROOT = Path(__file__).resolve().parents[1]


def test_every_reference_passes_and_one_chaff_of_each_fails_as_promised() -> None:
    with grading.Grader.open(ROOT, device="cpu", seed=seeds.PUBLIC_SEED) as grader:
        some = [
            dataclasses.replace(one, wheats=(), chaffs=one.chaffs[:1])
            for one in grader.exercises
        ]
        done = list(trials.run(grader, some, [seeds.PUBLIC_SEED], jobs=2))
    assert [trial.kind for trial in done] == ["reference", "stub", "chaff"] * len(some)
    assert [finding for trial in done for finding in trial.findings] == []
