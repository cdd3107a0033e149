"""References become stubs and notebooks; no line of a solution is left in them."""

from __future__ import annotations

import ast
import dataclasses
import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from grader import catalog
from grader.authoring import stubs
from grader.errors import BadExercise
from grader.records import Exercise, Task

ROOT = Path(__file__).resolve().parents[1]
TAPE = "gradients/tape_basics"
SHIPPED = catalog.load(ROOT)

REFERENCE = '''\
"""What teachers read."""

import numpy as np

RATE = 0.5  # public, so it stays

# How the secret constant was found.
_SECRET = 17

# BEGIN SOLUTION
import secret_library
# END SOLUTION


def given(x):
    """Stays as it is: no task."""
    return x + RATE


# The secret of the helper.
@np.vectorize
def _helper(x):
    return x * _SECRET


# This comment is about the task.
@given
def solve(
    x,  # a comment: with a colon
    scale={"a": 1},
):
    """Solve it.

    Returns:
        What `x` gives.
    """
    # A secret comment.
    return _helper(x) * scale["a"]


def bare(x: dict[str, int]) -> "a: b":
    # Another secret comment.
    @given
    def secret(y):
        return y

    return secret(x)


def short(x): return x * 17


async def later(x):
    """Wait."""
    return secret_library.wait(x)


class Thing:
    """A thing."""

    kind = "public"

    def __init__(self, x):
        self.secret = x

    @property
    def size(self):
        """Its size."""
        return self._secret_size()

    def _secret_size(self):
        return 17

    # BEGIN SOLUTION
    @np.vectorize
    # END SOLUTION
    def decorated(self):
        return 17

    class Inner:
        def turn(self, x=lambda y: y):
            return 17
'''

STUB = '''\
"""A made-up exercise.

`README.md` beside this file says what to write. Look at your work with

    grader check made/up
"""

import numpy as np

RATE = 0.5  # public, so it stays


def given(x):
    """Stays as it is: no task."""
    return x + RATE


# This comment is about the task.
@given
def solve(
    x,  # a comment: with a colon
    scale={"a": 1},
):
    """Solve it.

    Returns:
        What `x` gives.
    """
    raise NotImplementedError("your turn: `solve`")


def bare(x: dict[str, int]) -> "a: b":
    raise NotImplementedError("your turn: `bare`")


def short(x):
    raise NotImplementedError("your turn: `short`")


async def later(x):
    """Wait."""
    raise NotImplementedError("your turn: `later`")


class Thing:
    """A thing."""

    kind = "public"

    def __init__(self, x):
        raise NotImplementedError("your turn: `Thing.__init__`")

    @property
    def size(self):
        """Its size."""
        raise NotImplementedError("your turn: `Thing.size`")

    def decorated(self):
        raise NotImplementedError("your turn: `Thing.decorated`")

    class Inner:
        def turn(self, x=lambda y: y):
            raise NotImplementedError("your turn: `Thing.Inner.turn`")
'''

TASKS = ("solve", "bare", "short", "later", "Thing")


def made_up(folder: Path, reference: str, tasks: tuple[str, ...]) -> Exercise:
    (folder / "reference.py").write_text(reference, encoding="utf-8")
    (folder / "README.md").write_text("# A made-up exercise\n\nSolve it.\n")
    return dataclasses.replace(
        SHIPPED[0],
        id="made/up",
        title="A made-up exercise",
        tasks=tuple(Task(name=name) for name in tasks),
        folder=folder,
        solution=folder,
    )


def stub(folder: Path, reference: str, *tasks: str) -> str:
    return stubs.stub_text(made_up(folder, reference, tasks))


def test_the_whole_rule_in_one_example(tmp_path: Path) -> None:
    assert stub(tmp_path, REFERENCE, *TASKS) == STUB


@pytest.mark.parametrize(
    ("reference", "kept"),
    [
        ("def f(x): return 17", "def f(x):"),
        ("def f(x): 'Doc.'; return 17", "def f(x):"),
        ('def f(x):\n    """Doc."""; return 17', '    """Doc."""'),
        ("def f(x):  # 17\n    return 17", "def f(x):"),
        ("def f(é='é: ü'): return 'é', 17", "def f(é='é: ü'):"),
        ("def f(\n    x,\n):\n    return 17", "def f(\n    x,\n):"),
        (
            "def f(x=lambda: 1) -> {1: 2}:\n    return 17",
            "def f(x=lambda: 1) -> {1: 2}:",
        ),
        ("def f(x='''\n:\n'''):\n    return 17", "def f(x='''\n:\n'''):"),
        ("def f():\n    if True:\n        return 17", "def f():"),
        ("def f():\n\n    # 17\n\n    return 17", "def f():"),
        ("def f():\n    return '''\n17\n'''", "def f():"),
        ("def f():\n    x = '\x0c'\n    return 17", "def f():"),
    ],
)
def test_a_body_goes_whole_and_the_signature_stays(
    tmp_path: Path, reference: str, kept: str
) -> None:
    text = stub(tmp_path, reference, "f")
    ast.parse(text)
    assert "17" not in text
    raised = '    raise NotImplementedError("your turn: `f`")\n'
    assert text.endswith(f"\n{kept}\n{raised}")


