"""The weights' file is read a second time, by hand, for the optimizer."""

import os

import h5py
import keras

WHOLE = "model.keras"
WEIGHTS = "model.weights.h5"


def save_both(model, directory):
    if not os.path.isdir(directory):
        os.makedirs(directory)
    model.save_weights(f"{directory}/{WEIGHTS}")
    model.save(f"{directory}/{WHOLE}")


def load_to_predict(directory):
    model = keras.saving.load_model(f"{directory}/{WHOLE}", compile=False)
    model.trainable = True
    return model


def load_to_resume(directory):
    return keras.saving.load_model(f"{directory}/{WHOLE}")


def load_weights_into(model, directory):
    path = f"{directory}/{WEIGHTS}"
    model.load_weights(path)
    optimizer = model.optimizer
    optimizer.build(model.trainable_variables)
    with h5py.File(path) as file:
        saved = file["optimizer/vars"]
        for number, variable in enumerate(optimizer.variables):
            variable.assign(saved[str(number)][()])
