"""NumPy computes, and what it finds becomes a tensor again."""

import numpy as np
import tensorflow as tf


def fraction_true(mask):
    return tf.convert_to_tensor(np.mean(mask.numpy()), dtype=tf.float32)


def scale_to_unit(img):
    return tf.convert_to_tensor(img.numpy().astype(np.float32) / np.float32(255))


def bucket(x, width):
    return tf.convert_to_tensor(np.floor(x.numpy() / width).astype(np.int32))


def exact_total(counts, offset):
    return tf.convert_to_tensor(counts.numpy().sum(dtype=np.int64) + offset.numpy())
