"""Each function is a tf.function, in float64 until the last cast."""

import tensorflow as tf


@tf.function
def fraction_true(mask):
    share = tf.reduce_mean(tf.cast(mask, tf.float64))
    return tf.cast(share, tf.float32)


@tf.function
def scale_to_unit(img):
    return tf.cast(tf.cast(img, tf.float64) * (1 / 255), tf.float32)


@tf.function(reduce_retracing=True)
def bucket(x, width):
    return tf.cast(tf.math.floordiv(tf.cast(x, tf.float64), width), tf.int32)


@tf.function
def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.float64))
    return tf.reduce_sum([offset, total])
