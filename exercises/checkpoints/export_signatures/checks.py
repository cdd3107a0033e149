"""Visible checks of `checkpoints/export_signatures`."""

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import points


@points(0.75)
def test_methods(student, reference, rng):
    """`scale` and `unscale` return what they should, in a dict."""
    mean, std = rng.normal(size=3).tolist(), rng.uniform(1, 2, size=3).tolist()
    x = rng.normal(size=(4, 3)).astype("float32")
    for name in ("scale", "unscale"):
        got = student.method(mean, std, name, x)
        assert_close(got, reference.method(mean, std, name, x), what=f"`{name}`")


@points(1)
def test_signatures(student, reference):
    """The SavedModel has two signatures, with the right inputs and outputs."""
    [files] = student.exported(([1.0, 2.0], [3.0, 4.0]))
    found = student.without_code.signatures(files)
    [others] = reference.exported(([1.0, 2.0], [3.0, 4.0]))
    for name, expected in reference.without_code.signatures(others).items():
        what = f"The SavedModel has no signature `{name}` that is right."
        assert_that(
            found.get(name) == expected, what, expected=expected, received=found
        )


@points(0.75)
def test_load_method(student, reference, rng):
    """`load_method` returns a method that works, whatever else is gone."""
    mean, std, x = rng.uniform(1, 2, size=(3, 2)).astype("float32")
    [files] = reference.exported((mean, std))
    loads = [(files, "scale", x[None]), (files, "unscale", x[None])]
    got, expected = (one.restored(*loads) for one in (student, reference))
    assert_close(got, expected, what="The list of what the methods return")
