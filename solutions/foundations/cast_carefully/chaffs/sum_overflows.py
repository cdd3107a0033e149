"""The sum is taken in int32, which overflows without a word.

fails: test_large_total
hint: What is 2**31 - 1 plus 1 in an int32? When must the dtype be widened?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    return tf.cast(tf.reduce_sum(counts), tf.float64) + offset
