"""Hidden checks of `gradients/per_example_grads`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(0.75)
@depends("test_per_example")
def test_one_recording(student, rng):
    """One tape serves the whole batch, and the loss is evaluated once."""
    w, x, y = (rng.normal(size=shape) for shape in ((3, 2), (6, 3), (6, 2)))
    got = student.recordings("squares", w, x, y, False)
    for part, what in (("tapes", "One tape is enough."), ("calls", "One call does.")):
        assert_that(got[part] == 1, what, expected="1", received=got[part])


@points(0.75)
@depends("test_per_example")
def test_per_example_elsewhere(student, reference, rng):
    """`per_example_grads` for other losses, shapes and dtypes, and for a variable."""
    small, five = np.float32(rng.normal(size=(3, 4))), np.float32(rng.normal(size=5))
    rows, cube = rng.normal(size=(5, 3)), rng.normal(size=(3, 3, 2))
    for args in (
        ("cross-entropy", small, np.float32(rows), np.arange(5) % 4, True),
        ("lookup", rows[0], rows[:, :2], np.arange(10).reshape(5, 2) // 2 % 3, False),
        ("decay", np.float32(0.7), five, five + 1, False),
        ("cubic", cube, rows, rng.normal(size=(5, 2)), False),
        ("squares", rng.normal(size=(3, 1)), rows[:1], rows[:1, :1], True),
    ):
        assert_close(student.gradients(*args), reference.gradients(*args), what=args[0])


@points(0.5)
@depends("test_input_jacobian")
def test_input_jacobian_elsewhere(student, reference, rng):
    """`input_jacobian` for other functions, widths and dtypes, and for a batch of one."""
    for name, batch, n, m, dtype in (
        ("softmax", 4, 3, 3, "float64"),
        ("products", 5, 2, 6, "float32"),
        ("tanh", 1, 4, 2, "float64"),
        ("products", 3, 1, 1, "float64"),
    ):
        args = (name, *(rng.normal(size=s).astype(dtype) for s in ((batch, n), (n, m))))
        assert_close(student.jacobian(*args), reference.jacobian(*args), what=name)


@points(0.5)
@depends("test_input_jacobian")
def test_rows_apart(student, rng):
    """`input_jacobian` computes no tensor with an entry for each pair of rows."""
    x, a = rng.normal(size=(40, 3)), rng.normal(size=(3, 2))
    entries = student.largest("tanh", x, a)
    assert_that(
        entries < 40 * 40,
        "For a batch of 40 rows, a tensor with an entry for each pair of rows appears.",
        expected="fewer than 1600 entries in any tensor",
        received=f"{entries} entries",
    )


@points(0.5)
@depends("test_per_example", "test_input_jacobian", "test_one_recording")
def test_traced(student, reference, rng):
    """Both functions work inside a `tf.function`, for batches of any size."""
    w, a = rng.normal(size=(3, 2)), rng.normal(size=(3, 4))
    batches = [(rng.normal(size=(b, 3)), rng.normal(size=(b, 2))) for b in (4, 2, 6)]
    got, expected = (one.traced(w, batches, a) for one in (student, reference))
    assert_close(got, expected, what="What the graph returned")
    got = student.recordings("squares", w, *batches[0], True)
    for part, what in (("tapes", "One tape is enough"), ("calls", "One call does")):
        said = f"{what}, in a graph for any batch, too."
        assert_that(got[part] == 1, said, expected="1", received=got[part])
