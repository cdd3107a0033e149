"""Of a regulariser only the numbers are kept.

fails: test_names_and_none
hint: Which arguments has `keras.regularizers.OrthogonalRegularizer`?
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
        reg = self.regularizer
        if reg is not None:
            numbers = {
                k: float(getattr(reg, k))
                for k in ("l1", "l2", "factor")
                if hasattr(reg, k)
            }
            reg = [type(reg).__name__, numbers]
        return {
            "name": self.name,
            "trainable": self.trainable,
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": reg,
        }

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        if config["kernel_regularizer"] is not None:
            name, numbers = config["kernel_regularizer"]
            config["kernel_regularizer"] = getattr(keras.regularizers, name)(**numbers)
        return cls(**config)
