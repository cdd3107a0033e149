"""A counter of its own says where to write; helpers, and a loop over slices."""

import tensorflow as tf


def _largest_until(xs, end):
    return tf.reduce_max(xs[:end])


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)], reduce_retracing=True)
def running_max(xs):
    collected = tf.TensorArray(dtype=xs.dtype, size=0, dynamic_size=True)
    for end in range(1, tf.size(xs) + 1):
        collected = collected.write(end - 1, _largest_until(xs, end))
    return tf.reshape(collected.stack(), [-1])


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    collected = tf.TensorArray(tf.int32, size=1, dynamic_size=True)
    count = 0
    d = n
    while d >= 1:
        if tf.not_equal(n - d * (n // d), 0):
            d -= 1
            continue
        collected = collected.write(count, d)
        count = count + 1
        d -= 1
    return tf.reverse(collected.gather(tf.range(count)), axis=[0])
