"""A mistake of each kind is made, and only in what the stub leaves open."""

from __future__ import annotations

import ast
import textwrap
from pathlib import Path

import pytest

from grader import catalog
from grader.authoring import mutants, stubs

ROOT = Path(__file__).resolve().parents[1]
SOME = catalog.load(ROOT)[::8]
STUB = "def solve(x):\n    raise NotImplementedError\n"


def changed(body: str, head: str = "def solve(x, y=0):") -> set[tuple[str, str]]:
    """The lines before and after, of each mutant of a function."""
    text = f"import tensorflow as tf\n\n\n{head}\n" + textwrap.indent(body, "    ")
    return {(one.before, one.after) for one in mutants.of(text + "\n", STUB)}


@pytest.mark.parametrize(
    ("line", "after"),
    [
        # numbers and words
        ("a = 5", "a = 6"),
        ("a = 5", "a = 4"),
        ("a = 5", "a = 2"),
        ("a = 0", "a = 1"),
        ("a = 0", "a = -1"),
        ("a = 0.5", "a = 0.25"),
        ("a = 0.5", "a = 1.5"),
        ("a = True", "a = False"),
        ("a = 'zeros'", "a = 'ones'"),
        ("a = 'SAME'", "a = 'VALID'"),
        ('a = b"other"', 'a = b"other_"'),
        ("a = f'{x}'", "a = f'{x}_'"),
        ("a = tf.float32", "a = tf.float64"),
        # operators
        ("a = x + y", "a = x - y"),
        ("a = x + y", "a = x"),
        ("a = x + y", "a = y"),
        ("a = x - y", "a = y - x"),
        ("a = (x + y) / 2", "a = (x - y) / 2"),
        ("a = (x + y) ** 2", "a = x ** 2"),
        ("a = x / (y + 1)", "a = (y + 1) / x"),
        ("a = x // y", "a = x / y"),
        ("a = x < y", "a = x <= y"),
        ("a = x < y", "a = x >= y"),
        ("a = x == y", "a = x != y"),
        ("a = x is y", "a = x is not y"),
        ("a = x in y", "a = x not in y"),
        ("a = x and y", "a = x or y"),
        ("a = x and y", "a = x"),
        ("a = -x", "a = x"),
        ("a = not x", "a = x"),
        ("a = x if y else 3", "a = 3 if y else x"),
        ("x += 1", "x = 1"),
        ("x += 1", "x -= 1"),
        # calls and collections
        ("a = f(x, y)", "a = f(y)"),
        ("a = f(x, y)", "a = f(x)"),
        ("a = f(x, y)", "a = f(y, x)"),
        ("a = f(x, axis=1)", "a = f(x)"),
        ("a = f(x, axis=1)", "a = f(x, axis=2)"),
        ("a = f(x, axis=1)", "a = f(x, axis=0)"),
        ("a = f(x, axis=-1)", "a = f(x, axis=1)"),
        ("a = f(x, axis=None)", "a = f(x, axis=1)"),
        ("a = f(*x)", "a = f()"),
        ("a = tf.square(x)", "a = x"),
        ("a = tf.reduce_sum(x)", "a = tf.reduce_mean(x)"),
        ("a = x.numpy()", "a = x"),
        ("a = [x, y]", "a = [y]"),
        ("a = [x, y]", "a = [y, x]"),
        ("a = (x,)", "a = ()"),
        ("a = {1: x, 2: y}", "a = {1: x}"),
        ("a = [b for b in x if b]", "a = [b for b in x]"),
        ("a = x[1:y]", "a = x[:y]"),
        ("a = x[1:y]", "a = x[1:]"),
        # names of one kind
        ("a = x", "a = y"),
        ("a = y", "a = x"),
        # statements
        ("f(x)", "pass"),
        ("return x", "return None"),
        ("return x, y", "return y, x"),
        ("raise ValueError('no')", "pass"),
    ],
)
def test_a_mistake_of_each_kind(line: str, after: str) -> None:
    assert (line, after) in changed(line)


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("if f(x):\n    y = 1", "if f(x):", "if not f(x):"),
        ("if f(x):\n    y = 1", "if f(x):", "if True:"),
        ("if x:\n    y = 1\nelse:\n    y = 2", "if x:", "if False:"),
        ("if x:\n    y = 1", "if x: y = 1", "pass"),
        ("for a in x:\n    break", "break", "continue"),
        ("with f(x):\n    y = 1", "with f(x):", "if True:"),
        ("try:\n    f(x)\nexcept KeyError:\n    y = 3", "y = 3", "pass"),
        ("try:\n    f(x)\nexcept KeyError:\n    y = 3", "y = 3", "raise"),
        ("a, b = f(x)\nreturn a", "a, b = f(x)", "b, a = f(x)"),
        ("a = 1\nb = 2\nreturn a", "return a", "return b"),
        ("", "", "y = 0"),
    ],
)
def test_a_mistake_in_what_has_a_block(body: str, before: str, after: str) -> None:
    assert (before, after) in changed(body or "return x")


