"""An id goes in; an exercise that already vets comes out, for its author to replace.

It asks for one small function, so that each kind of file has an example that works.
"""

from __future__ import annotations

import keyword
import re
from pathlib import Path
from string import Template

from grader import catalog
from grader.authoring import stubs
from grader.errors import BadExercise

_STEP = 10
"""How far apart the orders of exercises are, so that others fit between."""
_TAKEN = {"ops", "probes", "checks", "tf"}
"""Names that the exercise's own files need for something else."""


def create(root: Path, id: str) -> list[Path]:
    """Write a tiny exercise with the id `track/name`; return its files.

    Raises:
        BadExercise: The id is not one, or the exercise exists.
        NotFound: `root` is no kit.
    """
    _hold_id(id)
    home, solution = root / "exercises" / id, root / "solutions" / id
    for folder in (home, solution):
        if folder.exists():
            raise BadExercise(
                f"`{folder}` exists.", remedy="Choose another id, or delete it."
            )
    last = max((one.order for one in catalog.load(root)), default=0)
    name = id.rpartition("/")[2]
    words = {
        "id": id,
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "order": str(last // _STEP * _STEP + _STEP),
    }
    texts = {home / path: text for path, text in _EXERCISE.items()}
    texts |= {solution / path: text for path, text in _SOLUTION.items()}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(text).substitute(words), encoding="utf-8")
    generated = stubs.build(catalog.exercise(root, id))
    for path, text in generated.items():
        path.write_text(text, encoding="utf-8")
    return [*texts, *(home / path.name for path in generated)]


def _hold_id(id: str) -> None:
    parts = id.split("/")
    well = len(parts) == 2 and all(
        re.fullmatch(r"[a-z][a-z0-9_]{0,39}", part) and not keyword.iskeyword(part)
        for part in parts
    )
    if not well or parts[1] in _TAKEN:
        raise BadExercise(
            f"`{id}` cannot be an exercise's id.",
            remedy="Write `track/name`, in small letters, digits and underscores, "
            "such as `layers/linear`.",
        )


# --- what is written, with `$name` for the function ----------------------------

_EXERCISE = {
    "README.md": """\
# $title

Write a function that returns how long each row of a matrix is.

## Why it matters

Say where one meets this in practice.

## Your task

| function | argument | returns |
| --- | --- | --- |
| `$name(x)` | `x`: a float tensor, shape `(rows, columns)` | shape `(rows,)`, \
the dtype of `x`: for each row, the root of the sum of its squares |

## An example

```python
$name(tf.constant([[3.0, 4.0], [0.0, 2.0]]))
# [5.0, 2.0]
```

## What is checked

2 points: the lengths for several shapes, and that a `float64` stays one.

## What is not asked

Gradients, and tensors of another rank.
""",
    "exercise.toml": """\
format = 1
title = "$title"
order = $order
concepts = ["reduction", "axis"]
hints = [
    "Which axis has to go, so that one number a row is left?",
    "Sum the squares over axis 1, and then take the root.",
]

[[tasks]]
name = "$name"
summary = "the length of each row"
""",
    "probes.py": '''\
"""How a solution of `$id` is observed."""

import tensorflow as tf


def lengths(solution, x):
    """What the function returns for `x`."""
    return solution.$name(tf.constant(x))
''',
    "checks.py": '''\
"""Visible checks of `$id`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import points


@points(1)
def test_lengths(student, reference, rng):
    """Each row gets its length."""
    x = rng.normal(size=(3, 4)).astype("float32")
    assert_close(student.lengths(x), reference.lengths(x), what="The lengths")
''',
}

_SOLUTION = {
    "reference.py": '''\
"""$title."""

import tensorflow as tf


def $name(x):
    """Return the length of each row.

    Args:
        x: Float tensor, shape `(rows, columns)`.

    Returns:
        Tensor of shape `(rows,)` and the dtype of `x`.
    """
    squares = tf.square(x)
    return tf.sqrt(tf.reduce_sum(squares, axis=1))
''',
    "hidden_checks.py": '''\
"""Hidden checks of `$id`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import points


@points(0.5)
def test_other_shapes(student, reference, rng):
    """One row, one column and no row at all are right too."""
    for shape in ((1, 5), (5, 1), (0, 3)):
        x = rng.normal(size=shape).astype("float32")
        assert_close(student.lengths(x), reference.lengths(x), what="The lengths")


@points(0.5)
def test_double(student, reference, rng):
    """A float64 stays one."""
    x = rng.normal(size=(2, 3))
    assert_close(student.lengths(x), reference.lengths(x), what="The lengths")
''',
    "wheats/norm.py": '''\
"""The norm is TensorFlow's own."""

import tensorflow as tf


def $name(x):
    return tf.norm(x, axis=-1)
''',
    "wheats/traced.py": '''\
"""A graph, with an einsum for the sum of squares."""

import tensorflow as tf


@tf.function
def $name(x):
    return tf.einsum("rc,rc->r", x, x) ** 0.5
''',
    "wheats/keras_ops.py": '''\
"""Keras's own operations, on any backend."""

from keras import ops


def $name(x):
    return ops.sqrt(ops.sum(x * x, axis=1))
''',
    "chaffs/columns.py": '''\
"""The columns are measured, not the rows.

fails: test_lengths, test_other_shapes, test_double
hint: For a tensor of shape `(3, 4)`, how many numbers do you return?
"""

import tensorflow as tf


def $name(x):
    return tf.sqrt(tf.reduce_sum(tf.square(x), axis=0))
''',
    "chaffs/no_root.py": '''\
"""The sum of squares is returned without its root.

fails: test_lengths, test_other_shapes, test_double
hint: How long is the row `[3, 4]`, and what do you return for it?
"""

import tensorflow as tf


def $name(x):
    return tf.reduce_sum(tf.square(x), axis=1)
''',
    "chaffs/always_float32.py": '''\
"""Every input is made a float32.

fails: test_double
hint: What is the dtype of your answer when `x` is a `float64`?
"""

import tensorflow as tf


def $name(x):
    x = tf.cast(x, tf.float32)
    return tf.sqrt(tf.reduce_sum(tf.square(x), axis=1))
''',
}
