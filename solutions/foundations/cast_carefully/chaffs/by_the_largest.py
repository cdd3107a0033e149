"""The image is divided by its own largest value in place of 255.

fails: test_unit
hint: Does a dark image stay dark? What should 200 become if nothing in the image is brighter?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    values = tf.cast(img, tf.float32)
    return values / tf.reduce_max(values)


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
