"""The offset is added in float32, and loses its last digits.

fails: test_large_total
hint: The result has the right dtype. Did every number on the way to it have enough digits?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.float64))
    return total + tf.cast(tf.cast(offset, tf.float32), tf.float64)
