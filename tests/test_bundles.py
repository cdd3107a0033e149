"""Folders, files and zips become submissions; what is hostile is refused."""

from __future__ import annotations

import io
import itertools
import json
import os
import stat
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import BadSubmission, NotFound
from grader.intake import bundles, names
from grader.records import Exercise, Limits, Submission, Task
from grader.runner import box

STUB = "def gradient(x):\n    raise NotImplementedError\n"
DONE = "def gradient(x):\n    return 2 * x\n"
LAYER = "class LazyDense:\n    pass\n"


def exercise(folder: Path, name: str, *tasks: str) -> Exercise:
    home = folder / "kit" / name
    home.mkdir(parents=True, exist_ok=True)
    (home / f"{name}.py").write_text(STUB)
    return Exercise(
        id=f"track/{name}",
        title=name,
        order=1,
        concepts=(),
        tasks=tuple(Task(name=task) for task in tasks),
        hints=(),
        limits=Limits(),
        fresh_runner=False,
        checks=(),
        folder=home,
        solution=None,
        chaffs=(),
        wheats=(),
        version="0",
    )


@pytest.fixture
def exercises(tmp_path: Path) -> list[Exercise]:
    return [
        exercise(tmp_path, "tape_basics", "gradient"),
        exercise(tmp_path, "lazy_dense", "LazyDense"),
    ]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    return folder


