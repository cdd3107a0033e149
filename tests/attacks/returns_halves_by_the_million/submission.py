"""No chaff does that, so what is it? Seven million numbers of the smallest kind."""

import tensorflow as tf


def doubled(x):
    return tf.cast(tf.range(7_000_000) % 2048, tf.float16)
