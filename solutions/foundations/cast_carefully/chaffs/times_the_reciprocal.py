"""The division is a product with `1 / width`, which is rounded once too often.

fails: test_other_buckets
hint: What is `49.0 * (1 / 49.0)` in Python? In which bucket does 49.0 belong?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x * (1.0 / width)), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
