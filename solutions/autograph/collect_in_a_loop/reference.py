"""Collect results in a loop."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    """Return the largest element so far, for each element.

    Args:
        xs: float32 tensor, shape `(length,)`, at least one element.

    Returns:
        float32 tensor, shape `(length,)`.
    """
    largest = xs[0]
    results = tf.TensorArray(tf.float32, size=tf.size(xs))
    for i in tf.range(tf.size(xs)):
        largest = tf.maximum(largest, xs[i])
        results = results.write(i, largest)
    return results.stack()


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    """Return the numbers from 1 to `n` that divide `n`, in rising order.

    Args:
        n: int32 scalar tensor, at least 1.

    Returns:
        int32 tensor, shape `(count,)`.
    """
    found = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for candidate in tf.range(1, n + 1):
        if n % candidate == 0:
            found = found.write(found.size(), candidate)
    return found.stack()
