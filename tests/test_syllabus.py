"""The syllabus says what the metadata says, and is kept in step."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy
from click.testing import CliRunner

from grader import catalog
from grader.authoring import syllabus
from grader.cli import main
from grader.records import Exercise

EXPECTED = """\
# Syllabus

Generated from the exercises by `grader build`; what is written here is lost.

2 exercises, 7 points, in the order in which they build on each other.

## [Many toys](../exercises/toys/README.md)

| exercise | title | points | concepts |
| --- | --- | --- | --- |
| [`toys/double`](../exercises/toys/double/README.md) | Doubling | 3.5 | numbers |

## Other things

| exercise | title | points | concepts |
| --- | --- | --- | --- |
| [`other_things/twice`](../exercises/other_things/twice/README.md) | Doubling | 3.5 \
| numbers |

## Topics

| topic | exercises |
| --- | --- |
| sums | [`toys/double`](../exercises/toys/double/README.md) |
"""


def kit(root: Path) -> None:
    toy.kit(root, name="other_things/twice", order=2)
    exercise = toy.kit(root, order=1)
    toml = exercise.folder / "exercise.toml"
    toml.write_text(toml.read_text().replace("hints", 'topics = ["sums"]\nhints', 1))
    for one in catalog.load(root):
        (one.folder / "README.md").write_text("# Doubling\n")
    page = "# Many toys\n\nWhy.\n"
    (root / "exercises/toys/README.md").write_text(page)


def test_tracks_exercises_and_topics_are_there(tmp_path: Path) -> None:
    kit(tmp_path)
    assert syllabus.text(tmp_path, catalog.load(tmp_path)) == EXPECTED


def test_a_kit_that_has_one_has_it_kept_in_step(tmp_path: Path) -> None:
    def build(*more: str) -> tuple[int, str]:
        done = CliRunner().invoke(main.cli, ["--root", str(tmp_path), "build", *more])
        return done.exit_code, done.output

    kit(tmp_path)
    path = tmp_path / "docs/syllabus.md"
    assert "syllabus" not in build()[1]
    path.parent.mkdir()
    path.write_text("")
    assert build("--check") == (1, "stale: docs/syllabus.md\n")
    assert build() == (0, "written: docs/syllabus.md\n1 written, 4 up to date\n")
    assert path.read_text() == EXPECTED
    assert build("--check") == (0, "")


ROOT = Path(__file__).resolve().parents[1]
SHIPPED = catalog.load(ROOT)


@pytest.mark.parametrize("exercise", SHIPPED, ids=[one.id for one in SHIPPED])
def test_the_page_of_its_track_tells_of_each_exercise(exercise: Exercise) -> None:
    page = catalog.track_page(ROOT, exercise.track).read_text(encoding="utf-8")
    assert f"`{exercise.name}`: " in page


@pytest.mark.parametrize("track", sorted({one.track for one in SHIPPED}))
def test_a_track_page_has_its_exercises_in_order(track: str) -> None:
    page = catalog.track_page(ROOT, track).read_text(encoding="utf-8")
    names = [one.name for one in SHIPPED if one.track == track]
    assert names == sorted(names, key=lambda name: page.index(f"`{name}`: "))
