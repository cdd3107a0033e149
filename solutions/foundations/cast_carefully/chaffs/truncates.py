"""The cast to int32 cuts off the fraction, which rounds towards zero.

fails: test_bucket
hint: What is `tf.cast(-0.5, tf.int32)`, and what is -0.5 rounded down?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(x / width, tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
