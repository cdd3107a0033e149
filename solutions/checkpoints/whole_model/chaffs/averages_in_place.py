"""The weights are replaced by their moving averages before they are saved.

fails: test_saving_changes_nothing
hint: Compare the model's weights before `save_both` with those after it.
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.optimizer.finalize_variable_values(model.trainable_variables)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    path = os.path.join(directory, "model.keras")
    return keras.saving.load_model(path, compile=False)


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
