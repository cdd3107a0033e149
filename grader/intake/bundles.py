"""What a learning platform gave goes in, `Submission` records come out.

| path                                    | student                         |
| --------------------------------------- | ------------------------------- |
| a folder with a folder for each student | the folder's name               |
| a folder with a file for each student   | its name, less the exercise's   |
| one file                                | its name, less the exercise's   |

Names of platforms (Moodle, Canvas) are understood by `platforms`. Files are opened here
only to see which tasks they define.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.errors import BadSubmission, NotFound
from grader.intake import names, platforms, source
from grader.records import Exercise, Submission

_SUFFIXES = (".py", ".ipynb")
_IGNORED = {"__pycache__", "__MACOSX", ".ipynb_checkpoints", ".git"}


def find(path: Path, exercises: Sequence[Exercise]) -> tuple[Submission, ...]:
    """Return each student's submission for each exercise that someone handed in.

    A student without a file for such an exercise gets a submission that says so.

    Raises:
        NotFound: There is nothing at `path`, or no file there is for an exercise.
    """
    if not path.exists():
        raise NotFound(
            f"There is nothing at `{path}`.",
            remedy="Name the folder that your learning platform gave you.",
        )
    by_student = _students(path, exercises)
    found = {
        (student, exercise.id): submission
        for student, files in by_student.items()
        for exercise, submission in _matched(student, files, exercises)
    }
    wanted = [one for one in exercises if any(one.id == key[1] for key in found)]
    if not wanted:
        known = ", ".join(f"`{one.name}.py`" for one in exercises[:3])
        raise NotFound(
            f"No file in `{path}` is for an exercise of this kit.",
            remedy=f"Name files like the exercise: {known}, …",
        )
    return tuple(
        found.get((student, exercise.id)) or _nothing(student, exercise)
        for student in sorted(by_student)
        for exercise in wanted
    )


def _nothing(student: str, exercise: Exercise) -> Submission:
    problem = f"Nothing was handed in for `{exercise.name}`."
    return Submission(student=student, exercise=exercise.id, path=None, problem=problem)


def _students(path: Path, exercises: Sequence[Exercise]) -> dict[str, list[Path]]:
    if path.is_file():
        return {_student_of(path, exercises): [path]}
    students: dict[str, list[Path]] = {}
    for entry in sorted(path.iterdir()):
        if _ignored(entry):
            continue
        if entry.is_dir():
            student = platforms.student_of_folder(entry.name)
            students.setdefault(names.safe(student), []).extend(_files(entry))
        elif entry.suffix in _SUFFIXES:
            students.setdefault(_student_of(entry, exercises), []).append(entry)
    return students


def _ignored(entry: Path) -> bool:
    # A link could lead out of the bundle, to files of the teacher's.
    hidden = entry.name.startswith((".", "~"))
    return hidden or entry.name in _IGNORED or entry.is_symlink()


def _files(folder: Path) -> list[Path]:
    found = []
    for home, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _ignored(Path(home, f)))
        found += [Path(home, name) for name in sorted(files)]
    return [path for path in found if path.suffix in _SUFFIXES and not _ignored(path)]


def _student_of(path: Path, exercises: Sequence[Exercise]) -> str:
    student = platforms.student_of_file(path.name)
    if student is None:
        student = path.stem
        for exercise in exercises:
            student = re.sub(rf"[-_ ]*{exercise.name}[-_ ]*", "", student) or student
    return names.safe(student)


# --- whose file is for which exercise -----------------------------------------


def _matched(
    student: str, files: Iterable[Path], exercises: Sequence[Exercise]
) -> Iterable[tuple[Exercise, Submission]]:
    latest: dict[str, tuple[int, Path]] = {}
    for path in files:
        exercise = _exercise_of(path, exercises)
        if exercise is not None:
            candidate = (_number(path), path)
            latest[exercise.id] = max(latest.get(exercise.id, candidate), candidate)
    for exercise in exercises:
        if exercise.id in latest:
            path = latest[exercise.id][1]
            yield exercise, Submission(student=student, exercise=exercise.id, path=path)


def _exercise_of(path: Path, exercises: Sequence[Exercise]) -> Exercise | None:
    stem = path.stem.lower().replace("-", "_").replace(" ", "_")
    named = [one for one in exercises if one.name in stem]
    if named:
        return max(named, key=lambda one: len(one.name))
    try:
        text = source.read(path).text
    except BadSubmission:
        return None
    defined = set(re.findall(r"^(?:def|class)\s+(\w+)", text, re.MULTILINE))
    matching = [
        one for one in exercises if {task.name for task in one.tasks} <= defined
    ]
    return matching[0] if len(matching) == 1 else None


def _number(path: Path) -> int:
    """The number that a browser or platform adds to a newer copy: `(2)` or `-2`."""
    found = re.search(r"(?:\((\d{1,4})\)|-(\d{1,4}))$", path.stem)
    return int(found[1] or found[2]) if found else 0
