"""The results go through a `tf.Variable`, where the gradient is lost.

fails: test_gradient, test_graphs_alone
hint: `assign` copies a value. Does a tape know where the variable's value came from?
"""

import tensorflow as tf

LARGEST = tf.Variable(0.0)


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    LARGEST.assign(xs[0])
    results = tf.TensorArray(tf.float32, size=tf.size(xs))
    for i in tf.range(tf.size(xs)):
        LARGEST.assign(tf.maximum(LARGEST, xs[i]))
        results = results.write(i, LARGEST.read_value())
    return results.stack()


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
    return found.stack()
