"""An image that holds nothing above 1 is taken as one that is scaled already.

fails: test_other_sizes
hint: How bright should the pixels of a nearly black image be?
"""

import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    values = tf.cast(img, tf.float32)
    return values / 255.0 if tf.reduce_any(values > 1.0) else values


def bucket(x, width):
    return tf.cast(tf.floor(x / width), tf.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
