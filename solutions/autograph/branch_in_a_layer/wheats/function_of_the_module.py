"""A tf.function of the module does it; `call` is plain, and counts halvings."""

import keras
import tensorflow as tf


@tf.function
def _scaled(x, limit):
    largest = tf.norm(tf.reshape(x, [-1]), ord=float("inf"))
    halvings = 0
    while largest > limit:
        largest = largest / 2.0
        halvings += 1
    y = x / tf.pow(2.0, tf.cast(halvings, tf.float32))
    if tf.math.reduce_sum(y) < 0:
        return -y
    else:
        return y


class AdaptiveScale(keras.layers.Layer):
    def __init__(self, limit=1.0, **kwargs):
        super().__init__(**kwargs)
        self._limit = tf.constant(limit, dtype=tf.float32)

    def call(self, x):
        return _scaled(tf.convert_to_tensor(x), self._limit)
