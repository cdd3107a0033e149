"""Hidden checks of `beyond/two_replicas`."""

import numpy as np

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(0.75)
@depends("test_weights")
def test_copies(student, rng):
    """Each replica computes with its own part, and has its own copy of the variable."""
    x, y = rng.normal(size=(2, 7, 4)).astype("float32")
    got = student.parts(x, y[:, :1], 2, 0.2)
    assert_that(bool(got["rows"]), "`step` lets no replica run anything.")
    rows, said = got["rows"], "Each replica computes with its own rows, and no others."
    assert_that(rows == [[2], [5]], said, expected=[[2], [5]], received=rows)
    said = "Rows are computed with outside of the replicas."
    assert_that(not got["outside"], said, received=", ".join(got["outside"]))
    copies, devices = len(got["weights"]), got["devices"]
    found = f"{copies} on {devices}"
    assert_that(found == "2 on 2", "A copy for each device is needed.", received=found)
    assert_close(got["weights"][1], got["weights"][0], tol=0.0, what="The other copy")


@points(1)
@depends("test_weights", "test_loss")
def test_other_batches(student, rng):
    """Other sizes, also one that cannot be halved, several epochs, other variables."""
    x, y = rng.normal(size=(2, 15, 4)).astype("float32")
    got = student.trained(x, y[:, :1], 5, 0.3, (0.1, 0.3), 1)
    weights, losses = np.zeros((4, 1), "float32"), []
    for start in (0, 5, 10) * 2:
        rows = slice(start, start + 5)
        error = x[rows] @ weights - y[rows, :1]
        losses.append(float(np.mean(error**2)))
        weights = weights - np.float32(0.3 * 2 / 5) * (x[rows].T @ error)
    assert_close(got["losses"], losses, tol=1e-5, what="The list of losses")
    assert_close(got["weights"], weights, what="The variable")
