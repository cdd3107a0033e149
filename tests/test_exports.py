"""Tables are inert and say no more than the verdicts; documents keep to the schema."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from verdicts import BASE, all_passed, broken, rejected

from grader.exports import documents, tables
from grader.records import Verdict

ROOT = Path(__file__).resolve().parents[1]


def of(student: str, verdict: Verdict = BASE, exercise: str = "a/one") -> Verdict:
    return dataclasses.replace(verdict, student=student, exercise=exercise)


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_a_row_for_each_student_and_a_column_for_each_exercise() -> None:
    verdicts = [
        of("ada", all_passed()),
        of("bo"),
        of("ada", rejected(), exercise="b/two"),
    ]
    assert rows(tables.grades(verdicts)) == [
        ["student", "a/one", "b/two", "total", "maximum"],
        ["ada", "8", "0", "8", "16"],
        ["bo", "1", "", "1", "8"],
    ]


def test_an_empty_class_is_a_header() -> None:
    assert rows(tables.grades([])) == [["student", "total", "maximum"]]


def test_what_is_undecided_is_no_zero() -> None:
    table = rows(tables.grades([of("ada", broken()), of("ada", exercise="b/two")]))
    assert table[1] == ["ada", "", "1", "", "16"]


def test_an_override_decides_what_was_undecided() -> None:
    overrides = {("ada", "a/one"): 2.5}
    table = rows(tables.grades([of("ada", broken())], overrides))
    assert table[1] == ["ada", "2.5", "2.5", "8"]


def test_an_override_to_zero_is_a_zero() -> None:
    table = rows(tables.grades([of("ada", all_passed())], {("ada", "a/one"): 0.0}))
    assert table[1] == ["ada", "0", "0", "8"]


@pytest.mark.parametrize(
    ("earned", "shown"), [(0.1 + 0.2, "0.3"), (1 / 3, "0.33"), (2.0, "2")]
)
def test_points_are_short(earned: float, shown: str) -> None:
    table = rows(tables.grades([of("ada")], {("ada", "a/one"): earned}))
    assert table[1][1] == shown


@pytest.mark.parametrize(
    "name",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " \t =1",
        "\tplain",
    ],
)
def test_a_name_is_no_formula(name: str) -> None:
    assert tables.cell(name) == f"'{name}"


def test_an_honest_name_stays_as_it_is() -> None:
    assert tables.cell("Jün Ōta-Smith") == "Jün Ōta-Smith"


@given(st.text())
def test_no_cell_is_a_formula_however_columns_are_split(name: str) -> None:
    text = tables.grades([of(name)])
    assert rows(text)[1][0] == tables.cell(name)
    for delimiter in ",;\t":
        for row in rows(text, delimiter)[1:]:
            assert not row[0].lstrip().startswith(("=", "+", "-", "@"))
    # A name cannot begin a cell of its own, wherever it holds a delimiter.
    assert text.split("\n", 1)[1].startswith('"')


def test_documents_come_back_the_same() -> None:
    verdicts = (BASE, all_passed(), rejected(), broken())
    assert documents.load(documents.dump(verdicts)) == verdicts


def test_a_document_names_its_schemas_version() -> None:
    assert json.loads(documents.dump([BASE]))["schema"] == BASE.schema


@pytest.mark.parametrize("verdict", [BASE, all_passed(), rejected(), broken()])
def test_every_verdict_keeps_to_the_published_schema(verdict: Verdict) -> None:
    published = json.loads((ROOT / "docs" / "verdict.schema.json").read_text("utf-8"))
    [said] = json.loads(documents.dump([verdict]))["verdicts"]
    jsonschema.validate(said, published)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**said, "checks": 3}, published)


def test_the_published_schema_is_current() -> None:
    published = json.loads((ROOT / "docs" / "verdict.schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(documents.schema()))


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        documents.load(b'{"schema": 1, "verdicts": [{"student": 3}]}')
