"""Visible checks of `checkpoints/whole_model`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import points


def _data(rng):
    return rng.normal(size=(6, 4)).astype("f4"), rng.normal(size=(6, 1)).astype("f4")


@points(0.5)
def test_files(student, rng):
    """`save_both` writes model.keras and model.weights.h5."""
    names = student.files("kernels", *_data(rng))
    assert_equal(names, ["model.keras", "model.weights.h5"], what="The list of files")


@points(1)
def test_predicts(student, rng):
    """A model loaded to predict gives the same output, and is not compiled."""
    got = student.predicted("two layers", *_data(rng), 1)
    assert_equal(got["loaded"], got["saved"], what="The output of the loaded model")
    assert_that(not got["compiled"], "The model that was loaded is compiled.")


@points(1.25)
def test_resumes(student, rng):
    """A model loaded to resume trains on bit for bit, as if without a break."""
    ends = student.resumed_from_model("two layers", *_data(rng), 1, 1)
    assert_equal(ends["resumed"], ends["whole"], what="The resumed model")


@points(1.25)
def test_weights(student, rng):
    """So does a fresh model that was given the weights."""
    ends = student.resumed_from_weights("two layers", *_data(rng), 1, 1)
    assert_equal(ends["resumed"], ends["whole"], what="The fresh model, trained on,")
