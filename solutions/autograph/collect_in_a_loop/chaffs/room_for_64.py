"""There is room for 64 divisors, and some numbers have more.

fails: test_divisors_elsewhere
hint: Which number says how many divisors there may be, and what if there is one more?
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
    found = tf.TensorArray(tf.int32, size=64)
    count = 0
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(count, candidate)
            count += 1
    return found.stack()[:count]
