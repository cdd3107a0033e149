"""Divisors are found in pairs, and the root of a square number is counted twice.

fails: test_divisors_elsewhere
hint: For 49, what is the partner of 7?
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
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    candidate = 1
    while candidate * candidate <= n:
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
            found = found.write(found.size(), n // candidate)
        candidate += 1
    return tf.sort(found.stack())
