"""Hidden checks of `beyond/event_log`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


@points(0.25)
@depends("test_logged", "test_every")
def test_other_runs(student, reference, rng):
    """Runs of one step or none, odd values, NumPy arrays and nested directories."""
    for values, every, *folders in (
        ([0.75], None),
        ([], 2),
        ([1.5, float("nan"), float("inf"), 0.0], 1),
        (rng.normal(size=23).astype("float32"), 7, "a", "b"),
        ([2.5, 1.5], 2),
    ):
        got, expected = (
            x.logged(values, every, *folders) for x in (student, reference)
        )
        assert_close(got, expected, tol=1e-6, dtype=False, what="The event file")


@points(0.25)
@depends("test_logged")
def test_apart(student, reference, rng):
    """Two runs, logged one after the other, stay apart."""
    runs = [rng.uniform(0, 3, size=size).tolist() for size in (3, 2)]
    got, expected = (one.logged_apart(*runs) for one in (student, reference))
    assert_close(got, expected, tol=1e-6, dtype=False, what="The event files")


@points(0.25)
@depends("test_read")
def test_other_tags(student, reference, rng):
    """`read_run` takes what has the tag `loss`, and nothing else."""
    tags = ["accuracy", "loss", "val_loss", "loss/total", "loss", "Loss", "val/loss"]
    values = rng.uniform(0, 3, size=7).tolist()
    points = [[tag, i // 2, x] for i, (tag, x) in enumerate(zip(tags, values))]
    for files in ([points], [[["lr", 0, 0.1]]]):
        got, expected = (one.read(files) for one in (student, reference))
        assert_close(got, expected, tol=1e-6, dtype=False, what="The list of pairs")


@points(0.25)
@depends("test_read")
def test_several_files(student, reference, rng):
    """`read_run` reads all files of the directory, sorts by step, and may find nothing."""
    values = rng.normal(size=12).tolist()
    late, early = (
        [["loss", i, values[i]] for i in steps] for steps in ((9, 11), (10, 2))
    )
    nan = [["loss", 0, float("nan")]]
    for args in (([late, early], nan), ([nan],), ([],), ([late], early, "float64")):
        got, expected = (one.read(*args) for one in (student, reference))
        assert_close(got, expected, tol=1e-6, dtype=False, what="The list of pairs")
