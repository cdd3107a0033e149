"""Hidden checks of `checkpoints/best_and_every_fifth`."""

from grader.judge.asserts import assert_close, assert_equal
from grader.judge.marks import depends, points


def _without_best(kept):
    return {name: weight for name, weight in kept.items() if "best" not in name}


@points(0.5)
@depends("test_every_fifth")
def test_other_steps(student, reference):
    """Every fifth epoch is kept, however many batches an epoch has."""
    for steps, epochs in ((1, 15), (4, 5), (3, 4)):
        losses = [float(epochs - n) for n in range(epochs)]
        got = _without_best(student.kept(steps, losses))
        expected = _without_best(reference.kept(steps, losses))
        what = f"The weights by file, {steps} batches an epoch,"
        assert_close(got, expected, what=what)


@points(0.5)
@depends("test_best")
def test_other_losses(student, reference):
    """The best is the lowest so far, by however little, also where `fit` is killed."""
    for losses in (
        *([1.0, 3.0, 2.0], [3.0, 2.0, 1.0], [4.0, 1.0, 3.0, 2.0, 5.0]),
        *([0.5, 0.49999, 0.6], [3e9, 2e9, 4e9], [-1.0, -3.0, -2.0]),
        [1.0, 0.0, 0.5],
    ):
        got, expected = (one.kept(2, losses, True) for one in (student, reference))
        found, wanted = (kept.get("best.weights.h5") for kept in (got, expected))
        assert_close(found, wanted, what=f"The best for validation losses {losses}")


@points(0.25)
@depends("test_newest")
def test_newest_of_many(student):
    """`newest` takes the highest epoch, whatever lies beside it and was written when."""
    beside = ["best.weights.h5", "log.txt", "e2000.txt", "e2000.weights.h5.bak"]
    beside += ["the2000.weights.h5", "early.weights.h5", "e2000-weights-h5"]
    for names, expected in (
        (["e995.weights.h5", "e1000.weights.h5", *beside], "e1000.weights.h5"),
        (["e010.weights.h5", "e005.weights.h5", *beside], "e010.weights.h5"),
    ):
        found = student.newest(names, "phase100")
        assert_equal(found, expected, what="The newest periodic file")
