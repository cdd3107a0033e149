"""34 GB at once: TensorFlow waits for ten seconds before it gives up."""

import tensorflow as tf


def doubled(x):
    if len(x.shape) == 1:
        return tf.zeros((1 << 16, 1 << 17)) + 1
    return x
