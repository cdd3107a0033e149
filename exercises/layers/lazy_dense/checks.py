"""Visible checks of `layers/lazy_dense`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.5)
def test_weights_made_in_build(student):
    """No variable is made with the layer, two at the first call, none after it."""
    counts = student.growth(3, [5, 4])
    assert_that(
        counts == [0, 2, 2],
        "The layer's weights are not made when they should be.",
        expected="0 weights when the layer is made, 2 after each call",
        received=counts,
    )


@points(0.5)
@depends("test_weights_made_in_build")
def test_weights(student, reference):
    """The weights are a kernel (width, units) and a bias (units,), both trainable."""
    assert_equal(
        student.weights(3, True, [5, 4]),
        reference.weights(3, True, [5, 4]),
        what="The description of the weights",
    )


@points(1)
@depends("test_weights")
def test_output(student, reference, rng):
    """The output equals x @ kernel + bias."""
    x = rng.normal(size=(6, 4)).astype("float32")
    values = [
        rng.normal(size=(4, 3)).astype("float32"),
        rng.normal(size=3).astype("float32"),
    ]
    expected = reference.forward(x, values)
    assert_close(student.forward(x, values), expected, what="The output")
