"""Visible checks of `layers/config_roundtrip`."""

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points

OBJECTS = {
    "units": 3,
    "activation": "tanh",
    "objects": True,
    "regularizer": ["L2", 0.1],
}


def _normal(rng, *shapes):
    return [rng.normal(size=shape).astype("float32") for shape in shapes]


@points(0.75)
def test_output(student, reference, rng):
    """The output is activation(x @ kernel + bias), the losses are the regulariser's."""
    x, *values = _normal(rng, (5, 4), (4, 3), (3,))
    expected = reference.forward(OBJECTS, x, values)
    assert_close(student.forward(OBJECTS, x, values), expected, what="The layer")


@points(0.75)
def test_config(student):
    """The config goes into JSON, and is the same before and after `build`."""
    got = student.config_texts(OBJECTS, 4)
    assert_that(got["same after build"], "`build` changes what `get_config` returns.")


@points(1)
@depends("test_output", "test_config")
def test_remade(student, reference, rng):
    """A layer made from the config, by way of JSON, does the same."""
    x, *values = _normal(rng, (5, 4), (4, 3), (3,))
    expected = reference.remade(OBJECTS, x, values)
    assert_close(student.remade(OBJECTS, x, values), expected, what="The second layer")


@points(1)
@depends("test_output", "test_config")
def test_another_process(student, reference, rng):
    """A `.keras` file does the same where another process opens it."""
    x, *values = _normal(rng, (5, 4), (4, 3), (3,))
    expected = reference.opened(reference.file([OBJECTS], 4, values), x)
    content = student.file([OBJECTS], 4, values)
    got = student.another_process.opened(content, x)
    for key in ("output", "losses"):
        assert_close(got[key], expected[key], what=f"The model's {key}")
