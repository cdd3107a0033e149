"""Outside graphs the weights are read once, and remembered.

fails: test_trains
hint: Call the layer, train it and call it again: which weights does the last call use?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self._values = None

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units),
            initializer="glorot_uniform",
            name="kernel",
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def set_weights(self, weights):
        super().set_weights(weights)
        self._values = None

    def _read(self):
        return [tf.convert_to_tensor(weight) for weight in self.weights]

    def call(self, x):
        if tf.executing_eagerly():
            if self._values is None:
                self._values = self._read()
            values = self._values
        else:
            values = self._read()
        y = tf.matmul(x, values[0])
        return y + values[1] if self.use_bias else y
