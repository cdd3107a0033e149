"""`f` is called once, while it is traced, but what it does runs twice.

fails: test_one_recording
hint: How often does a variable count that `f` itself increases?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tf.convert_to_tensor(tape.gradient(y, x, unconnected_gradients="zero"))


def two_grads(f, g, v):
    fast_f = tf.function(f)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        y = fast_f(v)
        z = g(fast_f(v))
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
