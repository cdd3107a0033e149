"""Weights that do not fit are skipped.

fails: test_weights_that_do_not_fit
hint: What does your model hold where the file had another shape, and who was told?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    return keras.saving.load_model(
        os.path.join(directory, "model.keras"), compile=False
    )


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    path = os.path.join(directory, "model.weights.h5")
    model.load_weights(path, skip_mismatch=True)
