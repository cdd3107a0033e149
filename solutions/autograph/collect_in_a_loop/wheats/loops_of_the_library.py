"""`tf.scan` and `tf.map_fn` loop; `tf.boolean_mask` picks what divides."""

import tensorflow as tf


def _largest(xs):
    return tf.scan(tf.maximum, xs)


running_max = tf.function(
    _largest, input_signature=[tf.TensorSpec(shape=(None,), dtype=tf.float32)]
)


@tf.function(input_signature=(tf.TensorSpec(shape=(), dtype=tf.int32),))
def divisors(n):
    candidates = 1 + tf.range(n)
    divides = tf.map_fn(
        lambda d: tf.equal(n % d, 0), candidates, fn_output_signature=tf.bool
    )
    return tf.boolean_mask(candidates, divides)
