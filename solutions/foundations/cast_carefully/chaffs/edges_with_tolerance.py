"""A little is added before the rounding, so that edges surely count as edges.

fails: test_other_buckets
hint: In which bucket is a number just below an edge, and in which is it with your addition?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width + 1e-9), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
