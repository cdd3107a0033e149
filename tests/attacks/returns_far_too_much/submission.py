"""A million items, a hundred million letters, a tensor of a hundred megabytes."""

import tensorflow as tf


def doubled(x):
    if len(x.shape) == 1:
        return [0.0] * 10**6
    if len(x.shape) == 2:
        return "a" * 10**8
    return tf.zeros((25, 1_000_000))
