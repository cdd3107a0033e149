"""The name of the weights' file lacks the ending that Keras 3 demands.

fails: test_files, test_predicts, test_resumes, test_weights
hint: Read the message: how must the name of a weights file end?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights"))


def load_to_predict(directory):
    return keras.saving.load_model(
        os.path.join(directory, "model.keras"), compile=False
    )


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights"))
