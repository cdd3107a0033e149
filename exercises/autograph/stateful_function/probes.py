"""How a solution of `autograph/stateful_function` is observed."""

import os

import tensorflow as tf

LOG = "calls.log"
EARLIER = "This line was there before.\n"


def _called(solution, xs):
    module = solution.RunningTotal()
    return module, [module(tf.constant(x, tf.float32)) for x in xs]


def start(solution):
    """The attributes before the first call."""
    module = solution.RunningTotal()
    return {name: getattr(module, name) for name in ("total", "calls", "traces")}


def totals(solution, xs):
    """What the calls return, looked at when all of them are done."""
    return _called(solution, xs)[1]


def calls(solution, xs):
    """The attribute `calls` after as many calls, its kind, and how far it can count."""
    counter = _called(solution, xs)[0].calls
    kind, largest = type(counter).__name__, None
    if isinstance(counter, tf.Variable):
        kind = "integer variable" if counter.dtype.is_integer else counter.dtype.name
        largest = int(counter.dtype.max)
    return {"value": counter, "kind": kind, "largest": largest}


def traces(solution, xs):
    """The attribute `traces`, and TensorFlow's own count; None where it is none's."""
    module, _ = _called(solution, xs)
    count = getattr(module.__call__, "experimental_get_tracing_count", None)
    return {"traces": module.traces, "count": count() if count else None}


def traced_alone(solution):
    """`traces` and TensorFlow's count where the graph was asked for without a call."""
    module = solution.RunningTotal()
    try:
        module.__call__.get_concrete_function(tf.TensorSpec([], tf.float32))
    except Exception:
        return None  # A total that starts with the first `x` needs one.
    count = module.__call__.experimental_get_tracing_count()
    return {"traces": module.traces, "count": count}


def variable(solution, xs):
    """After each call: whether `total` is one variable, its shape and its value."""
    module, seen, found = solution.RunningTotal(), [], []
    for x in xs:
        module(tf.constant(x, tf.float32))
        seen.append(module.total)
        found.append(
            {
                "variable": isinstance(module.total, tf.Variable),
                "same": module.total is seen[0],
                "shape": str(getattr(module.total, "shape", None)),
                "value": tf.convert_to_tensor(module.total),
            }
        )
    return found


def log(solution, xs):
    """How many lines the calls add to the log, and whether an earlier one stays."""
    with open(LOG, "w", encoding="utf-8") as file:
        file.write(EARLIER)
    _called(solution, xs)
    with open(LOG, encoding="utf-8") as file:
        lines = [line for line in file if line.strip()]
    stays = EARLIER in lines
    return {"earlier": stays, "lines": len(lines) - stays}


def two(solution, xs, ys):
    """What two modules return that are called in turns, and their counters."""
    one, other = solution.RunningTotal(), solution.RunningTotal()
    results = [
        (one(tf.constant(x, tf.float32)), other(tf.constant(y, tf.float32)))
        for x, y in zip(xs, ys, strict=True)
    ]
    one(tf.constant(xs[0], tf.float32))
    counts = [each.__call__.experimental_get_tracing_count() for each in (one, other)]
    solution.RunningTotal()  # A third one, which changes nothing.
    return {
        "results": results,
        "calls": [int(one.calls), int(other.calls)],
        "traces": [one.traces, other.traces],
        "counts": counts,
    }


def operations(solution):
    """The kinds of operations in the graph of a call, its library included."""
    module, _ = _called(solution, [1.0])
    spec = tf.TensorSpec([], tf.float32)
    graph = module.__call__.get_concrete_function(spec).graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return sorted({node.op for node in [*graph.node, *inner]})