def test_a_reference_without_a_docstring_keeps_its_imports(tmp_path: Path) -> None:
    text = stub(tmp_path, "import math\n\n\ndef f():\n    return math.pi\n", "f")
    assert '"""\n\nimport math\n' in text


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("# BEGIN SOLUTION\ndef f():\n    pass\n", "does not pair"),
        ("# END SOLUTION\ndef f():\n    pass\n", "does not pair"),
        ("# BEGIN SOLUTION\n# BEGIN SOLUTION\n", "does not pair"),
        ("f = len\n", "no function or class `f`"),
        ("def _g(x):\n    return x\n\n\n@_g\ndef f():\n    pass\n", "uses `_g`"),
        ("class f:\n    def _g(self):\n        pass\n", "not Python"),
        ("def f(:\n", "not Python"),
    ],
)
def test_what_gives_no_stub_is_refused_with_a_remedy(
    tmp_path: Path, reference: str, said: str
) -> None:
    with pytest.raises(BadExercise, match=said) as caught:
        stub(tmp_path, reference, "f")
    assert "reference.py" in caught.value.problem
    assert caught.value.remedy


def test_a_kit_without_solutions_generates_nothing() -> None:
    bare = dataclasses.replace(SHIPPED[0], solution=None)
    with pytest.raises(BadExercise, match=r"no `reference\.py`"):
        stubs.build(bare)


def test_the_notebook_has_a_cell_for_each_part(tmp_path: Path) -> None:
    exercise = made_up(tmp_path, REFERENCE, TASKS)
    text = stubs.build(exercise)[exercise.notebook]
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    kinds = [cell.cell_type for cell in notebook.cells]
    # Imports, one function that is given, and five tasks.
    assert kinds == ["markdown", *["code"] * 7, "markdown"]
    assert notebook.cells[0].source.startswith("# A made-up exercise")
    assert notebook.cells[1].source.startswith("import numpy")
    assert notebook.cells[3].source.startswith("# This comment is about the task.")
    assert "grader check made/up --file up.ipynb" in notebook.cells[-1].source
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


def test_the_notebook_holds_the_code_of_the_stub(tmp_path: Path) -> None:
    exercise = made_up(tmp_path, REFERENCE, TASKS)
    cells = json.loads(stubs.build(exercise)[exercise.notebook])["cells"]
    code = "\n".join(
        "".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"
    )
    whole = ast.parse(STUB)
    assert ast.dump(ast.parse(code)) == ast.dump(
        ast.Module(body=whole.body[1:], type_ignores=[])
    )


@pytest.mark.parametrize("exercise", SHIPPED, ids=lambda one: str(one.id))
def test_shipped_stubs_are_the_same_in_every_build(exercise: Exercise) -> None:
    assert stubs.build(exercise) == stubs.build(exercise)
    assert stubs.stale(exercise) == []


def test_generated_stubs_are_formatted(tmp_path: Path) -> None:
    ruff = Path(sys.executable).with_name("ruff")
    if not ruff.is_file():
        pytest.skip("ruff is not installed")
    for number, exercise in enumerate(SHIPPED):
        text = stubs.stub_text(exercise)
        (tmp_path / f"shipped_{number}.py").write_text(text, encoding="utf-8")
    # Its one-line function is not as a formatter would have it.
    formatted = REFERENCE.replace("short(x): return", "short(x):\n    return")
    text = stub(tmp_path, formatted, *TASKS)
    (tmp_path / "made_up.py").write_text(text)
    (tmp_path / "reference.py").unlink()
    done = subprocess.run(
        [ruff, "format", "--isolated", "--diff", tmp_path],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("which", ["stub", "notebook"])
def test_an_edited_or_missing_file_is_stale(tmp_path: Path, which: str) -> None:
    for top in ("exercises", "solutions"):
        shutil.copytree(ROOT / top / TAPE, tmp_path / top / TAPE)
    exercise = catalog.exercise(tmp_path, TAPE)
    path: Path = getattr(exercise, which)
    path.write_text(path.read_text() + "\n")
    assert stubs.stale(exercise) == [path]
    path.unlink()
    assert stubs.stale(exercise) == [path]
