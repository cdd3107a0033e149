"""A legacy `.h5` file is written first, and takes the optimizer out of what is saved next.

fails: test_resumes
hint: Which optimizer has the model that you loaded, and which had the one that you saved?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    legacy = os.path.join(directory, "model.h5")
    model.save(legacy)
    os.remove(legacy)
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
    model.load_weights(os.path.join(directory, "model.weights.h5"))
