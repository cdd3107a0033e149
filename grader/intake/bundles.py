"""What a learning platform gave goes in, `Submission` records come out.

| path                                    | student                         |
| --------------------------------------- | ------------------------------- |
| a folder with a folder for each student | the folder's name               |
| a folder with a file for each student   | its name, less the exercise's   |
| a folder of files named like exercises  | the folder's name               |
| one file                                | its name, less the exercise's   |
| a zip of any of these                   | the same                        |

Names of platforms (Moodle, Canvas) are understood by `platforms`. Files are opened here
only to see which tasks they define. Links are never followed.
"""

from __future__ import annotations

import ast
import itertools
import os
import re
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from grader.errors import BadSubmission, NotFound
from grader.intake import archives, names, platforms, source
from grader.records import Exercise, Submission

_SOURCES = (".py", ".ipynb")
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_IGNORED = {"__pycache__", "__MACOSX", "node_modules", "site-packages", "venv"}
_FILES = 2_000
"""Of one student; a cloned repository may hold many more, none of them work."""
_DEPTH = 50
"""Of folders; `os.walk` calls itself for each, and a path may be 2,000 of them."""
_OPENED = 10
"""Of one student, to find what they are for: nobody's files keep a class waiting."""
_COPY = re.compile(r" ?\(([0-9]{1,4})\)$|-([0-9]{1,4})$")


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    stem: str
    """The name that the student gave it, without the platform's part and suffix."""

    @property
    def suffix(self) -> str:
        return self.path.suffix.lower()

    @property
    def copy(self) -> int:
        """The number that a browser or platform gives a newer copy: `(2)`, `-2`."""
        found = _COPY.search(self.stem)
        return int(found[1] or found[2]) if found else 0


@contextmanager
def open_bundle(
    path: Path,
    exercises: Sequence[Exercise],
    *,
    wanted: Sequence[Exercise] = (),
) -> Iterator[tuple[Submission, ...]]:
    """Give what `find` returns, for a zip too; its files are gone afterwards.

    Raises:
        NotFound: There is nothing at `path`, or no file there is for an exercise.
        BadSubmission: The zip is damaged, too large, or not made in good faith.
    """
    if path.is_file() and path.suffix.lower() == ".zip":
        with archives.unpacked(path) as folder:
            inner = _class_folder(folder)
            yield _found(inner, path, exercises, wanted)
    else:
        yield find(path, exercises, wanted=wanted)


def find(
    path: Path,
    exercises: Sequence[Exercise],
    *,
    wanted: Sequence[Exercise] = (),
) -> tuple[Submission, ...]:
    """Return each student's submission for each exercise that someone handed in.

    A student without a file for such an exercise gets a submission that says so.

    Args:
        path: A folder with a folder or file for each student, or one file.
        exercises: What may have been handed in: all of the kit, since a file for one of
            them is no other student's.
        wanted: Those to return, even if nobody has one; by default all that someone
            handed in.

    Raises:
        NotFound: There is nothing at `path`, or no file there is for an exercise.
    """
    return _found(path, path, exercises, wanted)


def _found(
    path: Path,
    shown: Path,
    exercises: Sequence[Exercise],
    wanted: Sequence[Exercise],
) -> tuple[Submission, ...]:
    if not path.exists():
        raise NotFound(
            f"There is nothing at `{shown}`.",
            remedy="Name the folder that your learning platform gave you.",
        )
    by_student = _students(path, shown, exercises)
    labels = names.distinct(by_student)
    matched = {raw: _matched(files, exercises) for raw, files in by_student.items()}
    wanted = wanted or [
        one for one in exercises if any(one.id in m for m in matched.values())
    ]
    if not wanted or not by_student:
        known = ", ".join(f"`{one.name}.py`" for one in exercises[:3])
        raise NotFound(
            f"No file in `{shown}` is for an exercise of this kit.",
            remedy=f"Name files like the exercise: {known}, …",
        )
    return tuple(
        _submission(labels[raw], exercise, matched[raw], by_student[raw])
        for raw in sorted(by_student, key=labels.__getitem__)
        for exercise in wanted
    )


def _submission(
    student: str,
    exercise: Exercise,
    matched: dict[str, list[_File]],
    files: list[_File],
) -> Submission:
    candidates = matched.get(exercise.id)
    if not candidates:
        taken = {file.path for some in matched.values() for file in some}
        others = [file for file in files if file.path not in taken]
        problem = f"Nothing was handed in for `{exercise.name}`.{_instead(others)}"
        return Submission(
            student=student, exercise=exercise.id, path=None, problem=problem
        )
    chosen = _chosen(candidates, exercise)
    notes: tuple[str, ...] = ()
    if len(candidates) > 1:
        count, name = len(candidates), names.safe(chosen.path.name)
        notes = (f"Of {count} files for this exercise, `{name}` was taken.",)
    return Submission(
        student=student, exercise=exercise.id, path=chosen.path, notes=notes
    )


def _instead(others: Sequence[_File]) -> str:
    """What was handed in that could have been meant, and what to do about it."""
    packed = [file for file in others if file.suffix in _ARCHIVES]
    if packed:
        return (
            f" `{names.safe(packed[0].path.name)}` is an archive, and is not opened: "
            "hand in the `.py` or `.ipynb` file itself."
        )
    # A cloned repository has many files that nobody means.
    if 1 <= len(others) <= 3:
        return (
            f" `{names.safe(others[0].path.name)}` is for no exercise: hand in a `.py` "
            "or `.ipynb` file, and name it like the exercise."
        )
    return ""


# --- whose files they are -----------------------------------------------------


