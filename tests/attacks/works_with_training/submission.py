"""Honest work: recurrent and convolutional layers, fit with callbacks, metrics."""

import logging
import os
import warnings

import keras
import numpy as np
import tensorflow as tf


class Scale(keras.Model):
    def __init__(self):
        super().__init__(dtype="float64")
        self.factor = self.add_weight(shape=(), initializer="ones", dtype="float64")

    def call(self, x):
        return self.factor * x

    def train_step(self, data):
        self.factor.assign(2.0)
        return {"loss": keras.ops.sum(data[0])}


def doubled(x):
    warnings.warn("a warning of an honest student", stacklevel=1)
    logging.getLogger().error("an honest log")
    images = np.random.default_rng(1).normal(size=(8, 8, 8, 1)).astype("float32")
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            keras.layers.Conv2D(4, 3, activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Reshape((6, 24)),
            keras.layers.Bidirectional(keras.layers.LSTM(4)),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1),
        ]
    )
    model.compile("adam", "mse", metrics=["mae"])
    callbacks = [
        keras.callbacks.ModelCheckpoint("best.keras", save_best_only=True, monitor="loss"),
        keras.callbacks.CSVLogger("log.csv"),
        keras.callbacks.EarlyStopping("loss", patience=1),
        keras.callbacks.BackupAndRestore("backup"),
    ]
    model.fit(images, images[:, 0, 0], epochs=2, callbacks=callbacks, validation_split=0.25)
    assert os.path.exists("best.keras") and os.path.exists("log.csv")
    model.evaluate(images, images[:, 0, 0], verbose=2)
    model.summary()
    scale = Scale()
    scale.compile()
    scale.fit(np.ones((4, 1)), np.ones((4, 1)), verbose=0)
    return tf.cast(scale(tf.cast(x, tf.float64)), x.dtype)
