"""A reference goes in; the stub and the notebook that students start from come out.

One rule: the bodies of the tasks go, and so does what lies between `# BEGIN SOLUTION`
and `# END SOLUTION`, and every private helper: a module's, or a task's, with a name
that begins with one underscore. Signatures, decorators, docstrings and all else stay.
"""

from __future__ import annotations

import ast
import io
import itertools
import tokenize
from collections.abc import Iterator
from pathlib import Path

import nbformat

from grader.errors import BadExercise
from grader.records import Exercise

_BEGIN, _END = "# BEGIN SOLUTION", "# END SOLUTION"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (*_FUNCTIONS, ast.ClassDef)
_Cut = tuple[int, int, list[str]]
"""First line, last line (from 1), and what comes in their place."""


def build(exercise: Exercise) -> dict[Path, str]:
    """Return the text of stub and notebook, by path.

    Raises:
        BadExercise: There is no reference, or no stub can be made from it.
    """
    stub = stub_text(exercise)
    statement = (exercise.folder / "README.md").read_text(encoding="utf-8")
    return {
        exercise.stub: stub,
        exercise.notebook: notebook_text(exercise, stub, statement),
    }


def stale(exercise: Exercise) -> list[Path]:
    """Return the generated files that are not in step with the reference."""
    return [
        path
        for path, text in build(exercise).items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def stub_text(exercise: Exercise) -> str:
    """Return the stub as a module's text.

    Raises:
        BadExercise: There is no reference, or no stub can be made from it.
    """
    path = exercise.reference
    if path is None or not path.is_file():
        raise BadExercise(
            f"`{exercise.id}` has no `reference.py`.",
            remedy="Stubs are generated where `solutions/` is.",
        )
    text = _without_marked(path, path.read_text(encoding="utf-8"))
    tree = _parse(path, text)
    tasks = {task.name for task in exercise.tasks}
    _hold_tasks(path, tree, tasks)
    # Not `splitlines`: it knows line ends that Python's grammar does not.
    lines = text.split("\n")
    cuts = [cut for node in tree.body for cut in _cuts(node, tasks, lines)]
    cuts.append(_header_cut(exercise, tree))
    for start, end, replacement in sorted(cuts, reverse=True):
        lines[start - 1 : end] = replacement
    stub = "\n".join(lines).rstrip() + "\n"
    _hold_names(path, tree, _parse(path, stub))
    return stub


def _parse(path: Path, text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise BadExercise(
            f"`{path}` gives a stub that is not Python: {error}.",
            remedy=f"Look at what `{_BEGIN}` and private names take away.",
        ) from None


def _hold_tasks(path: Path, tree: ast.Module, tasks: set[str]) -> None:
    defined = {node.name for node in tree.body if isinstance(node, _DEFINITIONS)}
    for name in sorted(tasks - defined):
        raise BadExercise(
            f"`{path}` defines no function or class `{name}`, which is a task.",
            remedy="Define it at the module's top level, or correct `exercise.toml`.",
        )


def _hold_names(path: Path, tree: ast.Module, stub: ast.Module) -> None:
    """Refuse a stub that still needs a private helper that it lost."""
    lost = {name for node in tree.body for name in _bound(node) if _private(name)}
    for node in ast.walk(stub):
        if isinstance(node, ast.Name) and node.id in lost:
            raise BadExercise(
                f"`{path}` uses `{node.id}` in what the stub keeps, and private "
                "helpers go.",
                remedy="Name it without the underscore, or use it in tasks alone.",
            )


def _header_cut(exercise: Exercise, tree: ast.Module) -> _Cut:
    header = [
        f'"""{exercise.title.rstrip(".")}.',
        "",
        "`README.md` beside this file says what to write. Look at your work with",
        "",
        f"    grader check {exercise.id}",
        '"""',
    ]
    if ast.get_docstring(tree, clean=False) is None:
        return 1, 0, [*header, ""]
    return tree.body[0].lineno, tree.body[0].end_lineno or 0, header


def _without_marked(path: Path, text: str) -> str:
    kept: list[str] = []
    inside = False
    blank = 0  # lines before the marked ones; as many are left where they were
    for line in text.split("\n"):
        mark = line.strip()
        if mark in (_BEGIN, _END):
            if inside is (mark == _BEGIN):
                raise _unpaired(path, mark)
            inside = mark == _BEGIN
            while inside and kept and not kept[-1].strip():
                kept.pop()
                blank += 1
        elif not inside:
            kept += [""] * blank if mark else []
            blank = 0 if mark else max(0, blank - 1)
            kept.append(line)
    if inside:
        raise _unpaired(path, _BEGIN)
    return "\n".join(kept) + "\n"


def _unpaired(path: Path, mark: str) -> BadExercise:
    return BadExercise(
        f"`{path}` has `{mark}` where it does not pair.",
        remedy=f"Each `{_BEGIN}` needs its own `{_END}`.",
    )


# --- what goes ----------------------------------------------------------------


def _cuts(node: ast.stmt, tasks: set[str], lines: list[str]) -> Iterator[_Cut]:
    """Which lines of a module's statement to replace, and by what."""
    names = _bound(node)
    if names and all(map(_private, names)):
        yield _whole_cut(node, lines)
    elif isinstance(node, _DEFINITIONS) and node.name in tasks:
        yield from _task_cuts(node, node.name, lines)


def _task_cuts(node: ast.stmt, name: str, lines: list[str]) -> Iterator[_Cut]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield _body_cut(node, name, lines)
    elif isinstance(node, ast.ClassDef):
        for inner in node.body:
            names = _bound(inner)
            if names and all(map(_private, names)):
                yield _whole_cut(inner, lines)
            else:
                yield from _task_cuts(inner, f"{name}.{''.join(names)}", lines)


def _bound(node: ast.stmt) -> list[str]:
    """The names that a definition or a plain assignment binds."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Assign(targets=targets):
            parts = [part for target in targets for part in ast.walk(target)]
            return [part.id for part in parts if isinstance(part, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


def _private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _start(node: ast.stmt) -> int:
    """A statement's first line, decorators included."""
    decorators = node.decorator_list if isinstance(node, _DEFINITIONS) else []
    return min([node.lineno, *(one.lineno for one in decorators)])


def _with_comments(start: int, lines: list[str]) -> int:
    """The first of the comment lines that stand right above a line."""
    while start > 1 and lines[start - 2].lstrip().startswith("#"):
        start -= 1
    return start


def _whole_cut(node: ast.stmt, lines: list[str]) -> _Cut:
    start = _with_comments(_start(node), lines)
    while start > 1 and not lines[start - 2].strip():
        start -= 1
    return start, node.end_lineno or 0, []


def _body_cut(
    node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, lines: list[str]
) -> _Cut:
    line, column = _end_of_head(node, lines)
    kept = lines[line - 1].encode()[:column].decode()
    indent = " " * (node.col_offset + 4)
    unfilled = f'{indent}raise NotImplementedError("your turn: `{name}`")'
    return line, node.end_lineno or line, [kept, unfilled]


def _end_of_head(
    node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]
) -> tuple[int, int]:
    """Where signature and docstring end: a line, and a column in UTF-8 bytes."""
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is not None and first.lineno > node.lineno:
        return first.end_lineno or 0, first.end_col_offset or 0
    body = (_start(first), 0 if _start(first) < first.lineno else first.col_offset)
    head = "\n".join(lines[node.lineno - 1 : first.end_lineno]) + "\n"
    end = (node.lineno, 0)
    for token in _tokens(head):
        line = min(token.end[0] + node.lineno - 1, len(lines))
        place = (line, len(lines[line - 1][: token.end[1]].encode()))
        if place > body:
            break
        if token.type == tokenize.OP and token.string == ":":
            end = place
    return end


def _tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a piece of a module, as far as it is whole."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(text).readline)
    except (tokenize.TokenError, IndentationError):
        return


# --- the notebook -------------------------------------------------------------


def notebook_text(exercise: Exercise, stub: str, statement: str) -> str:
    """Return the stub as a notebook: statement, imports, a cell for each task."""
    cells = [nbformat.v4.new_markdown_cell(statement.strip())]
    cells += [nbformat.v4.new_code_cell(code) for code in _parts(stub)]
    closing = (
        "Save this notebook, then look at your work in a terminal with "
        f"`grader check {exercise.id} --file {exercise.notebook.name}`. "
        "This file is what you hand in."
    )
    cells.append(nbformat.v4.new_markdown_cell(closing))
    for number, cell in enumerate(cells):
        # An id of our own: a random one would differ in each build.
        cell["id"] = f"{exercise.name.replace('_', '-')}-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    whole = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.validate(whole)
    return str(nbformat.writes(whole)) + "\n"


def _parts(stub: str) -> list[str]:
    """A stub's code without its docstring: what comes before the tasks, then each."""
    lines = stub.split("\n")
    tree = ast.parse(stub)
    starts = [
        _with_comments(_start(node), lines)
        for node in tree.body[1:]
        if isinstance(node, _DEFINITIONS)
    ]
    first = (tree.body[0].end_lineno or 0) + 1
    edges = [first, *starts, len(lines) + 1]
    parts = [
        "\n".join(lines[start - 1 : end - 1]).strip()
        for start, end in itertools.pairwise(edges)
    ]
    return [part for part in parts if part]
