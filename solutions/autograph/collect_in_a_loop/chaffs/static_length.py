"""Python's `range` is given the static length, which is `None`.

fails: test_running_max
hint: What is `xs.shape[0]` while the graph is built for every length? Who knows the length when it runs?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    largest = xs[0]
    results = tf.TensorArray(tf.float32, size=tf.size(xs))
    for i in range(xs.shape[0]):
        largest = tf.maximum(largest, xs[i])
        results = results.write(i, largest)
    return results.stack()


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
    return found.stack()
