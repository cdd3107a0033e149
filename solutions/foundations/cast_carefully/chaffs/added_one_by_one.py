"""The sum starts at the offset, and each count is rounded on its own.

fails: test_large_total
hint: What is 2**53 + 1 in float64? And 2**53 + (1 + 1)?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    terms = tf.concat([offset[tf.newaxis], tf.cast(counts, tf.float64)], axis=0)
    return tf.cumsum(terms)[-1]
