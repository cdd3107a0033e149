"""One is taken off every negative quotient, also off those that are whole.

fails: test_other_buckets
hint: In which bucket does -1.0 lie when buckets are 0.5 wide? Your own example has it.
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    whole = tf.cast(x / width, tf.int32)
    return tf.where(x < 0, whole - 1, whole)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
