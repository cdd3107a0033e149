"""How a solution of `gradients/per_example_grads` is observed."""

import tensorflow as tf
from tensorflow.python.framework import op_callbacks

LOSSES = {
    "squares": lambda w, x, y: tf.reduce_sum((x @ w - y) ** 2, axis=1),
    "cross-entropy": lambda w, x, y: tf.nn.sparse_softmax_cross_entropy_with_logits(
        labels=y, logits=tf.tanh(x @ w)
    ),
    "decay": lambda w, x, y: y * tf.exp(-w * x),
    "lookup": lambda w, x, y: tf.reduce_sum(tf.gather(w, y) * x, axis=1) ** 2,
    "cubic": lambda w, x, y: tf.einsum("bi,ijk,bj,bk->b", x, w, x, y) ** 2,
}
FUNCTIONS = {
    "tanh": lambda x, a: tf.tanh(x @ a),
    "softmax": lambda x, a: tf.nn.softmax(x @ a) * tf.reduce_sum(x, 1, keepdims=True),
    "products": lambda x, a: (x @ a) * x[:, :1] + tf.sin(x[:, -1:]),
}


def gradients(solution, name, w, x, y, variable):
    """The gradients of a named loss, one for each example."""
    weights = tf.Variable(w) if variable else tf.constant(w)
    return solution.per_example_grads(
        LOSSES[name], weights, tf.constant(x), tf.constant(y)
    )


def jacobian(solution, name, x, a):
    """The Jacobians of a named function with the matrix `a`, one for each row."""
    return solution.input_jacobian(lambda x: FUNCTIONS[name](x, a), tf.constant(x))


def recordings(solution, name, w, x, y, any_batch):
    """How many tapes are opened, by whatever name, and how often the loss is called.

    Or how many are while a graph for `any_batch` is made.
    """
    counts = {"tapes": 0, "calls": 0}
    enter = tf.GradientTape.__enter__

    def entered(tape):
        counts["tapes"] += 1
        return enter(tape)

    def loss(*args):
        counts["calls"] += 1
        return LOSSES[name](*args)

    def grads(x, y):
        return solution.per_example_grads(loss, tf.constant(w), x, y)

    tf.GradientTape.__enter__ = entered
    try:
        if any_batch:
            specs = [tf.TensorSpec([None, *z.shape[1:]], z.dtype) for z in (x, y)]
            tf.function(grads).get_concrete_function(*specs)
        else:
            grads(tf.constant(x), tf.constant(y))
    finally:
        tf.GradientTape.__enter__ = enter
    return counts


def largest(solution, name, x, a):
    """The number of entries of the largest tensor that `input_jacobian` computes."""
    sizes = []

    def note(op_type, inputs, attrs, outputs, op_name=None, graph=None):
        sizes.extend(tensor.shape.num_elements() or 0 for tensor in outputs)

    op_callbacks.add_op_callback(note)
    try:
        jacobian(solution, name, x, a)
    finally:
        op_callbacks.remove_op_callback(note)
    return max(sizes, default=0)


def traced(solution, w, batches, a):
    """What both functions return in one graph for batches of several sizes."""

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, w.shape[0]], w.dtype),
            tf.TensorSpec([None, w.shape[1]], w.dtype),
        ]
    )
    def both(x, y):
        one = solution.per_example_grads(LOSSES["squares"], tf.constant(w), x, y)
        other = solution.input_jacobian(lambda x: FUNCTIONS["tanh"](x, a), x)
        return one, other

    return [both(tf.constant(x), tf.constant(y)) for x, y in batches]
