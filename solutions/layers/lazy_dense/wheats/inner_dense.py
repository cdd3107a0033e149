"""A Keras Dense layer is made and built in `build`."""

import keras


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.dense = keras.layers.Dense(self.units, use_bias=self.use_bias)
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)
