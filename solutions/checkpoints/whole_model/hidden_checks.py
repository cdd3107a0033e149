"""Hidden checks of `checkpoints/whole_model`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points


def _data(rng):
    return rng.normal(size=(6, 4)).astype("f4"), rng.normal(size=(6, 1)).astype("f4")


@points(0.5)
@depends("test_predicts", "test_resumes")
def test_elsewhere(student, rng):
    """Other processes predict without any code of yours, and resume with it."""
    x, y = _data(rng)
    saved = student.packed("averaged", x, y, 1, 1)
    alone = student.without_code.predictions(saved["files"], x)
    assert_equal(alone, saved["output"], what="The output without your code")
    resumed = student.another_process.resumed_from(saved["files"], x, y, 1)
    assert_equal(resumed, saved["whole"], what="The model resumed in another process")


def _assert_resumed(ends):
    assert_equal(ends["loaded"], ends["output"], what="The output")
    for how in ("the model's file", "the weights' file"):
        assert_equal(ends[how], ends["whole"], what=f"The model resumed from {how}")


@points(0.5)
@depends("test_predicts", "test_resumes", "test_weights")
def test_each_file_alone(student, rng):
    """Each file is enough for what is loaded from it, wherever it lies."""
    _assert_resumed(student.resumed_from_one_file("two layers", *_data(rng), 1, 1))


@points(0.25)
@depends("test_predicts", "test_resumes")
def test_saving_changes_nothing(student, rng):
    """The model that was saved trains on as if it had not been, and may be saved again."""
    ends = student.saved_twice("averaged", *_data(rng), 1, 1)
    assert_equal(ends["went on"], ends["whole"], what="The model after two saves")
    expected = [ends["output"]] * 2
    assert_equal(ends["loaded"], expected, what="The output of what is loaded again")


@points(0.5)
@depends("test_each_file_alone")
def test_other_models(student, rng):
    """A model with branches, moving statistics and another optimizer resumes as well."""
    _assert_resumed(student.resumed_from_one_file("branches", *_data(rng), 1, 1))


@points(0.25)
@depends("test_weights")
def test_weights_that_do_not_fit(student, rng):
    """Weights of other shapes are refused, not passed over."""
    others = ["wider", "as many numbers", "of the same sizes"]
    for name in student.refused("kernels", others, *_data(rng)).values():
        assert_that(
            name == "ValueError",
            "The model has other shapes than the saved weights.",
            expected="ValueError is raised",
            received=f"{name} is raised",
        )
