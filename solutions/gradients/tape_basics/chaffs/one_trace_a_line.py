"""Functions that the same line of code makes are taken for one.

fails: test_grad_at_elsewhere
hint: What tells `lambda x: 2 * x` and `lambda x: 5 * x` apart, if a loop makes both?
"""

import tensorflow as tf

_traced = {}


def grad_at(f, x):
    key = getattr(f, "__code__", f)
    if key not in _traced:

        def run(x):
            with tf.GradientTape() as tape:
                tape.watch(x)
                y = f(x)
            return tf.convert_to_tensor(
                tape.gradient(y, x, unconnected_gradients="zero")
            )

        _traced[key] = tf.function(run)
    return _traced[key](x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        y = f(v)
        z = g(y)
    return (
        tf.convert_to_tensor(tape.gradient(y, v, unconnected_gradients="zero")),
        tf.convert_to_tensor(tape.gradient(z, v, unconnected_gradients="zero")),
    )


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    grads = tape.gradient(y, xs, unconnected_gradients="zero")
    return [tf.convert_to_tensor(grad) for grad in grads]
