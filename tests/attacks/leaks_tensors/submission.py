"""Every step of a loop keeps its tensor."""

import tensorflow as tf

kept = []


def doubled(x):
    while len(x.shape) == 1:
        kept.append(tf.ones((1024, 1024)) * len(kept))
    return x
