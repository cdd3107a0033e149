"""The bucket's number is rounded down, but stays a float.

fails: test_bucket
hint: Which dtype does `tf.floor` return? Which one should `bucket` return?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.floor(x / width)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
