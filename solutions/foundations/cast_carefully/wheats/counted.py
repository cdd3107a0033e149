"""Trues are counted, `//` rounds down, and TensorFlow's own image conversion scales."""

import tensorflow as tf


def fraction_true(mask):
    true = tf.math.count_nonzero(mask)
    return tf.cast(true / tf.size(mask, out_type=tf.int64), tf.float32)


def scale_to_unit(img):
    return tf.image.convert_image_dtype(img, tf.float32)


def bucket(x, width):
    return tf.cast(x // width, tf.int32)


def exact_total(counts, offset):
    return tf.add_n(
        [tf.cast(tf.reduce_sum(tf.cast(counts, "int64")), "double"), offset]
    )
