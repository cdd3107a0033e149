"""What was loaded from a folder once is returned for ever.

fails: test_saving_changes_nothing
hint: Train on, save in the same folder, and load: which of the two models do you get?
"""

import functools
import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


@functools.cache
def load_to_predict(directory):
    path = os.path.join(directory, "model.keras")
    return keras.saving.load_model(path, compile=False)


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
