"""The folder of a runner is cleared away, but keeps nobody waiting."""

from __future__ import annotations

from pathlib import Path

from grader.runner import box


def fill(folder: Path) -> None:
    for number in range(50):
        (folder / f"{number}" / "a" / "b").mkdir(parents=True)
        (folder / f"{number}" / "a" / "file").touch()
        (folder / f"empty-{number}").mkdir()


def test_all_is_removed(tmp_path: Path) -> None:
    fill(tmp_path / "box")
    box.clear(str(tmp_path / "box"))
    assert not (tmp_path / "box").exists()


def test_what_takes_too_long_is_left_and_can_be_removed_later(tmp_path: Path) -> None:
    fill(tmp_path / "box")
    box.clear(str(tmp_path / "box"), 0.0)
    assert (tmp_path / "box").exists()
    box.clear(str(tmp_path))
    assert not tmp_path.exists()
