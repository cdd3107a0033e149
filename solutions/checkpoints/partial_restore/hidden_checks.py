"""Hidden checks of `checkpoints/partial_restore`."""

from grader.judge.asserts import assert_equal, assert_that
from grader.judge.marks import depends, points


@points(0.75)
@depends("test_existing", "test_later")
def test_other_backbones(student, rng):
    """Keras layers, nested modules, and backbones of which only a part exists."""
    for kind, width in (("layer", 4), ("nested", 2), ("half", 5)):
        x = rng.normal(size=(3, width)).astype("float32")
        for exists in (True, False):
            got = student.backbone(kind, x, exists)
            assert_equal(got["restored"], got["saved"], what=f"The output ({kind})")


@points(0.5)
@depends("test_existing")
def test_no_value(student, rng):
    """A backbone for which the checkpoint has no value is refused."""
    for kind, name, exists in (
        ("module", "encoder", True),
        ("half", "encoder", True),
        ("half", "backbone", False),
        ("more", "backbone", True),
    ):
        x = rng.normal(size=(2, 3)).astype("float32")
        raised = student.backbone_without_value(kind, name, x, exists)
        assert_that(
            raised == "AssertionError",
            f"The checkpoint has `{name}`, and not all variables of this backbone.",
            expected="AssertionError is raised",
            received=f"{raised} is raised",
        )


@points(0.25)
@depends("test_later")
def test_status(student, rng):
    """The status that is returned can be asked later, when all variables exist."""
    x = rng.normal(size=(2, 3)).astype("float32")
    for kind, expected in (("module", "nothing"), ("more later", "AssertionError")):
        raised = student.asked_later(kind, x)
        what = "What `assert_existing_objects_matched` of the status raises"
        assert_equal(raised, expected, what=what)


@points(0.5)
@depends("test_strict")
def test_strict_mismatch(student):
    """`restore_strict` refuses whatever one side lacks, however deep it lies."""
    for saved, given in (
        ("all", "extra"),
        ("all", "renamed"),
        ("all", "without step"),
        ("all", "optimizer not built"),
        ("without step", "optimizer not built, without step"),
        ("all", "deeper"),
        ("deeper", "all"),
    ):
        raised = student.strict(saved, given)["raised"]
        what = f"What is raised (saved: {saved}; given: {given})"
        assert_equal(raised, "AssertionError", what=what)
