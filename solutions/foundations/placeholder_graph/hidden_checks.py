"""Hidden checks of `foundations/placeholder_graph`."""

from grader.judge.asserts import assert_close, assert_that
from grader.judge.marks import depends, points


@points(0.5)
@depends("test_run")
def test_other_batches(student, reference, rng):
    """`run` takes batches of other sizes, one after the other, and returns NumPy arrays."""
    batches = [rng.normal(size=(n, 3)).astype("float32") * 3 for n in (1, 9, 0, 2)]
    got, expected = student.ran(*batches), reference.ran(*batches)
    assert_close(got, expected, what="The list of results")
    assert_that(student.is_array(batches[0]), "The result is no NumPy array.")


@points(0.25)
@depends("test_graph_alone")
def test_variable(student, reference, rng):
    """`w` is a variable of its shape, without a value before `init`, and `y` follows it."""
    xs, graph = rng.normal(size=(9, 3)).astype("float32"), student.exported()
    raised = student.without_code.before_init(graph, xs)
    assert_that(
        raised == "FailedPreconditionError",
        "`y` can be asked for before `init` has run: `w` is no variable.",
        expected="FailedPreconditionError is raised",
        received=f"{raised} is raised",
    )
    found = student.without_code.variables(graph)
    message = "No variable of the graph has the dtype and the shape of `w`."
    w = ["float32", [3, 1]]
    assert_that(w in found, message, expected=f"{w}", received=f"{found}")
    args = xs, rng.normal(size=(3, 1)).astype("float32")
    got = student.without_code.reassigned(graph, *args)
    expected = reference.reassigned(reference.exported(), *args)
    assert_close(got, expected, what="`y` for another `w`")


@points(0.25)
@depends("test_run")
def test_built_once(student, rng):
    """Running adds no operation to the graph."""
    counts = student.operations(rng.normal(size=(4, 3)).astype("float32"), 3)
    assert_that(
        len(set(counts)) == 1,
        "The graph grows when it is run.",
        expected=f"{counts[0]} operations before and after each run",
        received=", ".join(map(str, counts)),
    )


@points(0.5)
@depends("test_other_batches")
def test_another_graph(student, reference, rng):
    """`run` runs the graph that it is given, by its names, also one that you did not build."""
    batches = [rng.normal(size=(n, 3)).astype("float32") for n in (4, 0, 3)]
    args = rng.normal(size=(3, 2)), *batches
    got, expected = student.another_graph(*args), reference.another_graph(*args)
    assert_close(got, expected, what="The list of results")
