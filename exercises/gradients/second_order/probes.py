"""How a solution of `gradients/second_order` is observed."""

import tensorflow as tf
from tensorflow.python.framework import op_callbacks

MANY = {
    "quartic": lambda x, a: tf.reduce_sum(x**4) + tf.reduce_sum(a * x) ** 2,
    "waves": lambda x, a: tf.reduce_sum(tf.sin(a * x)[1:] * x[0]),
    "logarithm": lambda x, a: tf.reduce_logsumexp(x) * tf.reduce_sum(a * x),
    "product": lambda x, a: tf.reduce_prod(x) + tf.exp(tf.reduce_mean(a * x)),
    "linear": lambda x, a: tf.reduce_sum(a * x),
    "constant": lambda x, a: tf.constant(2.0, x.dtype),
}
ONE = {
    "wave": lambda x: tf.sin(2 * x) * tf.exp(-x),
    "power": lambda x: x**5 - x**2,
    "quotient": lambda x: tf.tanh(x) / (tf.ones([], tf.float32) + x * x),
    "square": lambda x: 3 * x * x,
    "straight": lambda x: 2 * x,
    "constant": lambda x: tf.constant(1.0, x.dtype),
}


def hessian_times(solution, name, x, v, a):
    """What `hvp` returns for a named function with the vector `a`."""
    x, v, a = tf.constant(x), tf.constant(v), tf.constant(a)
    return solution.hvp(lambda x: MANY[name](x, a), x, v)


def hessian_times_itself(solution, name, x, a):
    """What `hvp` returns where `v` is the very tensor `x`."""
    x = tf.constant(x)
    return solution.hvp(lambda x: MANY[name](x, a), x, x)


def third(solution, name, x):
    """What `third_derivative` returns for a named function."""
    return solution.third_derivative(ONE[name], tf.constant(x))


def largest(solution, name, x, v, a):
    """The number of entries of the largest tensor that `hvp` computes."""
    sizes = []

    def note(op_type, inputs, attrs, outputs, op_name=None, graph=None):
        sizes.extend(tensor.shape.num_elements() or 0 for tensor in outputs)

    op_callbacks.add_op_callback(note)
    try:
        hessian_times(solution, name, x, v, a)
    finally:
        op_callbacks.remove_op_callback(note)
    return max(sizes, default=0)


def beginning(solution, name, n):
    """The first entries of what `hvp` returns for `n` inputs, in a graph for any."""
    spec = tf.TensorSpec([None], tf.float64)

    @tf.function(input_signature=[spec, spec])
    def product(x, v):
        return solution.hvp(lambda x: MANY[name](x, a), x, v)

    x = tf.linspace(tf.constant(0.5, tf.float64), 1.5, n)
    a = 1 / tf.range(1, n + 1, dtype=tf.float64)
    return product(x, tf.cos(x))[:5]


def traced(solution, name, x, v, a, scalar_name, scalar):
    """What both functions return in one graph for vectors of any length.

    There `v` has been computed from `x`.
    """

    @tf.function(
        input_signature=[
            tf.TensorSpec([None], x.dtype),
            tf.TensorSpec([None], v.dtype),
            tf.TensorSpec([], x.dtype),
        ]
    )
    def both(x, v, scalar):
        many = solution.hvp(lambda x: MANY[name](x, a), x, v * x)
        return many, solution.third_derivative(ONE[scalar_name], scalar)

    return both(tf.constant(x), tf.constant(v), tf.constant(scalar, x.dtype))
