"""Clumsy but right: choices by tf.where, a loop over the counts, one step at a time."""

import tensorflow as tf


def fraction_true(mask):
    ones = tf.where(mask, 1.0, 0.0)
    return tf.reduce_sum(ones) / len(mask)


def scale_to_unit(img):
    return img / 255


def bucket(x, width):
    ratio = x / tf.constant(width, dtype=x.dtype)
    whole = tf.cast(ratio, tf.int32)
    too_high = tf.cast(whole, x.dtype) > ratio
    return whole - tf.cast(too_high, tf.int32)


def exact_total(counts, offset):
    total = 0
    for count in counts.numpy().tolist():
        total += count
    return tf.constant(total, dtype=tf.float64) + offset
