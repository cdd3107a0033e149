"""Files of any content become a source or a clear refusal."""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.errors import BadSubmission
from grader.intake import names, source
from grader.records import Position

relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,  # a file is read in a fork first, which may take its time
)


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


def test_a_long_name_keeps_its_end() -> None:
    assert names.safe("a" * 200 + ".ipynb").endswith("a.ipynb")


def test_names_that_look_alike_stay_apart() -> None:
    shown = names.distinct(["Ada", "A\u202eda", "Ada\n", "Ben"])
    assert len(set(shown.values())) == 4
    assert shown["Ben"] == "Ben"


# --- magics -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("%time x = f(\n  1)", "x = f(\n  1)\n"),
        ("!pip install \\\n  numpy\nx = 1", "\n\nx = 1\n"),
        ("files = !ls\nx = 1", "\nx = 1\n"),
        ("tf.add?\nx = 1", "\nx = 1\n"),
        ("?tf.add\nx = 1", "\nx = 1\n"),
        ("!ls\nx = (7\n% 4)", "\nx = (7\n% 4)\n"),
        ("!ls\nx = '''\n!ls\n'''", "\nx = '''\n!ls\n'''\n"),
        ("!ls\nx = 7 \\\n% 4", "\nx = 7 \\\n% 4\n"),
        ("%load_ext x\nx = 1  # it's (\n%cd y", "\nx = 1  # it's (\n\n"),
        ("%%capture out\nx = 1", "\nx = 1\n"),
    ],
)
def test_magics_go_and_python_stays(tmp_path: Path, cell: str, text: str) -> None:
    assert read(tmp_path, notebook(cell), "a.ipynb").text == text


@pytest.mark.parametrize(
    "magic", ["%%bash", "%%html", "%%javascript", "%%writefile a.py"]
)
def test_a_cell_in_another_language_is_left_out(tmp_path: Path, magic: str) -> None:
    found = read(tmp_path, notebook("x = 1", f"{magic}\n<b>"), "a.ipynb")
    assert found.text == "x = 1\n"
    assert found.notes == (f"Cell 2 (`{magic.split()[0]}`) was left out.",)


def test_notes_end_some_time(tmp_path: Path) -> None:
    found = read(tmp_path, notebook("!ls\n" * 50 + "x = 1"), "a.ipynb")
    assert len(found.notes) == 21
    assert found.notes[-1] == "So were 30 more."


@given(st.text(alphabet="%!?\"'\\#([{)]}x=1 \n\t", max_size=60))
def test_any_magics_keep_their_lines(tmp_path_factory: Any, cell: str) -> None:
    code = f"!ls\n{cell}\n"
    folder = tmp_path_factory.getbasetemp()
    try:
        found = read(folder, notebook(code, "y = 2"), "magics.ipynb")
    except BadSubmission:
        return
    number = found.text.splitlines().index("y = 2")
    assert found.positions[number] == Position(1, cell=2)
    assert number == code.count("\n") + 1


# --- more that files can be ---------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"x = 1\0", "NUL"),
        ("x = 'é'".encode("latin-1"), "not encoded as UTF-8"),
        ("x = 1".encode("utf-16"), "not encoded as UTF-8"),
        (b"#" * (256 << 10) + b"##", "larger than 256 KiB"),
        (b"x = f'" + b"{a!r:>{w}}" * 26_000 + b"'\n", "more than Python's parser can"),
        (b"-" * 100_000 + b"1", "nested too deeply"),
        (b"x" + b".a" * 50_000, "nested too deeply"),
        (b"(" * 10_000, "too many nested parentheses"),
        (b"x = 1\nawait f()\n", "line 2: 'await' outside function: `await f()`"),
        (b"def f():\n\treturn 1\n        return 2\n", "line 3: "),
    ],
)
def test_what_is_no_module_is_refused(
    tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(BadSubmission, match=re.escape(said)):
        read(tmp_path, content)


# Each of these took minutes or more, at some time, to be refused.
SLOW = ["!\n" + " " * 900_000 + "x", "!\n" + "a " * 450_000, "!\n" + "'" * 900_000]
FLOOD = "a" + "\u0300\u0316" * 100_000


@pytest.mark.parametrize("code", [*SLOW, FLOOD, "!" + "a." * 3_000_000])
def test_what_is_made_to_take_long_is_refused_soon(tmp_path: Path, code: str) -> None:
    began = time.process_time()
    with contextlib.suppress(BadSubmission):
        read(tmp_path, notebook(code), "a.ipynb")
    with contextlib.suppress(BadSubmission):
        read(tmp_path, code.encode())
    assert time.process_time() - began < 5


def test_a_letter_with_endless_marks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSubmission, match="more marks than can be read"):
        read(tmp_path, FLOOD[:100_000].encode())
    with pytest.raises(BadSubmission, match="cell 1 has too many marks"):
        read(tmp_path, notebook(FLOOD), "a.ipynb")


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_a_cell_must_be_text(tmp_path: Path, letter: str) -> None:
    with pytest.raises(BadSubmission, match="cell 1 has characters that are no text"):
        read(tmp_path, notebook(f"x = '{letter}'"), "a.ipynb")


def test_a_notebook_of_the_future_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSubmission, match="its format is 999, not version 4"):
        read(tmp_path, notebook("x = 1", nbformat=999), "a.ipynb")


def test_a_cookie_within_a_notebook_counts(tmp_path: Path) -> None:
    with pytest.raises(BadSubmission, match="utf-7"):
        read(tmp_path, notebook("# coding: utf-7\nx = 1"), "a.ipynb")


def test_one_cell_cannot_complete_another(tmp_path: Path) -> None:
    with pytest.raises(BadSubmission, match="cell 1, line 2"):
        read(tmp_path, notebook("y = 1\nx = (", "2)"), "a.ipynb")


@pytest.mark.parametrize("name", ["a.py", "a.ipynb"])
def test_odd_line_ends_shift_no_line(tmp_path: Path, name: str) -> None:
    text = "x = '\u2028'\n\x0cdef f():\n    return 1\n\n\x0c\ny = 2"
    content = text.encode() if name == "a.py" else notebook(text)
    found = read(tmp_path, content, name)
    assert found.text.splitlines()[5] == "y = 2"
    assert found.positions[5].line == 6


def test_a_pipe_is_no_submission(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    with pytest.raises(BadSubmission, match="is no file"):
        source.read(tmp_path / "a.py")


def test_a_deep_module_is_not_the_stub(tmp_path: Path) -> None:
    found = read(tmp_path, b"x = 1" + b" + 1" * 800)
    assert not source.unchanged(found, "x = 1\n")


def test_messages_hold_no_control_characters(tmp_path: Path) -> None:
    with pytest.raises(BadSubmission) as refusal:
        read(tmp_path, "x = = '\x1b[2J\u202e'".encode(), "a\x1b[2J\u202e.py")
    assert str(refusal.value).isprintable()
