"""Buffers of the full length are filled round by round, and cut down at the end."""

import tensorflow as tf


@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def running_max(xs):
    result = tf.zeros_like(xs)
    i = tf.constant(0, dtype=tf.int32)
    while i < len(xs):
        current = xs[i]
        if i > 0:
            previous = result[i - 1]
            if previous > current:
                current = previous
        result = tf.tensor_scatter_nd_update(result, [[i]], [current])
        i = i + 1
    return result


@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divisors(n):
    flags = tf.TensorArray(tf.bool, size=n, element_shape=[])
    for i in tf.range(n):
        flags = flags.write(i, n % (i + 1) == 0)
    places = tf.where(flags.stack())
    return tf.cast(tf.squeeze(places, axis=1), tf.int32) + 1
