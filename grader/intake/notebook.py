"""A notebook's text goes in, one module's text and its line map come out.

Outputs, attachments and markdown are never looked at. Code cells become one module;
magics and shell lines are blanked, so that each line keeps its number within its cell.

The JSON is read by hand, since nbformat accepts some malformed notebooks (a source that
is a number) and raises AttributeError or TypeError for others.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterator
from typing import Any

from grader.errors import BadSubmission
from grader.records import Position

_CELLS = 2_000
_MAGIC = re.compile(r"^(\s*)(%|!|\?)(.*)$")
_HELP = re.compile(r"^\s*[\w.]+\?{1,2}\s*$")
_ASSIGNED = re.compile(r"^(\s*)[\w, ]+\s*=\s*[%!]")
_TRANSPARENT = ("%%time", "%%timeit", "%%capture", "%%prun")
"""Cell magics whose cell is Python all the same."""


def module(name: str, text: str) -> tuple[str, tuple[Position, ...], tuple[str, ...]]:
    """Return the code of a notebook's cells, its line map, and what was left out.

    Raises:
        BadSubmission: `text` is no notebook, or one without code.
    """
    lines: list[str] = []
    positions: list[Position] = []
    notes: list[str] = []
    for number, code in _code_cells(name, _tree(name, text)):
        cleaned = list(_cleaned(number, code, notes))
        lines += cleaned
        positions += (Position(i + 1, cell=number) for i in range(len(cleaned)))
    if not any(line.strip() for line in lines):
        raise BadSubmission(
            f"`{name}` has no code.", remedy="Hand in the notebook that you edited."
        )
    return "\n".join(lines) + "\n", tuple(positions), tuple(notes)


def _tree(name: str, text: str) -> dict[str, Any]:
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        raise _no_notebook(name, "it is not JSON") from None
    if not isinstance(tree, dict) or not isinstance(tree.get("cells"), list):
        old = isinstance(tree, dict) and "worksheets" in tree
        why = "its format is older than version 4" if old else "it has no list of cells"
        raise _no_notebook(name, why)
    if len(tree["cells"]) > _CELLS:
        raise _no_notebook(name, f"it has more than {_CELLS} cells")
    return tree


def _no_notebook(name: str, why: str) -> BadSubmission:
    return BadSubmission(
        f"`{name}` is not a notebook that can be read: {why}.",
        remedy="Open it in Jupyter, save it, and hand it in again.",
    )


def _code_cells(name: str, tree: dict[str, Any]) -> Iterator[tuple[int, str]]:
    for number, cell in enumerate(tree["cells"], start=1):
        if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
            raise _no_notebook(name, f"cell {number} has no type")
        if cell["cell_type"] != "code":
            continue
        code = cell.get("source")
        if isinstance(code, list) and all(isinstance(part, str) for part in code):
            code = "".join(code)
        if not isinstance(code, str):
            raise _no_notebook(name, f"the source of cell {number} is no text")
        yield number, code


def _cleaned(number: int, code: str, notes: list[str]) -> Iterator[str]:
    lines = re.split(r"\r\n|\r|\n", code)
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("%%"):
        magic = first.split()[0]
        if magic not in _TRANSPARENT:
            notes.append(f"Cell {number} (`{magic}`) was left out.")
            return
        notes.append(f"Cell {number}: `{magic}` was left out.")
        start = next(i for i, line in enumerate(lines) if line.strip())
        lines[start] = ""
    if _parses("\n".join(lines)):
        yield from lines
        return
    for line in lines:
        found = _MAGIC.match(line) or _HELP.match(line) or _ASSIGNED.match(line)
        if found is None:
            yield line
        else:
            indent = line[: len(line) - len(line.lstrip())]
            shown = line.strip()[:60]
            notes.append(f"Cell {number}: the line `{shown}` was left out.")
            yield f"{indent}pass" if indent else ""


def _parses(code: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True
