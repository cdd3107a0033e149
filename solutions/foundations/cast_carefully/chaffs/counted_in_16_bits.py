"""The trues are counted in a uint16, which starts again at 0 after 65535.

fails: test_other_sizes
hint: How far can a uint16 count? What comes after that?
"""

import tensorflow as tf


def fraction_true(mask):
    true = tf.reduce_sum(tf.cast(mask, tf.uint16))
    return tf.cast(true, tf.float32) / tf.cast(tf.size(mask), tf.float32)


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
