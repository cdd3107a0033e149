"""Files of any content become a source or a clear refusal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import BadSubmission
from grader.intake import names, platforms, source
from grader.records import Position

relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def notebook(*cells: Any, **others: Any) -> bytes:
    made = [
        {"cell_type": "code", "source": cell} if isinstance(cell, str) else cell
        for cell in cells
    ]
    return json.dumps({"nbformat": 4, "cells": made} | others).encode()


def read(folder: Path, content: bytes, name: str = "a.py") -> Any:
    path = folder / name
    path.write_bytes(content)
    return source.read(path)


@relaxed
@given(content=st.binary(max_size=300))
def test_any_bytes_are_a_source_or_refused(tmp_path: Path, content: bytes) -> None:
    for name in ("a.py", "a.ipynb"):
        try:
            found = read(tmp_path, content, name)
        except BadSubmission as refusal:
            assert refusal.problem
        else:
            assert len(found.positions) == len(found.text.splitlines())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cells", "cell_type", "source", "nbformat"]), inner
        )
    ),
    max_leaves=12,
)


@relaxed
@given(cells=st.lists(json_values, max_size=3))
def test_any_cells_are_a_source_or_refused(tmp_path: Path, cells: list[Any]) -> None:
    content = json.dumps({"nbformat": 4, "cells": cells}).encode()
    try:
        found = read(tmp_path, content, "a.ipynb")
    except BadSubmission as refusal:
        assert refusal.remedy
    else:
        assert len(found.positions) == len(found.text.splitlines())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[]", "no list of cells"),
        (b"[" * 100_000, "not JSON"),
        (notebook({"cell_type": "code", "source": 5}), "source of cell 1"),
        (notebook(None), "cell 1 has no type"),
        (notebook({"cell_type": "markdown", "source": "hi"}), "no code"),
        (b'{"worksheets": []}', "older than version 4"),
    ],
)
def test_a_malformed_notebook_says_why(
    tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(BadSubmission, match=said):
        read(tmp_path, content, "a.ipynb")


def test_a_notebooks_lines_are_known_by_cell(tmp_path: Path) -> None:
    content = notebook("%matplotlib inline\nx = 1", "%%time\ny = 2", "%%bash\nls")
    found = read(tmp_path, content, "a.ipynb")
    assert found.text.splitlines() == ["", "x = 1", "", "y = 2"]
    assert found.positions[3] == Position(2, cell=2)
    assert len(found.notes) == 3


def test_a_percent_in_a_string_is_no_magic(tmp_path: Path) -> None:
    content = notebook('text = """\n%s\n!ls\n"""')
    assert "%s" in read(tmp_path, content, "a.ipynb").text


def test_a_magic_in_a_block_leaves_the_block_whole(tmp_path: Path) -> None:
    found = read(tmp_path, notebook("if True:\n    !ls"), "a.ipynb")
    assert found.text == "if True:\n    pass\n"


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfx = 1\n", b"x = 1\r\ny = 2\r", b"# coding: utf-8\nx = 1"]
)
def test_utf8_with_any_line_ends_is_read(tmp_path: Path, content: bytes) -> None:
    assert "x = 1" in read(tmp_path, content).text


@pytest.mark.parametrize("cookie", ["utf-7", "latin-1", "rot13"])
def test_another_encoding_is_refused(tmp_path: Path, cookie: str) -> None:
    with pytest.raises(BadSubmission, match=cookie):
        read(tmp_path, f"# -*- coding: {cookie} -*-\nx = 1\n".encode())


def test_a_syntax_error_is_named_by_cell_and_line(tmp_path: Path) -> None:
    with pytest.raises(BadSubmission, match="cell 2, line 2: expected ':'"):
        read(tmp_path, notebook("x = 1", "y = 2\nif x\n    pass"), "a.ipynb")


def test_comments_do_not_make_a_stub_a_try(tmp_path: Path) -> None:
    stub = 'def f():\n    """Do."""\n    raise NotImplementedError\n'
    kept = read(tmp_path, b"# mine\ndef f():\n\n    raise NotImplementedError\n")
    tried = read(tmp_path, b"def f():\n    return 1\n")
    assert source.unchanged(kept, stub)
    assert not source.unchanged(tried, stub)


@given(st.text())
def test_a_safe_name_can_be_shown(name: str) -> None:
    shown = names.safe(name)
    assert shown
    assert len(shown) <= 80
    assert shown.isprintable()


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("Ada Lovelace_123_assignsubmission_file_tape.py", "Ada Lovelace (123)"),
        ("doejane_12345_678_tape_basics.py", "doejane (12345)"),
        ("doejane_LATE_12345_678_tape_basics-1.py", "doejane (12345)"),
        ("anon_ab1Cd_678_tape_basics.py", "anonymous ab1Cd"),
        ("tape_basics.py", None),
    ],
)
def test_platforms_names_are_understood(name: str, student: str | None) -> None:
    assert platforms.student_of_file(name) == student


@pytest.mark.parametrize("end", ["", "_"])
def test_moodles_folders_are_understood(end: str) -> None:
    name = f"Ada Lovelace_123_assignsubmission_file{end}"
    assert platforms.student_of_folder(name) == "Ada Lovelace (123)"
