"""The vector is the upstream gradient of the outer tape; None becomes zeros by hand."""

from tensorflow import GradientTape, zeros_like


def known(gradient, x):
    return zeros_like(x) if gradient is None else gradient


def hvp(f, x, v):
    with GradientTape() as t2:
        t2.watch(x)
        with GradientTape() as t1:
            t1.watch(x)
            y = f(x)
        g = known(t1.gradient(y, x), x)
    return known(t2.gradient(g, x, output_gradients=v), x)


def third_derivative(f, x):
    with GradientTape() as t3, GradientTape() as t2, GradientTape() as t1:
        for tape in (t1, t2, t3):
            tape.watch(x)
        y = f(x)
        d1 = known(t1.gradient(y, x), x)
        d2 = known(t2.gradient(d1, x), x)
    return known(t3.gradient(d2, x), x)
