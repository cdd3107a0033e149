"""The weights are taken from the whole model's file, not from the weights' file.

fails: test_each_file_alone
hint: Somebody sends you `model.weights.h5` alone. Is that enough for your function?
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
    saved = load_to_resume(directory)
    try:
        model.set_weights(saved.get_weights())
    except ValueError as error:
        raise ValueError("other shapes") from error
    for own, other in zip(model.optimizer.variables, saved.optimizer.variables):
        own.assign(other)
