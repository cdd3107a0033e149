"""Hidden checks of `layers/residual_stack`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


def _blocks(rng, width, depth):
    shapes = [((width, width), (width,))] * depth
    return [[rng.normal(0, 0.4, s).astype("float32") for s in pair] for pair in shapes]


def _kernel(rng, *shape):
    return [rng.normal(size=shape).astype("float32")]


@points(0.25)
@depends("test_parts")
def test_build_alone(student, reference):
    """`build` makes all weights by itself, before any call."""
    got, expected = (one.built(4, 2, [5, 3]) for one in (student, reference))
    assert_equal(got, expected, what="The number of weights after `build`")


@points(0.25)
@depends("test_output", "test_equal_widths")
def test_elsewhere(student, reference, rng):
    """Other ranks, widths and depths, with and without a projection."""
    for shape, width, depth in (
        ((2, 3, 4), 4, 2),
        ((2, 5, 3), 5, 1),
        ((1, 2, 2, 6), 3, 2),
        ((4, 1), 2, 12),
    ):
        x = rng.normal(size=shape).astype("float32")
        proj = None if shape[-1] == width else _kernel(rng, shape[-1], width)
        args = (x, _blocks(rng, width, depth), proj)
        got, expected = student.forward(*args), reference.forward(*args)
        assert_close(got, expected, what=f"For an input of shape {shape}, the output")


@points(0.25)
@depends("test_output", "test_equal_widths")
def test_traced(student, reference, rng):
    """In a graph, any size but the last may be unknown."""
    for shape, width in (((2, 3, 4), 5), ((3, 2), 2)):
        x = rng.normal(size=shape).astype("float32")
        proj = None if shape[-1] == width else _kernel(rng, shape[-1], width)
        args = (x, _blocks(rng, width, 2), proj)
        assert_close(student.traced(*args), reference.traced(*args), what="The output")


@points(0.5)
@depends("test_parts")
def test_saved(student, reference, rng):
    """In a Keras model, `load_weights` brings back what `save_weights` wrote."""
    args = ([5, 3], _blocks(rng, 4, 2), _kernel(rng, 3, 4))
    got, expected = student.loaded(*args), reference.loaded(*args)
    assert_equal(got, expected, what="After `load_weights`, the layer")


@points(0.75)
@depends("test_checkpoint")
def test_restored_first(student, reference, rng):
    """A layer that is restored before its first call gets its weights in it."""
    for shape in ([5, 3], [2, 5, 3]):
        args = (shape, _blocks(rng, 4, 2), _kernel(rng, 3, 4))
        got, expected = student.restored_first(*args), reference.restored_first(*args)
        assert_equal(got, expected, what="After restore and first call, the layer")


@points(0.25)
@depends("test_output")
def test_gradients(student, reference, rng):
    """Every weight has its gradient."""
    x, up = (rng.normal(size=(6, n)).astype("float32") for n in (3, 4))
    args = (x, up, _blocks(rng, 4, 2), _kernel(rng, 3, 4))
    got, expected = student.gradients(*args), reference.gradients(*args)
    assert_close(got, expected, what="The list of gradients")


@points(0.25)
def test_name(student):
    """A `name` given to the layer reaches Keras."""
    assert_equal(student.named("my_stack"), "my_stack", what="The layer's name")
