"""A student's file goes in, a `Source` comes out; nothing of it is executed.

What cannot be read raises `BadSubmission`, whose message the student gets.
"""

from __future__ import annotations

import ast
import hashlib
import re
import warnings
from pathlib import Path

from grader.errors import BadSubmission
from grader.intake import notebook
from grader.records import Position, Source

_LIMIT = 1 << 20
_NOTEBOOK_LIMIT = 16 << 20
_COOKIE = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


def read(path: Path) -> Source:
    """Return the source of a `.py` or `.ipynb` file.

    Raises:
        BadSubmission: It is too large, no UTF-8, no notebook, empty, or no Python.
    """
    data = _bytes(path)
    text, positions, notes = _module(path, data)
    source = Source(
        name=path.name,
        text=text,
        positions=positions,
        notes=notes,
        digest=hashlib.sha256(data).hexdigest(),
    )
    if not text.strip():
        raise BadSubmission(
            f"`{path.name}` is empty.", remedy="Hand in the file that you edited."
        )
    _check_syntax(source)
    return source


def unchanged(source: Source, stub: str) -> bool:
    """Whether `source` is the stub but for comments, blank lines and docstrings."""
    return _essence(source.text) == _essence(stub)


def _essence(text: str) -> str:
    tree = _parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and _is_text(body[0]):
            del body[0]
    return ast.dump(tree)


def _is_text(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


# --- reading ------------------------------------------------------------------


def _bytes(path: Path) -> bytes:
    limit = _NOTEBOOK_LIMIT if path.suffix == ".ipynb" else _LIMIT
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise BadSubmission(
            f"`{path.name}` cannot be read: {error.strerror}.",
            remedy="Hand it in again.",
        ) from None
    if len(data) > limit:
        raise BadSubmission(
            f"`{path.name}` is larger than {limit >> 20} MiB.",
            remedy="Hand in code alone; in a notebook, clear the outputs first.",
        )
    return data


def _module(
    path: Path, data: bytes
) -> tuple[str, tuple[Position, ...], tuple[str, ...]]:
    text = _text(path, data)
    if path.suffix == ".ipynb":
        return notebook.module(path.name, text)
    return text, tuple(Position(i + 1) for i in range(len(text.splitlines()))), ()


def _text(path: Path, data: bytes) -> str:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadSubmission(
            f"`{path.name}` has NUL bytes: it is no text file.",
            remedy="Hand in the `.py` or `.ipynb` file itself.",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSubmission(
            f"`{path.name}` is not encoded as UTF-8 (byte {error.start}).",
            remedy="Save it as UTF-8 in your editor, and hand it in again.",
        ) from None
    # A module has one kind of line end, and each of its lines a number.
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    text = re.sub("[\x0b\x1c-\x1e\x85\u2028\u2029]", " ", text)
    for line in text.split("\n")[:2]:
        cookie = _COOKIE.match(line)
        if cookie and cookie[1].lower().replace("_", "-") not in ("utf-8", "utf8"):
            raise BadSubmission(
                f"`{path.name}` declares the encoding `{cookie[1]}`.",
                remedy="Take that line out, and save the file as UTF-8.",
            )
    return text


def _parse(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _check_syntax(source: Source) -> None:
    try:
        _parse(source.text)
    except SyntaxError as error:
        raise _bad_syntax(source, error) from None
    except (MemoryError, RecursionError, ValueError):
        raise BadSubmission(
            f"`{source.name}` is nested too deeply to be read.",
            remedy="Write the expression in several lines.",
        ) from None


def _bad_syntax(source: Source, error: SyntaxError) -> BadSubmission:
    lines = source.text.splitlines()
    number = min(max(error.lineno or 1, 1), len(lines))
    position = source.positions[number - 1]
    cell = f"cell {position.cell}, " if position.cell else ""
    shown = lines[number - 1].strip()[:100]
    return BadSubmission(
        f"`{source.name}` is not Python yet: {cell}line {position.line}: {error.msg}: "
        f"`{shown}`.",
        remedy="Correct that line; nothing can run before.",
    )