def test_arguments_that_commute_are_not_exchanged() -> None:
    found = changed("return tf.maximum(x, y)")
    assert ("return tf.maximum(x, y)", "return tf.maximum(y, x)") not in found


def test_training_and_mask_are_ignored() -> None:
    head = "def solve(x, mask, training=False):"
    found = changed("return f(x, mask, training)", head)
    assert {("", "mask = None"), ("", "training = True")} <= found
    assert ("", "training = False") in found


def test_a_decorator_goes() -> None:
    text = "@tf.function\ndef solve(x):\n    return x\n"
    assert ("@tf.function", "") in {
        (one.before, one.after) for one in mutants.of(text, STUB)
    }


def test_what_self_has_is_exchanged_and_methods_go() -> None:
    text = '''
class Solve:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def call(self):
        """Add them."""
        return self.a
'''
    found = mutants.of(text, STUB)
    assert {one.where for one in found} == {"Solve.__init__", "Solve.call"}
    differences = {(one.where, one.before, one.after) for one in found}
    assert ("Solve.call", "return self.a", "return self.b") in differences
    gone = ("Solve.call", 'def call(self): """Add them.""" return self.a', "pass")
    assert gone in differences


def test_types_docstrings_messages_and_imports_are_left_alone() -> None:
    text = '''
import os


def solve(x: "int" = 3) -> int:
    """Say 5 words."""
    import re

    raise ValueError("not 4")
'''
    after = {one.after for one in mutants.of(text, STUB)}
    assert after == {
        'def solve(x: "int" = 4) -> int:',
        'def solve(x: "int" = 2) -> int:',
        "x = 3",
        "pass",
    }


def test_what_the_stub_has_too_is_left_alone() -> None:
    given = "def given(x):\n    return x + 1\n"
    text = f"RATE = 3\n\n\n{given}\n\ndef solve(x):\n    return x - 1\n"
    stub = f"RATE = 3\n\n\n{given}\n\n{STUB}"
    assert {one.where for one in mutants.of(text, stub)} == {"solve"}


def test_private_helpers_are_mutated() -> None:
    text = "_RATE = 3\n\n\ndef _help(x):\n    return x\n\n\ndef solve(x):\n    pass\n"
    found = {(one.where, one.after) for one in mutants.of(text, STUB)}
    assert {("", "_RATE = 4"), ("_help", "return None")} <= found


def test_a_long_difference_is_told_by_its_first_line() -> None:
    body = "if x:\n" + "".join(f"    y = f({number})\n" for number in range(30))
    assert ("if x: …", "pass") in changed(body)


@pytest.mark.parametrize("exercise", SOME, ids=[one.id for one in SOME])
def test_every_mutant_of_a_reference_is_python_and_another(exercise) -> None:
    text = exercise.reference.read_text(encoding="utf-8")
    found = mutants.of(text, stubs.stub_text(exercise))
    assert len(found) >= 10
    assert len({one.text for one in found} | {text}) == len(found) + 1
    for one in found:
        ast.parse(one.text)
        assert 1 <= one.line <= len(text.splitlines())
    assert found == mutants.of(text, stubs.stub_text(exercise))
