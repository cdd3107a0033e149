"""The bytes are divided as integers, and only then become floats.

fails: test_unit
hint: What is `100 // 255`? Can a cast afterwards bring the fraction back?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img // 255, tf.float32)


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
