"""Visible checks of `layers/three_ways`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


def _normal(rng, *shapes):
    return [rng.normal(size=shape).astype("float32") for shape in shapes]


@points(0.5)
def test_linear(student, reference, rng):
    """`Linear` returns x @ W + b."""
    x, *values = _normal(rng, (6, 4), (4, 3), (3,))
    expected = reference.linear(x, values)
    assert_close(student.linear(x, values), expected, what="The output")


@points(0.5)
def test_at_once(student, reference):
    """`Sequential` and functional model have their weights before they are called."""
    for way in ("sequential_mlp", "functional_mlp"):
        got, expected = (one.at_once(way, 4, 5, 2) for one in (student, reference))
        assert_equal(got, expected, what=f"The list of weight shapes of `{way}`")


@points(0.5)
def test_first_call(student):
    """`Linear` and `MLP` have no weight when made, all after the first call."""
    for name, weights in (("Linear", 2), ("MLP", 4)):
        counts = student.growth(name, [5, 4])
        assert_that(
            counts == [0, weights, weights],
            f"The weights of `{name}` are not there when they should be.",
            expected=f"0 weights when it is made, {weights} after each call",
            received=counts,
        )


@points(0.75)
@depends("test_at_once", "test_first_call")
def test_same_output(student, reference, rng):
    """With the same weights all three perceptrons return the right output."""
    x, *values = _normal(rng, (6, 4), (4, 5), (5,), (5, 2), (2,))
    values[2][:, 1] = -values[2][:, 0]  # The outputs have both signs.
    expected = reference.output("sequential_mlp", 5 * x, values)
    for way in ("sequential_mlp", "functional_mlp", "MLP"):
        got = student.output(way, 5 * x, values)
        assert_close(got, expected, what=f"The output of `{way}`")
