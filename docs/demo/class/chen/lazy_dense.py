import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.use_bias = use_bias
        self.w = self.add_weight(shape=(4, units), name="w")
        if use_bias:
            self.b = self.add_weight(shape=(units,), initializer="zeros", name="b")

    def build(self, input_shape):
        pass

    def call(self, x):
        y = tf.matmul(x, self.w)
        if self.use_bias:
            y = y + self.b
        return y
