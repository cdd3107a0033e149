"""A student's file goes in, a `Source` comes out; nothing of it is executed.

What cannot be read raises `BadSubmission`, whose message the student gets.
"""

from __future__ import annotations

import ast
import hashlib
import itertools
import os
import re
import stat
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from grader.errors import BadSubmission
from grader.intake import lines, names, notebook
from grader.records import Position, Source

if sys.platform == "linux":
    import resource

_LIMIT = 256 << 10
_NOTEBOOK_LIMIT = 10 << 20
"""Outputs are much of it; its code has a limit of its own."""
_SECONDS = 1
"""CPU time to read a file in; Python's parser can be made to take minutes."""
_WRITTEN = 4
"""A file so many times as long as the stub has more in it than comments."""
_COOKIE = re.compile(r"^[ \t]*#.*?coding[:=][ \t]*([-\w.]+)")
_UTF8 = re.compile(r"^(?:utf8|utf-8(?:-.*)?)$")


def read(path: Path) -> Source:
    """Return the source of a `.py` or `.ipynb` file.

    Raises:
        BadSubmission: It is too large, no UTF-8, no notebook, empty, or no Python.
    """
    name = names.safe(path.name)
    data = _bytes(path, name)
    if not _ends(lambda: _source(path, name, data)):
        raise BadSubmission(
            f"`{name}` is more than Python's parser can take.",
            remedy="Write shorter expressions, and fewer of them.",
        )
    return _source(path, name, data)


def _ends(work: Callable[[], object]) -> bool:
    """Whether `work` comes to an end, tried in a fork that can be ended."""
    if sys.platform != "linux":
        return True
    child = os.fork()
    if child == 0:
        with suppress(BaseException):  # the parent meets it again
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
            work()
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _source(path: Path, name: str, data: bytes) -> Source:
    text, positions, notes = _module(path, name, data)
    _require_code(name, text)
    source = Source(
        name=name,
        text=text,
        positions=positions,
        notes=notes,
        digest=hashlib.sha256(data).hexdigest(),
    )
    _check_syntax(source)
    return source


def unchanged(source: Source, stub: str) -> bool:
    """Whether `source` is the stub but for comments, blank lines and docstrings."""
    if len(source.text) > _WRITTEN * len(stub):
        return False
    try:
        return _essence(source.text) == _essence(stub)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        # It was parsed before, but a deep tree can be too deep to be compared.
        return False


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


def _bytes(path: Path, name: str) -> bytes:
    limit, shown = (
        (_NOTEBOOK_LIMIT, "10 MiB") if is_notebook(path) else (_LIMIT, "256 KiB")
    )
    # A pipe or device of that name must not make us wait.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise BadSubmission(
                    f"`{name}` is no file.", remedy="Hand in a `.py` or `.ipynb` file."
                )
            data = file.read(limit + 1)
    except OSError as error:
        raise BadSubmission(
            f"`{name}` cannot be read: {error.strerror}.", remedy="Hand it in again."
        ) from None
    if len(data) > limit:
        raise BadSubmission(
            f"`{name}` is larger than {shown}.",
            remedy="Hand in code alone; in a notebook, clear the outputs first.",
        )
    return data


def is_notebook(path: Path) -> bool:
    """Whether the name is a notebook's."""
    return path.suffix.lower() == ".ipynb"


def _module(
    path: Path, name: str, data: bytes
) -> tuple[str, tuple[Position, ...], tuple[str, ...]]:
    text = _text(name, data)
    if is_notebook(path):
        return notebook.module(name, text)
    text = lines.plain(text)
    return text, tuple(Position(i + 1) for i in range(len(text.splitlines()))), ()


def _text(name: str, data: bytes) -> str:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadSubmission(
            f"`{name}` has NUL bytes: it is no text file.",
            remedy="Hand in the `.py` or `.ipynb` file itself.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSubmission(
            f"`{name}` is not encoded as UTF-8 (byte {error.start}).",
            remedy="Save it as UTF-8 in your editor, and hand it in again.",
        ) from None


def _require_code(name: str, text: str) -> None:
    if not text.strip():
        raise BadSubmission(
            f"`{name}` is empty.", remedy="Hand in the file that you edited."
        )
    if lines.flooded(text):
        raise BadSubmission(
            f"`{name}` has a letter with more marks than can be read.",
            remedy="Take it out, and hand the file in again.",
        )
    for line in text.split("\n", 2)[:2]:
        cookie = _COOKIE.match(line)
        if cookie and not _UTF8.match(cookie[1].lower().replace("_", "-")):
            raise BadSubmission(
                f"`{name}` declares the encoding `{names.safe(cookie[1])}`.",
                remedy="Take that line out, and save the file as UTF-8.",
            )


# --- syntax -------------------------------------------------------------------


def _parse(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _check_syntax(source: Source) -> None:
    # Each cell must be Python by itself: joined, one could complete another.
    rows = source.text.split("\n")
    above = 0
    for _, group in itertools.groupby(source.positions, lambda at: at.cell):
        count = len(list(group))
        chunk = "\n".join(rows[above : above + count]) + "\n"
        try:
            misplaced = _misplaced(_parse(chunk))
        except SyntaxError as error:
            number = above + min(max(error.lineno or 1, 1), count)
            raise _bad_syntax(source, number, error.msg) from None
        except (MemoryError, RecursionError, ValueError):
            raise _too_deep(source, above + 1) from None
        if misplaced is not None:
            line, word = misplaced
            raise _bad_syntax(source, above + line, f"'{word}' outside function")
        above += count


def _misplaced(tree: ast.Module) -> tuple[int, str] | None:
    """Return the first line with a word that Python takes in functions alone."""
    words: dict[type[ast.AST], str] = {
        ast.Await: "await",
        ast.AsyncFor: "async for",
        ast.AsyncWith: "async with",
        ast.Return: "return",
        ast.Yield: "yield",
        ast.YieldFrom: "yield",
    }
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    found: list[tuple[int, str]] = []
    rest: list[ast.AST] = [tree]
    while rest:
        node = rest.pop()
        if type(node) in words:
            found.append((getattr(node, "lineno", 1), words[type(node)]))
        if not isinstance(node, functions):
            rest += ast.iter_child_nodes(node)
    return min(found, default=None)


def _where(source: Source, number: int) -> str:
    position = source.positions[number - 1]
    cell = f"cell {position.cell}, " if position.cell else ""
    return f"{cell}line {position.line}"


def _bad_syntax(source: Source, number: int, message: str) -> BadSubmission:
    shown = names.safe(source.text.split("\n")[number - 1])
    return BadSubmission(
        f"`{source.name}` is not Python yet: {_where(source, number)}: "
        f"{names.safe(message)}: `{shown}`.",
        remedy="Correct that line; nothing can run before.",
    )


def _too_deep(source: Source, number: int) -> BadSubmission:
    cell = source.positions[number - 1].cell
    where = f"Cell {cell} of `{source.name}`" if cell else f"`{source.name}`"
    return BadSubmission(
        f"{where} is nested too deeply to be read.",
        remedy="Write the expression in several lines.",
    )
