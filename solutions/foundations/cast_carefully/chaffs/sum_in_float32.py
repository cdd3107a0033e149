"""The sum is taken in float32, which skips integers above 2**24.

fails: test_large_total
hint: What is 2**24 + 1 in a float32? Which dtype has room for every step of the sum?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.float32))
    return tf.cast(total, tf.float64) + offset
