"""Whether it is training is asked of `keras.backend`, as in 2020.

fails: test_training_output, test_moving_statistics, test_prediction
hint: Read the message: what is gone? Which argument of `call` tells it today?
"""

import keras
import tensorflow as tf


class RunningNorm(keras.layers.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.mean = self.add_weight(
            shape=shape, initializer="zeros", trainable=False, name="mean"
        )
        self.var = self.add_weight(
            shape=shape, initializer="ones", trainable=False, name="var"
        )

    def call(self, x, training=False):
        if keras.backend.learning_phase():
            axes = list(range(len(x.shape) - 1))
            mean, var = tf.nn.moments(x, axes)
            self.mean.assign(self._moved(self.mean, mean))
            self.var.assign(self._moved(self.var, var))
        else:
            mean, var = self.mean, self.var
        return (x - mean) / tf.sqrt(var + self.epsilon)

    def _moved(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new
