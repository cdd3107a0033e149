"""The terminal: the verdict first, then what to look at; no text commands it."""

from __future__ import annotations

import dataclasses
import importlib.util
import io
import re
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from rich.console import Console

from grader.records import Outcome, Verdict
from grader.report import terminal


def _load(name: str) -> ModuleType:
    # Tests are no package; `--import-mode=importlib` leaves `sys.path` alone.
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


cases = _load("verdicts")


def shown(verdict: Verdict, *, for_teacher: bool = False, colour: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100, force_terminal=colour)
    terminal.show(verdict, console, for_teacher=for_teacher)
    assert isinstance(console.file, io.StringIO)
    rows = console.file.getvalue().split("\n")
    return "\n".join(row.rstrip() for row in rows)


def test_a_verdict_in_full() -> None:
    assert shown(dataclasses.replace(cases.BASE, notes=("Cell 3 was left out.",))) == (
        """\
A dense layer: 1 of 8 points. 1 of 6 checks passed.
━━━━━───────────────────────────────────
  Cell 3 was left out.

✗ The output equals `x @ kernel + bias`.  0/2  failed
  The output of `call` differs from `x @ kernel + bias` in 24 of 24 elements.
  expected       [[ 1.204 -0.311  0.882]
                  [ 0.153  0.920 -1.441]
                  ...]
  received       [[ 0.936 -0.311  0.514]
                  [-0.115  0.920 -1.809]
                  ...]
  shape          (8, 3), as expected
  largest error  0.368 at [1, 2]
  tolerance      1e-05 relative to 1 + |expected|
  This looks like: The bias is made but never added.
  Hint: `build` makes two weights; how many of them does `call` use?

✓ The output has shape `(batch, units)`.  1/1
✗ `get_config` holds what the constructor needs.  0/1  errored
⧗ A batch of 100 000 rows takes no longer than it should.  0/1  timed out
○ Gradients reach kernel and bias.  0/1  skipped
✗ Other shapes and dtypes give the right output, too.  0/2  failed  hidden
"""
    )


def test_the_line_of_the_error_is_marked() -> None:
    verdict = dataclasses.replace(cases.BASE, checks=(cases.ERRORED,))
    assert """\
  line 14, in Linear.call
      11 │     \"""A dense layer.\"""
      12 │
      13 │     def call(self, inputs):
  ▸   14 │         return inputs @ self.kernel  # the bias comes later
      15 │
      16 │     def get_config(self):
      17 │         return {**super().get_config(), "units": 3}
  TypeError: Linear.__init__() got an unexpected keyword argument 'name'
""" in shown(verdict)


@pytest.mark.parametrize(
    ("verdict", "first"),
    [
        (cases.all_passed(), "A dense layer: 8 of 8 points. All checks passed."),
        (cases.rejected(), "A dense layer: 0 of 8 points. Could not be graded."),
        (
            cases.broken(),
            "A dense layer: 0 of 8 points. Not final: the grader failed, not you.",
        ),
        (
            dataclasses.replace(cases.rejected("Nothing came."), file=""),
            "A dense layer: 0 of 8 points. Not handed in.",
        ),
    ],
)
def test_the_first_line_is_the_verdict(verdict: Verdict, first: str) -> None:
    assert shown(verdict).split("\n")[0] == first


def test_a_rejected_file_says_why() -> None:
    assert "  Line 3 is no Python: `def f(:`. Mend it.\n" in shown(cases.rejected())


@pytest.mark.parametrize("colour", [False, True])
def test_no_text_commands_the_terminal(colour: bool) -> None:
    said = shown(cases.hostile(), for_teacher=True, colour=colour)
    # Rich's own colours are the only commands: escape, bracket, numbers, m.
    said = re.sub(r"\x1b\[[0-9;]*m", "", said) if colour else said
    found = {unicodedata.category(char) for char in said.replace("\n", "")}
    assert found.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn"})
    assert "<U+202E>" in said
    assert "\\x1b[2J" in said


def test_rich_markup_in_a_message_is_text() -> None:
    feedback = dataclasses.replace(cases.FAILED.feedback, message="[bold]x[/] :smile:")
    check = dataclasses.replace(cases.FAILED, feedback=feedback)
    verdict = dataclasses.replace(cases.BASE, checks=(check,))
    assert "[bold]x[/] :smile:" in shown(verdict)


def test_a_hidden_check_keeps_its_secret() -> None:
    verdict = dataclasses.replace(cases.BASE, checks=(cases.HIDDEN,))
    assert cases.SECRET not in shown(verdict)
    assert "The answer differs from what the statement asks." in shown(verdict)
    assert f"{cases.SECRET} message" in shown(verdict, for_teacher=True)
    assert f"For teachers: {cases.SECRET} note" in shown(verdict, for_teacher=True)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_line(outcome: Outcome) -> None:
    check = dataclasses.replace(cases.PASSED, outcome=outcome, earned=0)
    said = shown(dataclasses.replace(cases.BASE, checks=(check,)))
    assert "The output has shape `(batch, units)`.  0/1" in said
    assert outcome is Outcome.PASSED or outcome.value in said


def test_a_terminal_that_knows_ascii_only_gets_ascii() -> None:
    raw = io.BytesIO()
    console = Console(file=io.TextIOWrapper(raw, encoding="ascii"), width=100)
    check = dataclasses.replace(cases.ERRORED, title="It has a name.")
    terminal.show(dataclasses.replace(cases.BASE, checks=(check,)), console)
    console.file.flush()
    said = raw.getvalue().decode("ascii")
    assert "x It has a name.  0/1  errored" in said
    assert ">   14 | " in said


def test_a_table_has_a_line_for_each_verdict() -> None:
    console = Console(file=io.StringIO(), width=100)
    verdicts = [cases.BASE, cases.all_passed(), cases.rejected(), cases.broken()]
    terminal.table(verdicts, console)
    assert isinstance(console.file, io.StringIO)
    rows = [row.split() for row in console.file.getvalue().splitlines()]
    assert rows[0] == ["student", "exercise", "points"]
    assert [row[3] for row in rows[1:4]] == ["1/8", "8/8", "0/8"]
    assert rows[4][3:5] == ["not", "final"]
    assert "Line 3 is no Python" in console.file.getvalue()
