"""Hidden checks of `checkpoints/export_signatures`."""

from grader.judge.asserts import assert_close
from grader.judge.marks import depends, points


@points(1)
@depends("test_methods", "test_signatures")
def test_without_code(student, reference, rng):
    """Signatures and methods work without your code, for batches of any size."""
    mean, std = rng.normal(size=5), rng.uniform(1, 2, size=5) * [0.01, 1, 1, 1e3, 1e-6]
    mean[0] = 300.0
    [files] = student.exported((mean, std))
    inputs = [rng.normal(size=(rows, 5)) for rows in (3, 1, 0, 7)]
    inputs = [(x * [0.01, 1, 1, 1, 1] + [300, 0, 0, 0, 0]).astype("f4") for x in inputs]
    for name in ("scale", "unscale"):
        found = student.without_code.used(files, name, *inputs)
        for got, x in zip(found, inputs, strict=True):
            expected = reference.method(mean, std, name, x)
            assert_close(got, {"signature": expected, "method": expected}, what=name)


@points(0.75)
@depends("test_without_code")
def test_variables(student, reference, rng):
    """The loaded object has variables, and its methods and signatures follow them."""
    first, second = rng.uniform(1, 2, size=(2, 2, 3)).astype("float32")
    [files], x = student.exported(tuple(first.astype("float64"))), first[:1] - 1
    for name in ("scale", "unscale"):
        got = student.without_code.reassigned(files, *second, name, x)
        after = reference.method(*second, name, x)
        expected = {
            "mean": first[0],
            "std": first[1],
            "signature": after,
            "method": after,
        }
        assert_close(got, expected, what="The loaded object")


@points(0.25)
@depends("test_without_code")
def test_current_values(student, reference, rng):
    """The values are those that the variables have when they are exported."""
    first, second = rng.uniform(1, 2, size=(2, 2, 2)).astype("float32")
    files, x = student.exported_later(tuple(first), *second), first - 1
    [got] = student.without_code.used(files, "scale", x)
    assert_close(got["signature"], reference.method(*second, "scale", x))


@points(0.5)
@depends("test_without_code", "test_load_method")
def test_several_models(student, reference, rng):
    """Several models, exported and loaded in one process, stay apart."""
    models = [tuple(rng.uniform(1, 2, size=(2, size))) for size in (2, 2, 4)]
    names = ["scale", "unscale", "scale"]
    inputs = [rng.normal(size=(2, len(mean))).astype("float32") for mean, _ in models]
    loads = list(zip(student.exported(*models), names, inputs, strict=True))
    got = student.another_process.restored(*loads)
    jobs = zip(models, names, inputs, strict=True)
    expected = [reference.method(*model, name, x) for model, name, x in jobs]
    assert_close(got, expected, what="The list of what the methods return")
