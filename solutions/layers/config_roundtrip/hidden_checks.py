"""Hidden checks of `layers/config_roundtrip`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points

OF_SMALL_NUMBERS = {
    "units": 2,
    "activation": "relu",
    "objects": True,
    "regularizer": ["L1", 1.2345678e-5],
}
OF_WHOLE_ROWS = {
    "units": 2,
    "activation": "softmax",
    "objects": True,
    "regularizer": ["OrthogonalRegularizer", 0.5, "columns"],
}


def _normal(rng, *shapes):
    return [rng.normal(size=shape).astype("float32") for shape in shapes]


@points(0.5)
@depends("test_remade")
def test_names_and_none(student, reference, rng):
    """Names and None do as well as objects, and survive as well."""
    x, kernel, bias = _normal(rng, (2, 5), (5, 2), (2,))
    for made, size in (
        ({"units": 2}, 1),
        ({"units": 2, "activation": "sigmoid", "regularizer": "l2"}, 1),
        (OF_SMALL_NUMBERS, 1000),
        ({"units": 2, "activation": "exponential", "regularizer": None}, 1),
        ({"units": 2, "activation": "gelu", "objects": True}, 1),
        (OF_WHOLE_ROWS, 1),
    ):
        for probe in ("forward", "remade"):
            args = made, x / size, [size * kernel, bias]
            expected = getattr(reference, probe)(*args)
            assert_close(getattr(student, probe)(*args), expected, what="The layer")


@points(0.5)
@depends("test_another_process")
def test_several_layers(student, reference, rng):
    """Several layers of different arguments in one file."""
    x, *values = _normal(rng, (6, 3), (3, 4), (4,), (4, 2), (2,), (2, 1), (1,))
    layers = [
        {"units": 4, "activation": "softsign", "objects": True},
        {"units": 2, "activation": "elu", "regularizer": ["L1L2", 0.01, 0.2]},
        {"units": 1, "regularizer": ["OrthogonalRegularizer", 0.3]},
    ]
    expected = reference.opened(reference.file(layers, 3, values), x)
    got = student.another_process.opened(student.file(layers, 3, values), x)
    for key in ("output", "losses"):
        assert_close(got[key], expected[key], what=f"The model's {key}")


@points(0.5)
def test_name_and_trainable(student, reference, rng):
    """`name` and `trainable` survive the config and the file."""
    frozen = {"units": 2, "kwargs": {"name": "first", "trainable": False}}
    last = {"units": 1, "kwargs": {"name": "second"}}
    for made in (frozen, {"units": 3}):
        got, expected = student.identity(made), reference.identity(made)
        assert_equal(got, expected, what="What the second layer has")
    x, *values = _normal(rng, (2, 3), (3, 2), (2,), (2, 1), (1,))
    content = student.file([frozen, last], 3, values)
    got = student.another_process.opened(content, x)
    assert_equal(got["names"], ["first", "second"], what="The list of names")
    assert_equal(got["trainable"], [False, True], what="The list of `trainable`")
