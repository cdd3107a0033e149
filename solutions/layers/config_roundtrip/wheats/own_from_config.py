"""`from_config` uses up its dict, as Keras's guide does; `__init__` keeps what it gets."""

import keras
from keras import ops
from keras.saving import (
    deserialize_keras_object,
    register_keras_serializable,
    serialize_keras_object,
)


@register_keras_serializable()
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.given_activation = activation
        self.given_regularizer = kernel_regularizer

    def build(self, input_shape):
        self.function = keras.activations.get(self.given_activation)
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), regularizer=self.given_regularizer
        )
        self.bias = self.add_weight(shape=(self.units,))
        self.built = True

    def call(self, x):
        return self.function(ops.add(ops.matmul(x, self.kernel), self.bias))

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["activation"] = serialize_keras_object(self.given_activation)
        config["kernel_regularizer"] = serialize_keras_object(self.given_regularizer)
        return config

    @classmethod
    def from_config(cls, config):
        made = {
            key: deserialize_keras_object(config.pop(key))
            for key in ("activation", "kernel_regularizer")
        }
        return cls(**made, **config)
