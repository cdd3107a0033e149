"""A stub's file is watched; each save is judged in a child process, and shown.

The watching process never loads a student's code: a change in it could not break this.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
import watchfiles
from rich.console import Console

from grader import catalog
from grader.grading import Grader
from grader.records import Exercise, Submission, Verdict
from grader.report import terminal

_DEBOUNCE = 100
"""Milliseconds of quiet after which a save counts as done."""
_LOOK = 500
"""Milliseconds after which files are looked at unasked.

A save while the first verdict was being made, or on a file system of another machine,
is announced to nobody.
"""


def watch(root: Path, wanted: str, console: Console, *, device: str) -> None:
    """Judge the exercise's stub or notebook now, and at each save until interrupted."""
    exercise = catalog.exercise(root, wanted)
    with console.status("Starting TensorFlow …"):
        grader = Grader.open(root, device=device, hidden=False)
    with grader, suppress(KeyboardInterrupt):
        with console.status("Preparing the answer key …"):
            grader.prepare(exercise, jobs=os.cpu_count() or 1)
        watched = (exercise.notebook, exercise.stub)
        seen = {path: _saved(path) for path in watched}
        _show(grader, exercise, exercise.stub, console)
        for _ in watchfiles.watch(
            exercise.folder,
            debounce=_DEBOUNCE,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
        ):
            for path in watched:
                saved = _saved(path)
                if saved not in (None, seen[path]):
                    seen[path] = saved
                    _show(grader, exercise, path, console)


def _saved(path: Path) -> tuple[int, int] | None:
    """What differs after a save; None where the file is gone."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


def _show(grader: Grader, exercise: Exercise, path: Path, console: Console) -> None:
    submission = Submission(student="you", exercise=exercise.id, path=path)
    verdict = _judged_apart(grader, submission, exercise)
    console.clear()
    terminal.show(verdict, console)
    console.print(f"\nSave {path.name} to check again · Ctrl-C ends", style="dim")


def _judged_apart(
    grader: Grader, submission: Submission, exercise: Exercise
) -> Verdict:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    process = context.Process(
        target=_judge, args=(grader, submission, exercise, theirs), daemon=True
    )
    process.start()
    theirs.close()
    try:
        return msgspec.json.decode(ours.recv_bytes(), type=Verdict)
    except EOFError:
        return grader.broken(submission, exercise, "The grader failed; save again.")
    finally:
        ours.close()
        process.kill()
        process.join()


def _judge(
    grader: Grader, submission: Submission, exercise: Exercise, theirs: Connection
) -> None:
    # Ctrl-C reaches the whole group; the watching process ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    theirs.send_bytes(msgspec.json.encode(grader.grade(submission, exercise)))
