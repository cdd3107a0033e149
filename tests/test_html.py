"""The pages: nothing hostile gets in, nothing hidden gets out, all is said."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import importlib.util
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records import Outcome
from grader.report import charts, code, html, text, wording


def _load(name: str) -> ModuleType:
    # Tests are no package; `--import-mode=importlib` leaves `sys.path` alone.
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


cases = _load("verdicts")
CLASS = [
    cases.BASE,
    dataclasses.replace(cases.all_passed(), student="Grace Hopper"),
    dataclasses.replace(cases.rejected(), student="Alan Turing"),
    dataclasses.replace(cases.broken(), student="Emmy Noether"),
    dataclasses.replace(cases.rejected("Nothing came."), student="Zoe", file=""),
]


class Elements(HTMLParser):
    """Reads a page as a browser does: elements with their attributes, and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def pages(verdict: object) -> list[str]:
    return [
        html.student_page([verdict], for_teacher=False),
        html.student_page([verdict], for_teacher=True),
        html.class_page(
            [verdict], links={cases.HOSTILE: cases.HOSTILE}, title=cases.HOSTILE
        ),
    ]


# --- nothing hostile gets in ----------------------------------------------------


@pytest.mark.parametrize("page", pages(cases.hostile()))
def test_hostile_text_stays_text(page: str) -> None:
    read = Elements(page)
    assert {tag for tag, _ in read.elements}.isdisjoint(
        {"script", "img", "iframe", "object", "embed", "form", "link", "base"}
    )
    for tag, attributes in read.elements:
        assert not any(name.startswith("on") for name in attributes), tag
        assert "style" not in attributes, tag
        assert re.match(r"#exercise-|\./", attributes.get("href") or "./"), tag
    assert sum(tag == "style" for tag, _ in read.elements) == 1
    assert "<script>" in read.text
    assert "{{ 7 * 7 }}" in read.text


@pytest.mark.parametrize("page", pages(cases.hostile()))
def test_no_character_of_a_page_is_invisible(page: str) -> None:
    found = {unicodedata.category(char) for char in page.replace("\n", "")}
    assert found.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn"})
    assert "&lt;U+202E&gt;" in page
    assert "\\x1b[2J" in page
    page.encode()


@pytest.mark.parametrize("page", pages(cases.BASE))
def test_the_policy_allows_our_style_alone(page: str) -> None:
    read = Elements(page)
    policy = next(
        attributes["content"]
        for tag, attributes in read.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    style = page.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style and "@import" not in style


@given(st.text(max_size=300), st.integers(min_value=2, max_value=200))
def test_safe_text_is_visible_bounded_and_settled(raw: str, limit: int) -> None:
    shown = text.safe(raw, limit)
    assert len(shown) <= limit
    assert text.safe(shown, limit) == shown
    assert all(
        char in "\n\t"
        or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
        for char in shown
    )
    shown.encode()


@given(st.text(max_size=300))
def test_a_line_is_one_line(raw: str) -> None:
    assert len(text.line(raw, 50)) <= 50
    assert len(text.line(raw).splitlines()) <= 1


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain `code`, ok", "plain `code`, ok"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("50 %\r100 %", "50 %\\x0d100 %"),
        ("a\r\nb", "a\nb"),
        ("cod\u202egnp.exe", "cod<U+202E>gnp.exe"),
        ("\ud800", "<U+D800>"),
        ("e\u0301", "é"),
        ("x" + "\u0336" * 6, "x" + "\u0336" * 4 + "<U+0336>" * 2),
    ],
)
def test_what_is_made_visible(raw: str, shown: str) -> None:
    assert text.safe(raw) == shown


def test_long_text_keeps_beginning_and_end() -> None:
    shown = text.block("\n".join(f"row {i}" for i in range(5_000)), lines=11)
    assert shown.startswith("row 0\n") and shown.endswith("row 4999")
    assert len(shown.split("\n")) == 11
    assert "lines left out" in shown
    assert len(text.block("x" * 10**6, limit=500)) < 600


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("no code", (("no code", False),)),
        ("use `a` or `b`", (("use ", 0), ("a", 1), (" or ", 0), ("b", 1))),
        ("`a`", (("a", True),)),
        ("one ` alone", (("one ` alone", False),)),
        ("`a` and ` b", (("a", True), (" and ` b", False))),
    ],
)
def test_prose_finds_code(raw: str, parts: object) -> None:
    assert text.prose(raw) == parts


# --- nothing hidden gets out ------------------------------------------------------


def test_a_student_sees_of_a_hidden_check_title_points_and_outcome() -> None:
    page = html.student_page([cases.BASE], for_teacher=False)
    assert cases.SECRET not in page
    assert cases.HIDDEN.title in page
    assert "The answer differs from what the statement asks." in page


def test_a_student_sees_no_seed_and_no_teachers_note() -> None:
    page = html.student_page([cases.BASE], for_teacher=False)
    assert str(cases.SEED) not in page
    assert "only teachers read" not in page
    assert "landlock" not in page


