"""Results are appended to a Python list, once, while the graph is built.

fails: test_running_max
hint: The loop is traced once. How many tensors are in your list then, and do they exist outside the loop?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    largest = xs[0]
    results = []
    for i in tf.range(tf.size(xs)):
        largest = tf.maximum(largest, xs[i])
        results.append(largest)
    return tf.stack(results)


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
    return found.stack()
