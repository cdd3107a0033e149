"""The config holds the weights too.

fails: test_config
hint: What did the constructor get, and what did the layer learn? Which of the two is in the config?
"""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="course")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units),
            regularizer=self.kernel_regularizer,
            name="kernel",
        )
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return self.activation(tf.matmul(x, self.kernel) + self.bias)

    def get_config(self):
        config = super().get_config() | {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
        }
        if self.built:
            config["weights"] = [weight.tolist() for weight in self.get_weights()]
        return config

    @classmethod
    def from_config(cls, config):
        config.pop("weights", None)
        return cls(**config)
