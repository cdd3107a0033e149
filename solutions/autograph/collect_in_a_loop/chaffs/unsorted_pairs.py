"""Divisors are found in pairs and returned in the order in which they were found.

fails: test_divisors
hint: In which order did the statement ask for them?
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
            if candidate * candidate < n:
                found = found.write(found.size(), n // candidate)
        candidate += 1
    return found.stack()