def _class_folder(folder: Path) -> Path:
    """The folder itself, or the only one in it where that holds the class."""
    entries = [entry for entry in sorted(folder.iterdir()) if not _ignored(entry)]
    if len(entries) != 1 or not entries[0].is_dir():
        return folder
    if platforms.is_platform_folder(entries[0].name):
        return folder
    inner = [entry for entry in entries[0].iterdir() if not _ignored(entry)]
    of_platform = any(
        platforms.is_platform_folder(entry.name) or platforms.owned(entry.name)
        for entry in inner
    )
    folders = len(inner) > 1 and all(entry.is_dir() for entry in inner)
    return entries[0] if of_platform or folders else folder


def _students(
    path: Path, shown: Path, exercises: Sequence[Exercise]
) -> dict[str, list[_File]]:
    """Return files by student, whose name is still as the platform wrote it."""
    if path.is_file():
        owner, file = _owner(path, exercises)
        return {owner or path.stem: [file]}
    students: dict[str, list[_File]] = {}
    for entry in sorted(path.iterdir()):
        if _ignored(entry):
            continue
        if entry.is_dir():
            student = unicodedata.normalize(
                "NFC", platforms.student_of_folder(entry.name)
            )
            students.setdefault(student, []).extend(_files(entry))
        elif entry.is_file() and (
            entry.suffix.lower() in _SOURCES + _ARCHIVES or platforms.owned(entry.name)
        ):
            owner, file = _owner(entry, exercises)
            students.setdefault(owner or shown.stem, []).append(file)
    return students


def _ignored(entry: Path) -> bool:
    # A link could lead out of the bundle, to files of the teacher's.
    hidden = entry.name.startswith((".", "~"))
    return hidden or entry.name in _IGNORED or entry.is_symlink()


def _files(folder: Path) -> list[_File]:
    return [_File(path, path.stem) for path in itertools.islice(_walk(folder), _FILES)]


def _walk(folder: Path) -> Iterator[Path]:
    for home, folders, files in os.walk(folder):
        deep = len(Path(home).parts) - len(folder.parts) >= _DEPTH
        inner = [] if deep else folders
        folders[:] = sorted(f for f in inner if not _ignored(Path(home, f)))
        for name in sorted(files):
            path = Path(home, name)
            # A pipe with a source's name would keep its reader waiting.
            if not _ignored(path) and path.is_file():
                yield path


def _owner(path: Path, exercises: Sequence[Exercise]) -> tuple[str, _File]:
    """Whose file it is, and the file; no name if it is the exercise's alone."""
    owned = platforms.owned(path.name)
    if owned is not None:
        student = unicodedata.normalize("NFC", owned.student)
        return student, _File(path, Path(owned.original).stem)
    stem = unicodedata.normalize("NFC", path.stem)
    named = _named(stem, exercises)
    if named is None:
        return stem, _File(path, stem)
    rest = _pattern(named).sub(" ", _COPY.sub("", stem))
    return rest.strip("-_ "), _File(path, stem)


# --- which exercise they are for ----------------------------------------------


def _matched(
    files: Sequence[_File], exercises: Sequence[Exercise]
) -> dict[str, list[_File]]:
    matched: dict[str, list[_File]] = {}
    opened = 0
    for file in files:
        if file.suffix not in _SOURCES:
            continue
        exercise = _named(file.stem, exercises)
        if exercise is None and opened < _OPENED:
            opened += 1
            exercise = _defines(file, exercises)
        if exercise is not None:
            matched.setdefault(exercise.id, []).append(file)
    return matched


def _defines(file: _File, exercises: Sequence[Exercise]) -> Exercise | None:
    """The exercise whose tasks the file defines, whatever its name."""
    try:
        text = source.read(file.path).text
    except BadSubmission:
        # No Python, so that only the folder's name can say what it was meant for.
        return _named(file.path.parent.name, exercises)
    defined = _defined(text)
    shares = [(len(defined & {task.name for task in e.tasks}), e) for e in exercises]
    most = max((share for share, _ in shares), default=0)
    best = [exercise for share, exercise in shares if share == most > 0]
    return best[0] if len(best) == 1 else None


def _named(stem: str, exercises: Sequence[Exercise]) -> Exercise | None:
    stem = unicodedata.normalize("NFC", stem)
    found = [one for one in exercises if _pattern(one).search(stem)]
    return max(found, key=lambda one: len(one.name), default=None)


def _pattern(exercise: Exercise) -> re.Pattern[str]:
    """The exercise's name as a word of its own, however its parts are joined."""
    words = "[-_ ]*".join(re.escape(word) for word in exercise.name.split("_"))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


def _defined(text: str) -> set[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            body = ast.parse(text).body
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            return set()
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    defined = {node.name for node in body if isinstance(node, definitions)}
    for node in body:
        if isinstance(node, ast.Assign):
            defined |= {one.id for one in node.targets if isinstance(one, ast.Name)}
    return defined


def _chosen(candidates: Sequence[_File], exercise: Exercise) -> _File:
    """The newest of a student's files for an exercise; a stub as given comes last."""
    if len(candidates) == 1:
        return candidates[0]
    stub = exercise.stub.read_text("utf-8") if exercise.stub.is_file() else ""
    newest = sorted(
        candidates,
        key=lambda file: (
            file.copy,
            file.stem == exercise.name,
            file.suffix,
            str(file.path),
        ),
        reverse=True,
    )
    tried = newest[:_OPENED]
    return next((file for file in tried if _edited(file, stub)), newest[0])


def _edited(file: _File, stub: str) -> bool:
    try:
        return not source.unchanged(source.read(file.path), stub)
    except BadSubmission:
        # The stub itself can be read: somebody worked on this.
        return True
