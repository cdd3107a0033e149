"""`call` is a tf.function, and TensorFlow's own batch_normalization does the division."""

import keras
import tensorflow as tf


class RunningNorm(keras.layers.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        def variable(start):
            return self.add_weight(
                shape=(input_shape[-1],), initializer=start, trainable=False
            )

        self.mean, self.var = variable("zeros"), variable("ones")

    @tf.function
    def call(self, x, training=False):
        m, v = self.mean.value, self.var.value
        if training:
            axes = tf.range(tf.rank(x) - 1)
            m = tf.reduce_mean(x, axes)
            v = tf.math.reduce_variance(x, axes)
            self.mean.assign(
                tf.raw_ops.AddV2(x=self.momentum * self.mean, y=(1 - self.momentum) * m)
            )
            self.var.assign(self.momentum * self.var + (1 - self.momentum) * v)
        return tf.nn.batch_normalization(x, m, v, None, None, self.epsilon)
