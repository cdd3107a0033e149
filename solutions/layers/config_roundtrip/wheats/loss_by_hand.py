"""The loss is added in `call`, and the class is put into Keras's table by hand."""

import keras
import tensorflow as tf


class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = int(units)
        self.act = keras.activations.get(activation)
        self.reg = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        super().build(input_shape)
        width = input_shape[-1]
        self.w = self.add_weight(name="w", shape=(width, self.units))
        self.b = self.add_weight(name="b", shape=(self.units,))

    def call(self, x):
        if self.reg is not None:
            self.add_loss(self.reg(self.w))
        return self.act(tf.einsum("bi,ij->bj", x, self.w) + self.b)

    def get_config(self):
        config = super().get_config()
        regularizer = None
        if self.reg is not None:
            regularizer = keras.saving.serialize_keras_object(self.reg)
        config.update(
            units=self.units,
            activation=self.act.__name__,
            kernel_regularizer=regularizer,
        )
        return config


keras.saving.get_custom_objects()["Affine"] = Affine
