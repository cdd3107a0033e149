"""Visible checks of `layers/residual_stack`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


def _blocks(rng, width, depth):
    shapes = [((width, width), (width,))] * depth
    return [[rng.normal(size=s).astype("float32") for s in pair] for pair in shapes]


def _kernel(rng):
    return [rng.normal(size=(3, 4)).astype("float32")]


@points(0.75)
def test_parts(student, reference):
    """A projection with a kernel alone, and two blocks with two weights each."""
    got, expected = (one.parts(4, 2, [5, 3]) for one in (student, reference))
    for part, what in (
        ("blocks", "The list of blocks"),
        ("proj", "`layer.proj`"),
        ("counts", "The number of weights after each of two calls"),
        ("trainable", "The number of trainable weights"),
    ):
        assert_equal(got[part], expected[part], what=what)


@points(1)
@depends("test_parts")
def test_output(student, reference, rng):
    """The input is projected; then each block adds to its input what it computes."""
    x = rng.normal(size=(6, 3)).astype("float32")
    args = (x, _blocks(rng, 4, 2), _kernel(rng))
    assert_close(student.forward(*args), reference.forward(*args), what="The output")


@points(0.5)
def test_equal_widths(student, reference, rng):
    """Where the widths are equal, there is no projection."""
    got, expected = (one.parts(4, 3, [5, 4]) for one in (student, reference))
    assert_equal(got["proj"], expected["proj"], what="`layer.proj`")
    assert_equal(got["trainable"], expected["trainable"], what="The number of weights")
    x = rng.normal(size=(6, 4)).astype("float32")
    args = (x, _blocks(rng, 4, 3), None)
    assert_close(student.forward(*args), reference.forward(*args), what="The output")


@points(1.25)
@depends("test_parts")
def test_checkpoint(student, reference, rng):
    """`tf.train.Checkpoint` saves every weight, and brings it back."""
    args = ([5, 3], _blocks(rng, 4, 2), _kernel(rng))
    got, expected = student.restored(*args), reference.restored(*args)
    assert_that(
        got["held"] >= expected["held"],
        "Weights of the layer are missing from the checkpoint.",
        expected=f"arrays in the checkpoint: {expected['held']}",
        received=f"arrays in the checkpoint: {got['held']}",
    )
    assert_equal(got["values"], expected["values"], what="After the restore, the layer")