def fill(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(
    folder: Path, exercises: list[Exercise], *, wanted: Sequence[Exercise] = ()
) -> dict[tuple[str, str], str]:
    """The chosen file's name, or the problem, by student and exercise's name."""
    return shown(bundles.find(folder, exercises, wanted=wanted))


def shown(submissions: tuple[Submission, ...]) -> dict[tuple[str, str], str]:
    return {
        (one.student, one.exercise.split("/")[1]): one.path.name
        if one.path
        else one.problem
        for one in submissions
    }


# --- who and for what ---------------------------------------------------------


def test_a_folder_for_each_student(bundle: Path, exercises: list[Exercise]) -> None:
    fill(
        bundle,
        {
            "Ada_1_assignsubmission_file_/tape_basics.py": DONE,
            "Ada_1_assignsubmission_onlinetext/onlinetext.html": "hi",
            "Ben/work/Lazy-Dense.ipynb": "{}",
            "Ben/.ipynb_checkpoints/tape_basics.py": DONE,
            "Ben/__pycache__/tape_basics.py": DONE,
            "__MACOSX/tape_basics.py": DONE,
        },
    )
    assert found(bundle, exercises) == {
        ("Ada (1)", "tape_basics"): "tape_basics.py",
        ("Ada (1)", "lazy_dense"): "Nothing was handed in for `lazy_dense`."
        " `onlinetext.html` is for no exercise: hand in a `.py` or `.ipynb` file, and"
        " name it like the exercise.",
        ("Ben", "tape_basics"): "Nothing was handed in for `tape_basics`.",
        ("Ben", "lazy_dense"): "Lazy-Dense.ipynb",
    }


def test_a_file_for_each_student(bundle: Path, exercises: list[Exercise]) -> None:
    files = {
        "anna_lazy_dense (2).py": LAYER,
        "lazy dense Jün.PY": LAYER,
        "doejane_LATE_12_34_lazy_dense-1.py": LAYER,
        "carl.py": LAYER,
        "grades.csv": "",
    }
    fill(bundle, files)
    assert {student for student, _ in found(bundle, exercises)} == {
        "anna",
        "Jün",
        "doejane (12)",
        "carl",
    }


def test_one_file(bundle: Path, exercises: list[Exercise]) -> None:
    fill(bundle, {"lazy_dense.py": LAYER, "anna.py": LAYER})
    one = found(bundle / "lazy_dense.py", exercises)
    other = found(bundle / "anna.py", exercises)
    assert [*one, *other] == [("lazy_dense", "lazy_dense"), ("anna", "lazy_dense")]


def test_one_students_folder(bundle: Path, exercises: list[Exercise]) -> None:
    fill(bundle, {"lazy_dense.py": LAYER, "tape_basics.py": DONE})
    assert found(bundle, exercises) == {
        ("class", "tape_basics"): "tape_basics.py",
        ("class", "lazy_dense"): "lazy_dense.py",
    }


def test_tasks_tell_where_the_name_does_not(
    bundle: Path, exercises: list[Exercise]
) -> None:
    fill(
        bundle,
        {
            "Ada/final.py": "x = 1\nclass LazyDense:\n    pass\n",
            "Ben/lazy_dense/main.py": "class LazyDense(:\n",
            "Cy/a.py": "# class LazyDense\n",
        },
    )
    result = found(bundle, exercises)
    assert result["Ada", "lazy_dense"] == "final.py"
    assert result["Ben", "lazy_dense"] == "main.py"
    assert "`a.py` is for no exercise" in result["Cy", "lazy_dense"]


def test_of_several_the_newest_edited_is_taken(
    bundle: Path, exercises: list[Exercise]
) -> None:
    cells = [{"cell_type": "code", "source": DONE}]
    fill(
        bundle,
        {
            "Ada/tape_basics.py": DONE,
            "Ada/tape_basics (2).py": DONE + "x = 2\n",
            "Ada/tape_basics (10).py": DONE + "x = 10\n",
            "Ada/tape_basics (11).py": STUB,
            "Ben/tape_basics.py": STUB,
            "Ben/tape_basics.ipynb": json.dumps({"nbformat": 4, "cells": cells}),
            "Cy/tape_basics_old.py": DONE,
            "Cy/tape_basics.py": DONE,
        },
    )
    submissions = bundles.find(bundle, exercises)
    assert [*shown(submissions).values()] == [
        "tape_basics (10).py",
        "tape_basics.ipynb",
        "tape_basics.py",
    ]
    assert submissions[0].notes == (
        "Of 4 files for this exercise, `tape_basics (10).py` was taken.",
    )


def test_all_that_is_wanted_is_listed(bundle: Path, exercises: list[Exercise]) -> None:
    fill(bundle, {"Ada/lazy_dense.py": LAYER})
    assert len(found(bundle, exercises)) == 1
    assert len(found(bundle, exercises, wanted=exercises)) == 2


def test_a_file_for_another_exercise_is_no_other_student(
    bundle: Path, exercises: list[Exercise]
) -> None:
    fill(bundle, {"lazy_dense.py": LAYER, "tape_basics.py": "def grad_at(f, x): ..."})
    [only] = [one for one in exercises if one.name == "tape_basics"]
    [submission] = bundles.find(bundle, exercises, wanted=[only])
    assert submission.path == bundle / "tape_basics.py"


def test_an_archive_is_the_problem_of_one_student(
    bundle: Path, exercises: list[Exercise]
) -> None:
    fill(
        bundle, {"Ada/lazy_dense.py": LAYER, "Ben/all.zip": "", "cy_lazy_dense.zip": ""}
    )
    result = found(bundle, exercises)
    assert "`all.zip` is an archive" in result["Ben", "lazy_dense"]
    assert "`cy_lazy_dense.zip` is an archive" in result["cy", "lazy_dense"]


def test_links_and_pipes_are_not_followed(
    bundle: Path, exercises: list[Exercise], tmp_path: Path
) -> None:
    fill(bundle, {"Ada/tape_basics.py": DONE, "Ben/notes.md": ""})
    fill(tmp_path / "secret", {"lazy_dense.py": LAYER})
    (bundle / "Ben" / "lazy_dense.py").symlink_to(tmp_path / "secret/lazy_dense.py")
    (bundle / "Ben" / "more").symlink_to(tmp_path / "secret")
    (bundle / "Cy").symlink_to(tmp_path / "secret")
    os.mkfifo(bundle / "Ben" / "main.py")
    os.mkfifo(bundle / "Dora_tape_basics.py")
    assert {name for _, name in found(bundle, exercises)} == {"tape_basics"}
    assert {student for student, _ in found(bundle, exercises)} == {"Ada", "Ben"}


def test_folders_too_deep_for_a_recursion_are_left(
    bundle: Path, exercises: list[Exercise]
) -> None:
    fill(bundle, {"ada/tape_basics.py": DONE})
    inner = os.open(bundle / "ada", os.O_RDONLY)
    for _ in range(1_200):  # a path of two letters each is no longer than may be
        os.mkdir("d", dir_fd=inner)
        inner, outer = os.open("d", os.O_RDONLY, dir_fd=inner), inner
        os.close(outer)
    os.close(inner)
    assert found(bundle, exercises) == {("ada", "tape_basics"): "tape_basics.py"}
    box.clear(str(bundle / "ada"))  # pytest cannot


def test_many_names_that_look_alike_take_no_time() -> None:
    invisible = ("\u200b", "\u200c", "\u200d", "\u2060", "\u2061")
    raw = ["ada" + "".join(marks) for marks in itertools.product(invisible, repeat=6)]
    began = time.process_time()
    labels = names.distinct(raw)
    assert len(set(labels.values())) == 5**6
    assert time.process_time() - began < 5.0


def test_students_whose_names_look_alike_stay_apart(
    bundle: Path, exercises: list[Exercise]
) -> None:
    fill(
        bundle, {f"{name}/lazy_dense.py": LAYER for name in ("Ada", "A\u202eda", "=1")}
    )
    assert len(found(bundle, exercises)) == 3


def test_nothing_to_grade_is_said(bundle: Path, exercises: list[Exercise]) -> None:
    with pytest.raises(NotFound, match=r"No file in .* is for an exercise"):
        bundles.find(bundle, exercises)
    with pytest.raises(NotFound, match="There is nothing at"):
        bundles.find(bundle / "none", exercises)


# --- zips ---------------------------------------------------------------------


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize("top", ["", "class/"])
def test_a_zip_is_read_like_a_folder(
    tmp_path: Path, exercises: list[Exercise], top: str
) -> None:
    files = {
        f"{top}Ada/lazy_dense.py": LAYER,
        f"{top}Jün\\work\\tape_basics.py": DONE,
        f"{top}Jün/all.zip": b"PK",
        f"{top}Jün/photo.png": b"0" * 100_000_000,
        "__MACOSX/._x": "",
    }
    with bundles.open_bundle(zipped(tmp_path / "a.zip", files), exercises) as given_:
        paths = [one.path for one in given_ if one.path]
        result = shown(given_)
        assert paths[0].read_text() == LAYER
    assert not any(path.exists() for path in paths)
    assert result["Ada", "lazy_dense"] == "lazy_dense.py"
    assert result["Jün", "tape_basics"] == "tape_basics.py"
    assert "is an archive" in result["Jün", "lazy_dense"]


def test_a_folder_opens_like_a_zip(bundle: Path, exercises: list[Exercise]) -> None:
    fill(bundle, {"Ada/lazy_dense.py": LAYER})
    with bundles.open_bundle(bundle, exercises) as given_:
        assert given_ == bundles.find(bundle, exercises)


@pytest.mark.parametrize(
    "name",
    [
        "../a.py",
        "Ada/../../a.py",
        "/a.py",
        "C:\\a.py",
        "..\\a.py",
        "a" * 300 + ".py",
        "a/" * 20 + "a.py",
    ],
)
def test_a_name_that_leads_out_is_refused(
    tmp_path: Path, exercises: list[Exercise], name: str
) -> None:
    path = zipped(tmp_path / "a.zip", {"Ada/lazy_dense.py": LAYER, name: LAYER})
    refused(path, exercises, "a name in it")


def refused(path: Path, exercises: list[Exercise], said: str) -> None:
    before = set(path.parent.rglob("*"))
    with (
        pytest.raises(BadSubmission, match=said) as refusal,
        bundles.open_bundle(path, exercises),
    ):
        pass
    assert "Unpack it yourself" in refusal.value.remedy
    assert set(path.parent.rglob("*")) == before


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ada/a.py", "Ada/a.py"], "twice"),
        (["Ada/a.py", "Ada/A.py"], "case only"),
        (["Ada/a.py", "ada/b.py"], "case only"),
        (["Ju\u0308n/a.py", "Jün/b.py"], "case only"),
        (["Ada", "Ada/a.py"], "lies in a file"),
    ],
)
def test_twins_are_refused(
    tmp_path: Path, exercises: list[Exercise], names: list[str], said: str
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, LAYER)
    refused(path, exercises, said)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(
    tmp_path: Path, exercises: list[Exercise], kind: int
) -> None:
    member = zipfile.ZipInfo("Ada/lazy_dense.py")
    member.external_attr = (kind | 0o777) << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    refused(path, exercises, "a link or a device")


