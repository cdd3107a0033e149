"""No secret is in a runner's memory, files or environment while a submission runs.

The runner is looked at from outside, by root, while its submission waits in the middle
of the hidden check. `attacks/scans_its_memory` looks from inside.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import attacked
import numpy as np
import pytest
from attacked import Kit

from grader import catalog, seeds
from grader.grading import Grader
from grader.records import Submission

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="memory is read by /proc"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may read its memory"),
]

ID, HIDDEN = "vault/leisurely", "test_elsewhere"
WAITS = '''
import time


def doubled(x):
    """{planted}"""
    if len(x.shape) == 3:
        open("waiting", "w").close()
        time.sleep(100)
    return 2 * x
'''
FORM = re.compile(rb"CANARY-[a-z]+-[0-9a-f]{32}")


@pytest.mark.parametrize("level", ["full", "strong"])
def test_no_secret_is_where_a_submission_runs(
    level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = attacked.kit(tmp_path / "kit")
    monkeypatch.setenv("CANARY", made.canaries["environment"])
    planted = attacked.canary("planted")
    path = tmp_path / "leisurely.py"
    path.write_text(WAITS.format(planted=planted), encoding="utf-8")
    with Grader.open(made.root, device="cpu", level=level) as grader:
        if grader.launcher.hello.isolation.level != level:
            pytest.skip(f"no level `{level}` here")
        submission = Submission(student="ada", exercise=ID, path=path)
        with _being_graded(grader, submission) as runner:
            found = {pid: _scan(pid, made) for pid in (runner, grader.launcher.pid)}
            files = _files(runner)
    secrets = {text.encode() for text in made.canaries.values()}
    launcher = found[grader.launcher.pid]
    # What the runner was given is found, so what is not found is not there.
    assert planted.encode() in found[runner]
    assert b"input" in found[runner]
    assert not {b"expected", b"seed"} & (found[runner] | launcher)
    assert not secrets & (found[runner] | launcher | files)
    assert planted.encode() not in launcher
    assert planted.encode() in files


@contextlib.contextmanager
def _being_graded(grader: Grader, submission: Submission) -> Iterator[int]:
    """Yield the runner while the submission waits in the hidden check."""
    exercise = catalog.exercise(grader.root, submission.exercise)
    grader.prepare(exercise)
    process = multiprocessing.get_context("fork").Process(
        target=grader.grade, args=(submission, exercise)
    )
    process.start()
    try:
        yield _waiting(grader.launcher.pid)
    finally:
        process.kill()
        process.join()


def _waiting(launcher: int) -> int:
    for _ in range(1_000):
        time.sleep(0.1)
        children = Path(f"/proc/{launcher}/task/{launcher}/children").read_text()
        for runner in map(int, children.split()):
            if os.path.exists(f"/proc/{runner}/cwd/waiting"):
                return runner
    raise AssertionError("the submission was never asked")


def _scan(pid: int, made: Kit) -> set[bytes]:
    """Canaries in a process's memory and environment, and which numbers are there."""
    seed = seeds.derive(made.seed, ID, HIDDEN, "inputs")
    x = np.random.default_rng(seed).normal(size=(2, 1, 4))
    numbers = {
        b"input": [x.tobytes()],
        b"expected": [(2 * x).tobytes()],
        b"seed": [str(made.seed).encode(), made.seed.to_bytes(8, "little")],
    }
    found = set(FORM.findall(Path(f"/proc/{pid}/environ").read_bytes()))
    for data in _memory(pid):
        found |= set(FORM.findall(data)) if b"CANARY-" in data else set()
        found |= {of for of, some in numbers.items() if any(n in data for n in some)}
    return found


def _memory(pid: int) -> Iterator[bytes]:
    """Every mapping that a process may have written to."""
    with (
        open(f"/proc/{pid}/maps", encoding="utf-8") as maps,
        open(f"/proc/{pid}/mem", "rb", buffering=0) as memory,
    ):
        for line in maps:
            span, rights, _, _, inode = line.split()[:5]
            if rights[1] != "w" and inode != "0":
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            with contextlib.suppress(OSError, OverflowError, ValueError):
                memory.seek(start)
                yield memory.read(end - start)


def _files(pid: int) -> set[bytes]:
    """Canaries in the files of the runner's box, as it sees them."""
    box = Path(os.readlink(f"/proc/{pid}/cwd")).parent
    inside = Path(f"/proc/{pid}/root", *box.parts[1:])
    found = set()
    for path in inside.rglob("*"):
        if path.is_file():
            found |= set(FORM.findall(path.read_bytes()))
    return found
