"""The model to resume takes its weights from the other file too.

fails: test_each_file_alone
hint: What is in `model.keras` already? Somebody sends you that file alone.
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
    model = keras.saving.load_model(os.path.join(directory, "model.keras"))
    model.load_weights(os.path.join(directory, "model.weights.h5"))
    return model


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