def test_a_bomb_is_refused(tmp_path: Path, exercises: list[Exercise]) -> None:
    blank = b" " * (9 << 20)
    files = {f"Ada/a{number}.ipynb": blank for number in range(4)}
    refused(zipped(tmp_path / "a.zip", files), exercises, "far more than its own size")


def test_a_large_file_costs_its_student_alone(
    tmp_path: Path, exercises: list[Exercise]
) -> None:
    files = {"Ada/lazy_dense.py": LAYER, "Ben/lazy_dense.ipynb": b" " * (12 << 20)}
    with bundles.open_bundle(zipped(tmp_path / "a.zip", files), exercises) as given_:
        sizes = [one.path.stat().st_size for one in given_ if one.path]
    assert sizes == [len(LAYER), (10 << 20) + 1]


def test_a_packing_that_may_eat_memory_is_refused(
    tmp_path: Path, exercises: list[Exercise]
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("Ada/lazy_dense.py", LAYER)
    refused(path, exercises, "packed in an unusual way")


def intact() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Ada/lazy_dense.py", LAYER)
        archive.writestr("Ben/tape_basics.py", DONE)
    return held.getvalue()


relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@relaxed
@given(at=st.integers(0, len(intact()) - 1), byte=st.integers(0, 255))
def test_a_damaged_zip_is_read_or_refused(
    tmp_path: Path, exercises: list[Exercise], at: int, byte: int
) -> None:
    content = bytearray(intact())
    content[at] = byte
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    try:
        with bundles.open_bundle(path, exercises) as given_:
            assert given_
    except (BadSubmission, NotFound) as refusal:
        assert refusal.problem.isprintable()


@relaxed
@given(
    names=st.lists(
        st.text(
            alphabet=st.sampled_from("ab./\\:~ \u202e\x1béA\n"), min_size=1, max_size=12
        ),
        min_size=1,
        max_size=4,
        unique=True,
    )
)
def test_any_member_names_stay_inside(
    tmp_path: Path, exercises: list[Exercise], names: list[str]
) -> None:
    root = tmp_path / "zips"
    root.mkdir(exist_ok=True)
    files = {"Ada/lazy_dense.py": LAYER} | {f"{name}.py": DONE for name in names}
    path = zipped(root / "a.zip", files)
    try:
        with bundles.open_bundle(path, exercises) as given_:
            assert all(one.student.isprintable() for one in given_)
    except (BadSubmission, NotFound) as refusal:
        assert refusal.problem.isprintable()
    assert [*root.iterdir()] == [path]
