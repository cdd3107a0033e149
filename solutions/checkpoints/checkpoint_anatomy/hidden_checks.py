"""Hidden checks of `checkpoints/checkpoint_anatomy`."""

import numpy as np

from grader.judge.asserts import assert_equal
from grader.judge.marks import depends, points


@points(0.25)
@depends("test_files")
def test_many_files(student, reference):
    """`files_of` finds all data files, and none of another checkpoint."""
    for case in ((11, 1), (1, 12), (1, 1, "net-v1.5")):
        got, expected = student.files(*case), reference.files(*case)
        assert_equal(got, expected, what="The dict of files")


@points(0.25)
@depends("test_all_tensors")
def test_other_dtypes(student, reference, rng):
    """`read_all` keeps other dtypes, and shapes with no element or many axes."""
    first = {
        "a": rng.normal(size=(0, 3)).astype("float16"),
        "b": {"c": rng.integers(0, 9, size=(2, 1, 2, 1)).astype("uint8")},
        "d": [np.array([True, False]), rng.integers(-(2**60), 2**60, size=2)],
    }
    words = np.array([b"one", b"two\0"], dtype=object)
    for content in (first, {"words": words, "_average": rng.normal(size=2)}):
        got, expected = student.tensors(content, True), reference.tensors(content, True)
        assert_equal(got, expected, what="The dict of tensors")


@points(0.25)
@depends("test_value")
def test_paths_that_end_alike(student, rng):
    """`value_of` tells paths apart that end or look alike, also in a list."""
    for _ in range(2):
        one, two, three, four, five = rng.normal(size=(5, 2)).astype("float32")
        blocks = [{"b": three}, {"b": four}]
        content = {"b": one, "sub": {"b": two, "blocks": blocks}, "sub_b": five}
        for path, value in (
            *(("b", one), ("sub.b", two)),
            *(("sub.blocks.0.b", three), ("sub.blocks.1.b", four)),
        ):
            assert_equal(student.value(content, path), value, what=f"`{path}`")


@points(0.25)
@depends("test_newest")
def test_neither_number_nor_time(student):
    """`newest` goes by the file `checkpoint`; where nothing was saved, it says None."""
    found = student.newest([20, 7])
    assert_equal(found, "ckpt-7", what="The newest, of ckpt-20 and then ckpt-7,")
    assert_equal(student.newest([]), None, what="The newest in an empty folder")
