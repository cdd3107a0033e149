"""Hidden checks of `layers/lazy_dense`."""

from grader.judge.asserts import assert_close, assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_output")
def test_other_ranks(student, reference, rng):
    """Inputs of rank 3 and more, of no rows and of any size keep their leading axes."""
    values = [
        rng.normal(size=(4, 3)).astype("float32"),
        rng.normal(size=3).astype("float32"),
    ]
    for shape in ((2, 5, 4), (2, 1, 3, 4), (1, 2, 1, 2, 3, 4), (0, 4)):
        x = rng.normal(size=shape).astype("float32")
        expected = reference.forward(x, values)
        assert_close(student.forward(x, values), expected, what="The output")
        if x.ndim in (3, 4):
            got = student.in_a_model(x, values)
            assert_close(got, expected, what="The output in a graph")
            fits = student.foretold(3, [None, *shape[1:]])
            assert_that(fits, "A functional model is told a wrong shape of the output.")


@points(0.25)
@depends("test_weights_made_in_build")
def test_build_alone(student):
    """`build` makes the weights by itself, before any call and for any batch."""
    got = student.built(3, 4)
    assert_that(
        got == 2,
        "`build((None, 4))` does not make the weights.",
        expected="2 weights",
        received=f"{got} weights",
    )


@points(0.25)
@depends("test_weights_made_in_build")
def test_without_bias(student, reference, rng):
    """With `use_bias=False` there is a kernel alone."""
    got = student.weights(3, False, [5, 4])
    assert_equal(got, reference.weights(3, False, [5, 4]), what="The weights")
    x, kernel = rng.normal(size=(6, 4)), rng.normal(size=(4, 3))
    x, values = x.astype("float32"), [kernel.astype("float32")]
    assert_close(student.forward(x, values), reference.forward(x, values))


@points(0.25)
@depends("test_without_bias")
def test_two_layers(student, reference):
    """Two layers have units, bias and width of their own."""
    got, expected = (o.two_layers([3, 7], [5, 1]) for o in (student, reference))
    assert_equal(got, expected, what="What two layers return and hold")


@points(0.25)
@depends("test_weights_made_in_build")
def test_trains(student, rng):
    """`fit` changes every weight and lowers the loss; eager calls go on from there."""
    x = rng.normal(size=(32, 4)).astype("float32")
    y = (x @ rng.normal(size=(4, 2)) + 3).astype("float32")
    got = student.fitted(x, y)
    assert_equal(got["changed"], [True, True], what="Whether each weight changed")
    falls = got["losses"][-1] < got["losses"][0]
    assert_that(falls, "The loss does not fall.", received=got["losses"])
    stale = "After `fit` the layer, called eagerly, returns what it returned before."
    assert_that(got["followed"], stale)
    assert_equal(got["reached"], [True, True], what="Which weights have a gradient")


@points(0.25)
@depends("test_weights", "test_two_layers")
def test_start(student):
    """The kernel does not start with zeros alone."""
    for units, width in ((3, 4), (1, 1)):
        kernel = student.starting_kernel(units, [2, width])
        some = bool((kernel != 0).any())
        assert_that(some, "The kernel starts with zeros alone.", received=kernel)


@points(0.25)
def test_name(student, reference):
    """What is Keras's own, such as a `name`, reaches Keras, which refuses the rest."""
    got, expected = student.keywords("my_dense"), reference.keywords("my_dense")
    assert_equal(got, expected, what="What became of Keras's own arguments")
    swallowed = "A misspelt keyword is swallowed, where Keras would refuse it."
    assert_that(student.refused("use_bais"), swallowed)
