"""The mean of a bool tensor is asked for, and bools have none.

fails: test_fraction
hint: Which dtypes does `tf.reduce_mean` accept, and what is the dtype of `mask`?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(mask)


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
