"""The mean is taken of integers, and is an integer.

fails: test_fraction
hint: What is the mean of the integers 1 and 0 in TensorFlow, and of which dtype?
"""

import tensorflow as tf


def fraction_true(mask):
    share = tf.reduce_mean(tf.cast(mask, tf.int32))
    return tf.cast(share, tf.float32)


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
