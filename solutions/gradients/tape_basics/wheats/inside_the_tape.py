"""Gradients are taken inside the `with` block, and constants become variables."""

from tensorflow import GradientTape, UnconnectedGradients, Variable


def grad_at(f, x):
    v = Variable(x)
    with GradientTape() as t:
        y = f(v)
        return t.gradient(y, v)


def two_grads(f, g, v):
    with GradientTape(persistent=True) as t:
        t.watch(v)
        a = f(v)
        b = g(a)
        da = t.gradient(a, v)
        db = t.gradient(b, v)
    return [da, db]


def sensitivity(f, xs):
    variables = [Variable(x) for x in xs]
    with GradientTape() as t:
        y = f(*variables)
    return t.gradient(y, variables, unconnected_gradients=UnconnectedGradients.ZERO)
