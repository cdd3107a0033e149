"""Names that platforms give are taken apart; any other is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake import platforms


@pytest.mark.parametrize(
    ("name", "student", "original"),
    [
        ("Ada L_123_assignsubmission_file_tape.py", "Ada L (123)", "tape.py"),
        ("Jün Ōta_9_assignsubmission_file_a_1_2_b.py", "Jün Ōta (9)", "a_1_2_b.py"),
        (
            "Ada_3_assignsubmission_onlinetext_onlinetext.html",
            "Ada (3)",
            "onlinetext.html",
        ),
        ("doejane_12345_678_tape_basics.py", "doejane (12345)", "tape_basics.py"),
        ("doejane_LATE_12345_678_a-1.py", "doejane (12345)", "a-1.py"),
        ("van_der_berg_5_6_a.py", "van_der_berg (5)", "a.py"),
        ("doejane_12345_text.html", "doejane (12345)", "text.html"),
        ("anon_ab1Cd_678_a.py", "anonymous ab1Cd", "a.py"),
        ("LATE_anon_ab1Cd_678_a.py", "anonymous ab1Cd", "a.py"),
    ],
)
def test_files_of_platforms(name: str, student: str, original: str) -> None:
    assert platforms.owned(name) == platforms.Owned(student, original)


@pytest.mark.parametrize(
    "name",
    ["tape_basics.py", "anna_tape_basics (2).py", "anon_tape_basics.py", "a-1.py"],
)
def test_other_files_are_left_alone(name: str) -> None:
    assert platforms.owned(name) is None


@pytest.mark.parametrize("kind", ["file", "file_", "onlinetext", "onlinetext_"])
def test_folders_of_moodle(kind: str) -> None:
    name = f"Ada Lovelace_123_assignsubmission_{kind}"
    assert platforms.is_platform_folder(name)
    assert platforms.student_of_folder(name) == "Ada Lovelace (123)"


def test_another_folder_is_named_for_its_student() -> None:
    assert platforms.student_of_folder("tape-basics-ada99") == "tape-basics-ada99"


@given(st.text(alphabet="_ab1LATEon.", max_size=80))
def test_any_name_is_taken_apart_or_left(name: str) -> None:
    found = platforms.owned(name)
    assert found is None or name.endswith(found.original)
