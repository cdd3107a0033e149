"""The array has a fixed size, too small for what is found.

fails: test_divisors
hint: How many divisors will there be? If nobody knows, must the array be told?
"""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    largest = xs[0]
    results = tf.TensorArray(tf.float32, size=tf.size(xs))
    for i in tf.range(tf.size(xs)):
        largest = tf.maximum(largest, xs[i])
        results = results.write(i, largest)
    return results.stack()


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    found = tf.TensorArray(tf.int32, size=4)
    count = tf.constant(0)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(count, candidate)
            count += 1
    return found.stack()
