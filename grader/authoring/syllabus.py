"""The exercises' metadata goes in; `docs/syllabus.md` comes out.

A kit that has that file has it kept in step; it is made anew from an empty one.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader import catalog
from grader.records import Exercise

_PLACE = Path("docs/syllabus.md")


def build(root: Path) -> dict[Path, str]:
    """Return the text of the syllabus by its path; nothing where there is none."""
    path = root / _PLACE
    return {path: text(root, catalog.load(root))} if path.is_file() else {}


def text(root: Path, exercises: Sequence[Exercise]) -> str:
    """Return the syllabus of a kit's exercises, which stand in their order."""
    lines = [
        "# Syllabus",
        "",
        "Generated from the exercises by `grader build`; what is written here is lost.",
        "",
        f"{len(exercises)} exercises, {_points(exercises)} points, in the order in "
        "which they build on each other.",
    ]
    for track, group in itertools.groupby(exercises, key=lambda one: one.track):
        lines += _track(root, track, list(group))
    lines += _topics(root, exercises)
    return "\n".join(lines) + "\n"


def _track(root: Path, track: str, exercises: Sequence[Exercise]) -> Iterator[str]:
    page = catalog.track_page(root, track)
    title = catalog.track_title(root, track)
    yield ""
    yield f"## {_link(root, title, page) if page.is_file() else title}"
    yield ""
    yield "| exercise | title | points | concepts |"
    yield "| --- | --- | --- | --- |"
    for one in exercises:
        yield (
            f"| {_exercise(root, one)} | {one.title} | {_points([one])} "
            f"| {', '.join(one.concepts)} |"
        )


def _topics(root: Path, exercises: Sequence[Exercise]) -> Iterator[str]:
    topics = dict.fromkeys(topic for one in exercises for topic in one.topics)
    yield from ("", "## Topics", "", "| topic | exercises |", "| --- | --- |")
    for topic in topics:
        covering = [one for one in exercises if topic in one.topics]
        yield f"| {topic} | {', '.join(_exercise(root, one) for one in covering)} |"


def _exercise(root: Path, exercise: Exercise) -> str:
    return _link(root, f"`{exercise.id}`", exercise.folder / "README.md")


def _link(root: Path, name: str, path: Path) -> str:
    target = os.path.relpath(path, (root / _PLACE).parent)
    return f"[{name}]({Path(target).as_posix()})"


def _points(exercises: Sequence[Exercise]) -> str:
    return f"{sum(check.points for one in exercises for check in one.checks):g}"
