"""Visible checks of `checkpoints/checkpoint_anatomy`."""

from grader.judge.asserts import assert_equal
from grader.judge.marks import points


@points(0.5)
def test_files(student, reference):
    """`files_of` names the index file and the data file."""
    got, expected = student.files(1, 1), reference.files(1, 1)
    assert_equal(got, expected, what="The dict of files")


@points(0.5)
def test_all_tensors(student, reference, rng):
    """`read_all` returns every tensor, bit for bit, and nothing else."""
    w, b = rng.normal(size=(2, 3)).astype("float32"), rng.normal(size=3)
    content = {"net": {"w": w, "sub": {"b": b}}, "step": 5}
    expected = reference.tensors(content)
    assert_equal(student.tensors(content), expected, what="The dict of tensors")


@points(0.5)
def test_value(student, rng):
    """`value_of` finds a variable by the path of its attribute."""
    w, b = rng.normal(size=(2, 3)).astype("float32"), rng.normal(size=3)
    content = {"net": {"w": w, "sub": {"b": b}}}
    assert_equal(student.value(content, "net.w"), w, what="`net.w`")
    assert_equal(student.value(content, "net.sub.b"), b, what="`net.sub.b`")


@points(0.5)
def test_newest(student):
    """`newest` finds ckpt-11 among ckpt-9, ckpt-10 and ckpt-11."""
    found = student.newest([10, 9, 11])
    assert_equal(found, "ckpt-11", what="The newest checkpoint's name")
