"""A Dense inside does the work, and its config is asked for the parts."""

import keras

registered = keras.saving.register_keras_serializable("my_own", name="AffineLayer")


@registered
class Affine(keras.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(
            units, activation=activation, kernel_regularizer=kernel_regularizer
        )

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        inner = self.dense.get_config()
        own = ("units", "activation", "kernel_regularizer")
        return {**super().get_config(), **{key: inner[key] for key in own}}
