"""A persistent tape is asked for one output column after the other; no pfor for the losses."""

from tensorflow import GradientTape, stack


def per_example_grads(loss_fn, w, x, y):
    with GradientTape(persistent=True, watch_accessed_variables=False) as tape:
        tape.watch([w])
        losses = loss_fn(w, x, y)
    return tape.jacobian(losses, w, experimental_use_pfor=False)


def input_jacobian(f, x):
    tape = GradientTape(persistent=True)
    with tape:
        tape.watch(x)
        y = f(x)
        columns = [y[:, i] for i in range(y.shape[1])]
    rows = [tape.gradient(column, x) for column in columns]
    del tape
    return stack(rows, axis=1)
