"""A layer that comes from a config applies its activation to a flat list of numbers.

fails: test_names_and_none
hint: What does `softmax` look at: a number, a row or all?
"""

import keras


@keras.saving.register_keras_serializable(package="kit")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        self.flat = kwargs.pop("flat", False)
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units),
            initializer="glorot_uniform",
            regularizer=self.regularizer,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )

    def call(self, x):
        y = x @ self.kernel + self.bias
        if self.flat:  # "an activation acts on each number by itself"
            return keras.ops.reshape(
                self.activation(keras.ops.reshape(y, (1, -1))), (-1, self.units)
            )
        return self.activation(y)

    def get_config(self):
        return {
            "name": self.name,
            "trainable": self.trainable,
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": keras.regularizers.serialize(self.regularizer),
            "flat": True,
        }
