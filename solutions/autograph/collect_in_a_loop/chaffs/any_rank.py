"""The signature admits tensors of any rank.

fails: test_one_graph
hint: What is the difference between the shapes `None` and `[None]`? Which one did the stub have?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec(None, tf.float32)])
def running_max(xs):
    xs = tf.reshape(xs, [-1])
    largest = xs[0]
    results = tf.TensorArray(tf.float32, size=tf.size(xs))
    for i in tf.range(tf.size(xs)):
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
