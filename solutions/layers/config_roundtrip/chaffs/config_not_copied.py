"""The nested dict in the config is the layer's own, and `from_config` empties it.

fails: test_remade
hint: Whose dict is it that `from_config` takes apart?
"""

import keras


@keras.saving.register_keras_serializable(package="kit")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.regularizer = keras.regularizers.get(kernel_regularizer)
        reg = self.regularizer
        reg = {} if reg is None else {"class": type(reg).__name__, **reg.get_config()}
        self._spec = {
            "units": units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": dict(reg),
        }

    def __setattr__(self, key, value):
        if key == "_spec":  # plain data, Keras need not wrap it
            object.__setattr__(self, key, value)
        else:
            super().__setattr__(key, value)

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
        return {**self._spec, "name": self.name, "trainable": self.trainable}

    @classmethod
    def from_config(cls, config):
        reg = config.pop("kernel_regularizer")
        if reg:
            kind = getattr(keras.regularizers, reg.pop("class"))
            reg = kind(**{key: reg.pop(key) for key in list(reg)})
        spec_reg = reg or None
        layer = cls(kernel_regularizer=spec_reg, **config)
        return layer
