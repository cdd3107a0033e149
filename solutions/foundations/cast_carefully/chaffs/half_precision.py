"""The mean is taken in float16, which has three digits.

fails: test_fraction
hint: Which dtype did you take the mean in? How many digits of the answer survive there?
"""

import tensorflow as tf


def fraction_true(mask):
    share = tf.reduce_mean(tf.cast(mask, tf.float16))
    return tf.cast(share, tf.float32)


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
