"""An int64 and a float64 are added as they are.

fails: test_total
hint: TensorFlow never chooses a common dtype for you. Which two dtypes does your `+` meet?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    return tf.reduce_sum(tf.cast(counts, tf.int64)) + offset
