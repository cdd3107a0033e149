"""Hidden checks of `layers/three_ways`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points

WAYS = ("sequential_mlp", "functional_mlp", "MLP")


def _normal(rng, *shapes):
    return [rng.normal(size=shape).astype("float32") for shape in shapes]


@points(0.25)
@depends("test_linear", "test_same_output")
def test_other_sizes(student, reference, rng):
    """Other widths and batches, also an empty one, and the default of `units`."""
    x, *values = _normal(rng, (9, 1), (1, 7), (7,), (7, 3), (3,))
    square = _normal(rng, (2, 4), (4, 4), (4,), (4, 4), (4,))
    for way in WAYS:
        for args in (
            (x, values),
            (x[:1], values),
            (x[:0], values),
            (square[0], square[1:]),
        ):
            got, expected = (one.output(way, *args) for one in (student, reference))
            assert_close(got, expected, what=f"The output of `{way}`")
    assert_equal(student.default_units(x), reference.default_units(x))


@points(0.25)
@depends("test_at_once")
def test_kinds(student, reference):
    """Each model is of its kind: `Sequential`, functional, a subclass."""
    for way in WAYS:
        got, expected = student.kind(way), reference.kind(way)
        assert_equal(got, expected, what=f"What `{way}` is")


@points(0.25)
@depends("test_linear", "test_same_output")
def test_own_weights(student):
    """Each model has weights of its own, and all can be trained."""
    ways = 2 * ("Linear()", *WAYS)
    for place, weights in enumerate(student.own_weights(ways, [2, 4])):
        way, count = ways[place], 2 if ways[place] == "Linear()" else 4
        assert_equal(len(weights), count, what=f"The number of weights of `{way}`")
        own = [np.full(np.shape(weight), place, "float32") for weight in weights]
        assert_equal(
            weights, own, what=f"The list of weights of a `{way}` among others"
        )
        got = student.reached(way, [2, 4])
        assert_equal(got, [True] * count, what=f"Where `{way}` has a gradient")
