"""The maximum starts at a number that is low, and not low enough.

fails: test_running_max_elsewhere
hint: Is there a finite float32 below the number that you start with? What does the statement let you start with?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    largest = tf.constant(-1e9)
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
