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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grader.errors import BadSubmission
from grader.intake import lines as lines_of
from grader.intake import names
from grader.records import Position

_CELLS = 2_000
_CODE = 256 << 10
_NOTES = 20
_MAGIC = re.compile(
    r"""[%!?]                  # %matplotlib inline, !ls, ?name
    | [\w.]+\?{1,2}\s*$       # name?
    | [\w.][\w., ]*=\s*[%!]   # files = !ls
    """,
    re.VERBOSE,
)
_TIMED = re.compile(r"^(\s*)%time\s+(?=\S)")
"""A line magic whose rest is Python that binds names."""
_TRANSPARENT = ("%%time", "%%timeit", "%%capture", "%%prun")
"""Cell magics whose cell is Python all the same."""
_TOKEN = re.compile(
    r"""\#.*
    | (?P<open>\"{3}|\'{3})
    | "(?:[^"\\]|\\.)*(?:"|\\?$) | '(?:[^'\\]|\\.)*(?:'|\\?$)
    | [(\[{] | [)\]}]""",
    re.VERBOSE,
)


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
    if len(notes) > _NOTES:
        notes[_NOTES:] = [f"So were {len(notes) - _NOTES} more."]
    return "\n".join(lines) + "\n", tuple(positions), tuple(notes)


def _tree(name: str, text: str) -> dict[str, Any]:
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError, MemoryError):
        raise _no_notebook(name, "it is not JSON") from None
    if not isinstance(tree, dict) or not isinstance(tree.get("cells"), list):
        old = isinstance(tree, dict) and "worksheets" in tree
        why = "its format is older than version 4" if old else "it has no list of cells"
        raise _no_notebook(name, why)
    version = tree.get("nbformat", 4)
    if isinstance(version, bool) or version != 4:
        shown = names.safe(repr(version))
        raise _no_notebook(name, f"its format is {shown}, not version 4")
    if len(tree["cells"]) > _CELLS:
        raise _no_notebook(name, f"it has more than {_CELLS} cells")
    return tree


def _no_notebook(name: str, why: str) -> BadSubmission:
    return BadSubmission(
        f"`{name}` is not a notebook that can be read: {why}.",
        remedy="Open it in Jupyter, save it, and hand it in again.",
    )


def _code_cells(name: str, tree: dict[str, Any]) -> Iterator[tuple[int, str]]:
    total = 0
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
        total += len(code)
        if total > _CODE:
            raise BadSubmission(
                f"`{name}` has more than {_CODE >> 10} KiB of code.",
                remedy="Take out what is data rather than code.",
            )
        if lines_of.flooded(code):
            raise _no_notebook(name, f"a letter in cell {number} has too many marks")
        if "\0" in code or any("\ud800" <= letter <= "\udfff" for letter in code):
            raise _no_notebook(name, f"cell {number} has characters that are no text")
        yield number, code


def _cleaned(number: int, code: str, notes: list[str]) -> Iterator[str]:
    lines = lines_of.plain(code).split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[start].lstrip().startswith("%%"):
        magic = lines[start].split()[0]
        if magic not in _TRANSPARENT:
            notes.append(f"Cell {number} (`{names.safe(magic)}`) was left out.")
            return
        notes.append(f"Cell {number}: `{magic}` was left out.")
        lines[start] = ""
    # What Python reads needs no change; a `%` may well begin a line of it.
    if _parses("\n".join(lines)):
        yield from lines
    else:
        yield from _without_magics(number, lines, notes)


def _without_magics(
    number: int, lines: Sequence[str], notes: list[str]
) -> Iterator[str]:
    """Blank magics, but for lines within a string or brackets; keep their number."""
    inside = _State()
    goes_on = False
    for line in lines:
        timed = _TIMED.sub(r"\1", line) if inside.clean else line
        magic = _MAGIC.match(timed.lstrip())
        if timed != line and not magic:
            notes.append(f"Cell {number}: `%time` was left out.")
            line = timed
        elif goes_on or (inside.clean and magic):
            indent = line[: len(line) - len(line.lstrip())]
            # A block needs a statement; the rest of a long magic does not.
            yield f"{indent}pass" if indent and not goes_on else ""
            if not goes_on:
                shown = names.safe(line)
                notes.append(f"Cell {number}: the line `{shown}` was left out.")
            goes_on = line.endswith("\\")
            continue
        inside = inside.after(line)
        yield line


@dataclass(frozen=True, slots=True)
class _State:
    """Where the end of a line stands, as far as it decides what the next one is."""

    quotes: str = ""
    """The triple quotes that are open."""
    depth: int = 0
    """Brackets that are open."""
    goes_on: bool = False
    """Whether a backslash joins the next line."""

    @property
    def clean(self) -> bool:
        """Whether the next line begins a statement."""
        return not (self.quotes or self.depth or self.goes_on)

    def after(self, line: str) -> _State:
        """Return the state at the end of `line`."""
        quotes, depth, at = self.quotes, self.depth, 0
        while True:
            if quotes:
                closed = re.compile(rf"(?:[^\\]|\\.)*?{quotes}").match(line, at)
                if closed is None:
                    return _State(quotes, depth)
                quotes, at = "", closed.end()
            found = _TOKEN.search(line, at)
            if found is None:
                return _State(quotes, depth, line.endswith("\\"))
            at, token = found.end(), found[0]
            if found["open"]:
                quotes = token
            elif token.startswith("#"):
                return _State(quotes, depth)
            elif token in "([{":
                depth += 1
            elif token in ")]}":
                depth = max(depth - 1, 0)


def _parses(code: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(code)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True
