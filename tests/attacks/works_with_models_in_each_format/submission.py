"""Honest work: models saved and loaded in each format that Keras knows."""

import os

import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable()
class Twice(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3, dtype=self.dtype)

    def build(self, shape):
        self.dense.build(shape)

    def call(self, x):
        return 2 * x + 0 * keras.ops.sum(self.dense(x))


def doubled(x):
    size = x.shape[-1]
    name = x.dtype.name
    model = keras.Sequential([keras.Input((size,), dtype=name), Twice(dtype=name)])
    model.compile("adam", "mse")
    flat = tf.reshape(x, [-1, size])
    wanted = model(flat)
    for path in ("model.keras", "model.h5"):
        model.save(path)
        loaded = keras.models.load_model(path, compile=path.endswith("keras"))
        np.testing.assert_array_equal(loaded(flat), wanted)
    for path in ("model.weights.h5", "again.weights.h5"):
        model.save_weights(path)
        loaded.load_weights(path)
    copy = keras.models.model_from_json(model.to_json())
    copy.set_weights(model.get_weights())
    np.testing.assert_array_equal(keras.models.clone_model(model)(flat), copy(flat))
    model.export("exported", verbose=False)
    layer = keras.layers.TFSMLayer("exported", call_endpoint="serve", dtype=name)
    assert os.path.exists("exported/saved_model.pb")
    return tf.reshape(layer(flat), x.shape)
