"""What is returned is an array of NumPy's or a Python number.

fails: test_tensors
hint: What is `type(bucket(...))`? Which of your calls left TensorFlow?
"""

import numpy as np
import tensorflow as tf


def fraction_true(mask):
    return tf.reduce_mean(tf.cast(mask, tf.float32))


def scale_to_unit(img):
    return tf.cast(img, tf.float32) / 255.0


def bucket(x, width):
    return np.floor(x / width).astype(np.int32)


def exact_total(counts, offset):
    total = tf.reduce_sum(tf.cast(counts, tf.int64))
    return tf.cast(total, tf.float64) + offset