def test_a_teacher_sees_all() -> None:
    page = Elements(html.student_page([cases.BASE], for_teacher=True)).text
    secrets = ("message", "expected", "received", "value", "error", "note", "output")
    for what in secrets:
        assert f"{cases.SECRET} {what}" in page
    shown = ("only teachers read", "landlock 7", "2.21.0", "3f9a0c11d2e4", "1.38 s")
    for what in (*shown, str(cases.SEED), "cpu limit"):
        assert what in page


# --- all is said ------------------------------------------------------------------


def test_a_failed_check_says_what_came_and_what_helps() -> None:
    page = Elements(html.student_page([cases.BASE], for_teacher=False)).text
    for what in (
        "The output of call differs from x @ kernel + bias in 24 of 24 elements.",
        "[[ 1.204 -0.311  0.882]\n [ 0.153",
        "[[ 0.936 -0.311  0.514]",
        "0.368 at [1, 2]",
        "This looks like: The bias is made but never added.",
        "Hint: build makes two weights",
        "line 14, in Linear.call",
        "return inputs @ self.kernel  # the bias comes later",
        "got an unexpected keyword argument 'name'",
        "step 1: loss 0.93",
        "lines left out",
    ):
        assert what in page


def test_the_line_of_the_error_is_marked_and_no_other() -> None:
    page = html.student_page([cases.BASE], for_teacher=False)
    (marked,) = re.findall(r'<span class="row marked">(.*)', page)
    assert "  14</span>" in marked


def test_a_notebooks_cell_is_named() -> None:
    page = html.student_page([cases.hostile()], for_teacher=True)
    assert "cell 1, line 2" in page


def test_a_rejected_file_says_why_and_what_was_not_run() -> None:
    page = Elements(html.student_page([cases.rejected()], for_teacher=False)).text
    assert "Line 3 is no Python: def f(:. Mend it." in page
    assert "6 checks not run" in page


def test_our_fault_is_no_zero() -> None:
    page = Elements(html.student_page([cases.broken()], for_teacher=False)).text
    assert "not final" in page
    assert "The grader failed here, not you." in page


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_page(outcome: Outcome) -> None:
    check = dataclasses.replace(cases.HIDDEN, outcome=outcome, feedback=None)
    verdict = dataclasses.replace(cases.BASE, checks=(check,))
    page = html.student_page([verdict], for_teacher=False)
    assert Elements(page).text.count(wording.LOOKS[outcome].hidden) >= 1
    assert outcome.value in page


def test_the_class_page_counts() -> None:
    page = html.class_page(
        CLASS, links={"Ada Lovelace": "students/Ada Lovelace.html"}, title="Spring"
    )
    read = Elements(page)
    said = " ".join(read.text.split())
    assert ("a", {"href": "./students/Ada%20Lovelace.html"}) in read.elements
    assert "5 students · 1 exercise · 5 verdicts" in said
    # Of five, one is unread, one absent, and one waits for us: two were decided.
    assert "50 % 1 of 2" in said
    assert "Emmy Noether · A dense layer Not graded by our fault" in said
    assert "Alan Turing · A dense layer Line 3 is no Python" in said
    assert "The bias is made but never added." in said
    assert "1 student whose points are not final left out" in said


def test_a_class_without_anything_has_a_page() -> None:
    assert "0 students" in html.class_page([], links={}, title="Empty")


@pytest.mark.parametrize(
    ("shares", "counts"),
    [
        ([], [0] * 10),
        ([0.0, 0.09, 0.1, 1.0, 0.95], [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
        ([0.3, 0.7, 0.6], [0, 0, 0, 1, 0, 0, 1, 1, 0, 0]),
    ],
)
def test_bins(shares: list[float], counts: list[int]) -> None:
    assert list(charts.bins(shares)) == counts


def test_code_is_coloured_line_by_line() -> None:
    lines = code.coloured(((3, "def f():"), (4, ""), (5, "    return '<b>'")))
    assert [number for number, _ in lines] == [3, 4, 5]
    assert lines[0][1].startswith('<span class="k">def</span>')
    assert "&lt;b&gt;" in lines[2][1] and "<b>" not in lines[2][1]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=8))
def test_coloured_code_loses_no_line(rows: list[str]) -> None:
    lines = code.coloured(list(enumerate(rows, start=1)))
    assert len(lines) == len(rows)
    for (_, shown), row in zip(lines, rows, strict=True):
        assert Elements(str(shown)).text == text.line(row.expandtabs(4), code.WIDTH)


def test_a_mistake_that_is_shared_and_has_no_name_is_shown() -> None:
    odd = dataclasses.replace(cases.FAILED, diagnosis=None, behaviour="b1")
    other = dataclasses.replace(odd, behaviour="b2")
    verdicts = [
        dataclasses.replace(cases.BASE, student=student, checks=(check,))
        for student, check in (("ada", odd), ("ben", odd), ("cy", other))
    ]
    page = html.class_page(verdicts, links={}, title="Spring")
    said = " ".join(Elements(page).text.split())
    [_, shared] = said.split("Shared, but not known")
    shared = shared.partition("Checks")[0]
    assert "The output equals x @ kernel + bias." in shared and "ada, ben" in shared
    assert "cy" not in shared
