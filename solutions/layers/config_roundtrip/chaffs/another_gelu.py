"""The name of the activation is looked up among the operations, where `gelu` is another one.

fails: test_names_and_none
hint: What do `keras.ops.gelu(-2.2)` and `keras.activations.gelu(-2.2)` return?
"""

import keras


@keras.saving.register_keras_serializable(package="kit")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
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
        return self.activation(x @ self.kernel + self.bias)

    def get_config(self):
        return {
            "name": self.name,
            "trainable": self.trainable,
            "units": self.units,
            "activation": self.activation.__name__,
            "kernel_regularizer": keras.regularizers.serialize(self.regularizer),
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        name = config["activation"]
        config["activation"] = getattr(keras.ops, name, None) or keras.activations.get(
            name
        )
        return cls(**config)
