"""How a solution of `autograph/one_trace` is observed."""

import tensorflow as tf

X, K = tf.TensorSpec([None, 3], tf.float32), tf.TensorSpec([], tf.int32)


def scores(solution, x, ks):
    """What `score` returns for one batch and each of some numbers."""
    score = solution.make_scorer()
    return [score(tf.constant(x), tf.constant(k, tf.int32)) for k in ks]


def is_function(solution):
    """Whether `score` is a tf.function, which can be asked for its traces."""
    score = solution.make_scorer()
    return isinstance(score, tf.types.experimental.PolymorphicFunction)


def traces(solution, sizes, ks):
    """How often `score` was traced after calls for each batch size and number."""
    score = solution.make_scorer()
    for size in sizes:
        for k in ks:
            score(tf.ones([size, 3]), tf.constant(k, tf.int32))
    # The class is asked: an attribute of the object could say anything.
    return type(score).experimental_get_tracing_count(score)


def refused(solution, shapes):
    """What `score` raises for an `x` of each of some shapes, having met a good one."""
    score, raised = solution.make_scorer(), []
    score(tf.ones([2, 3]), tf.constant(1))
    for shape in shapes:
        try:
            score(tf.ones(shape), tf.constant(1))
            raised.append("nothing")
        except Exception as error:
            raised.append(type(error).__name__)
    return raised


def operations(solution):
    """The kinds of operations in the graph of `score`, its library included."""
    graph = solution.make_scorer().get_concrete_function(X, K).graph.as_graph_def()
    inner = [node for one in graph.library.function for node in one.node_def]
    return sorted({node.op for node in [*graph.node, *inner]})


def many(solution, batches, ks):
    """What `call_many` returns for the solution's own `score`."""
    return solution.call_many(solution.make_scorer(), batches, ks)


def given(solution, batches, ks):
    """What `call_many` makes of another `score`: its calls, and what it returned.

    The first pair comes twice more at the end.
    """
    batches, ks = [*batches, *2 * batches[:1]], [*ks, *2 * ks[:1]]
    eager, numbers = [], []

    def score(x, k):
        eager.append(tf.executing_eagerly())
        numbers.append(
            f"{k.dtype.name} tensor" if isinstance(k, tf.Tensor) else type(k).__name__
        )
        return tf.reduce_max(x, axis=-1) - tf.cast(k, tf.float32)

    results = solution.call_many(score, batches, ks)
    return {
        "results": results,
        "tensors": all(map(tf.is_tensor, results)),
        "eager": eager,
        "numbers": numbers,
    }


def traces_without_signature(solution, batches, ks):
    """How often `call_many` lets a `score` be traced that has no signature."""

    @tf.function
    def score(x, k):
        return tf.reduce_max(x, axis=-1) - tf.cast(k, tf.float32)

    solution.call_many(score, batches, ks)
    return score.experimental_get_tracing_count()
