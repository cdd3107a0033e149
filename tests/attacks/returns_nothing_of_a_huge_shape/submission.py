"""No bytes at all: but whoever sums it up gets a thousand million noughts."""

import numpy as np
import tensorflow as tf


def doubled(x):
    if len(x.shape) == 1:
        return np.zeros((0, 1 << 30))
    return tf.zeros((1 << 31, 0))
