"""The width passes through a float32 on its way to float64.

fails: test_other_buckets
hint: What is `tf.cast(0.1, tf.float64)`? Which dtype does TensorFlow give a Python float at first?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / tf.cast(width, x.dtype)), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
