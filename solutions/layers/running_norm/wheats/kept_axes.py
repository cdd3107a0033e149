"""Statistics keep their axes for broadcasting; both ways of normalising are methods."""

import keras
import tensorflow as tf


class RunningNorm(keras.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.m, self.e = momentum, epsilon

    def build(self, shape):
        width = shape[-1]
        self.mean = self.add_weight(
            shape=(width,),
            initializer=lambda s, dtype: tf.zeros(s, dtype),
            trainable=False,
        )
        self.var = self.add_weight(
            shape=(width,),
            initializer=lambda s, dtype: tf.ones(s, dtype),
            trainable=False,
        )

    def learn(self, x):
        axes = [axis for axis, _ in enumerate(x.shape)][:-1]
        average = tf.reduce_mean(x, axes, keepdims=True)
        spread = tf.reduce_mean(
            tf.math.squared_difference(x, average), axes, keepdims=True
        )
        self.mean.assign_add((1 - self.m) * (tf.reshape(average, [-1]) - self.mean))
        self.var.assign_add((1 - self.m) * (tf.reshape(spread, [-1]) - self.var))
        return (x - average) * tf.math.rsqrt(spread + self.e)

    def use(self, x):
        return (x - self.mean) * (self.var + self.e) ** -0.5

    def call(self, x, training=False):
        return self.learn(x) if training else self.use(x)
