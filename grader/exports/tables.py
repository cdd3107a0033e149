"""Verdicts go in, `grades.csv` comes out: a row a student, inert in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from grader.records import Verdict

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def grades(
    verdicts: Sequence[Verdict],
    overrides: Mapping[tuple[str, str], float] | None = None,
) -> str:
    """Return the table as CSV text.

    Columns: `student`, one for each exercise in order of first appearance, `total`,
    `maximum`. An undecided verdict leaves its cell and the total empty: a fault of ours
    is no zero. Overrides take precedence.
    """
    exercises = list(dict.fromkeys(verdict.exercise for verdict in verdicts))
    by_key = {(verdict.student, verdict.exercise): verdict for verdict in verdicts}
    students = list(dict.fromkeys(verdict.student for verdict in verdicts))
    out = io.StringIO()
    # Text in quotes stays one cell where a spreadsheet splits at semicolons, too.
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["student", *exercises, "total", "maximum"])
    for student in students:
        row = [by_key.get((student, exercise)) for exercise in exercises]
        points = [_points(verdict, overrides or {}) for verdict in row]
        maximum = sum((verdict.possible for verdict in row if verdict), 0.0)
        undecided = any(v and p is None for v, p in zip(row, points, strict=True))
        total = "" if undecided else _number(sum((p for p in points if p), 0.0))
        cells = ["" if p is None else _number(p) for p in points]
        writer.writerow([cell(student), *cells, total, _number(maximum)])
    return out.getvalue()


def _points(
    verdict: Verdict | None, overrides: Mapping[tuple[str, str], float]
) -> float | None:
    if verdict is None:
        return None
    override = overrides.get((verdict.student, verdict.exercise))
    if override is not None:
        return override
    return None if verdict.broken else verdict.earned


def cell(text: str) -> str:
    """Return `text` such that no spreadsheet takes it for a formula."""
    risky = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if risky else text


def _number(value: float) -> float:
    rounded = round(float(value), 2)
    return int(rounded) if rounded.is_integer() else rounded
