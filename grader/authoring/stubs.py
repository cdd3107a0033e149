"""A reference goes in; the stub and the notebook that students start from come out.

One rule: the bodies of the tasks go, and so does what lies between `# BEGIN SOLUTION`
and `# END SOLUTION`. Signatures, decorators, docstrings and everything else stay.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

import nbformat

from grader.errors import BadExercise
from grader.records import Exercise

_BEGIN, _END = "# BEGIN SOLUTION", "# END SOLUTION"


def build(exercise: Exercise) -> dict[Path, str]:
    """Return the text of stub and notebook, by path.

    Raises:
        BadExercise: There is no reference, or its marks do not pair.
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
    """Return the stub as a module's text."""
    if exercise.reference is None or not exercise.reference.is_file():
        raise BadExercise(
            f"`{exercise.id}` has no `reference.py`.",
            remedy="Stubs are generated where `solutions/` is.",
        )
    text = _without_marked(exercise.reference, exercise.reference.read_text("utf-8"))
    tree = ast.parse(text)
    lines = text.splitlines()
    tasks = {task.name for task in exercise.tasks}
    cuts = [cut for node in tree.body for cut in _cuts(node, tasks)]
    for start, end, replacement in sorted(cuts, reverse=True):
        lines[start - 1 : end] = replacement
    first = tree.body[0]
    lines[first.lineno - 1 : first.end_lineno] = _header(exercise)
    return "\n".join(lines).rstrip() + "\n"


def _header(exercise: Exercise) -> list[str]:
    return [
        f'"""{exercise.title}.',
        "",
        "`README.md` beside this file says what to write. Look at your work with",
        "",
        f"    grader check {exercise.id}",
        '"""',
    ]


def _without_marked(path: Path, text: str) -> str:
    kept, inside = [], False
    for line in text.splitlines():
        mark = line.strip()
        if mark in (_BEGIN, _END):
            if inside is (mark == _BEGIN):
                raise BadExercise(
                    f"`{path}` has `{mark}` where it does not pair.",
                    remedy=f"Each `{_BEGIN}` needs its own `{_END}`.",
                )
            inside = mark == _BEGIN
        elif not inside:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _cuts(node: ast.stmt, tasks: set[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Which lines of a module's statement to replace, and by what."""
    if isinstance(node, ast.FunctionDef) and node.name in tasks:
        yield _body_cut(node, node.name)
    elif isinstance(node, ast.ClassDef) and node.name in tasks:
        for inner in node.body:
            if isinstance(inner, ast.FunctionDef):
                yield _body_cut(inner, f"{node.name}.{inner.name}")


def _body_cut(node: ast.FunctionDef, name: str) -> tuple[int, int, list[str]]:
    body = node.body
    if ast.get_docstring(node) is not None:
        body = body[1:]
        start = (node.body[0].end_lineno or 0) + 1
    else:
        start = node.body[0].lineno
    end = (node.end_lineno or 0) if body else start - 1
    indent = " " * (node.col_offset + 4)
    return start, end, [f'{indent}raise NotImplementedError("your turn: `{name}`")']


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
    lines = stub.splitlines()
    tree = ast.parse(stub)
    body = tree.body[1:]
    starts = [
        min([node.lineno, *(one.lineno for one in node.decorator_list)])
        for node in body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    first = (tree.body[0].end_lineno or 0) + 1
    edges = [first, *starts, len(lines) + 1]
    parts = [
        "\n".join(lines[start - 1 : end - 1]).strip()
        for start, end in itertools.pairwise(edges)
    ]
    return [part for part in parts if part]
