"""Paths of `pathlib`, the older `keras.models` and a step with zero gradients."""

from pathlib import Path

import keras
import tensorflow as tf


def save_both(model, directory):
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    for name, save in (
        ("model.weights.h5", model.save_weights),
        ("model.keras", model.save),
    ):
        save(folder / name, overwrite=True)


def load_to_predict(directory):
    return keras.models.load_model(Path(directory) / "model.keras", compile=False)


def load_to_resume(directory):
    model = keras.models.load_model(Path(directory) / "model.keras", compile=True)
    assert model.compiled
    return model


def load_weights_into(model, directory):
    variables = model.trainable_variables
    model.optimizer.apply([tf.zeros_like(v) for v in variables], variables)
    model.load_weights(Path(directory) / "model.weights.h5")
