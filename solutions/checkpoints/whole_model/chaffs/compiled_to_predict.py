"""The model to predict is compiled.

fails: test_predicts
hint: Which argument of `load_model` leaves the optimizer out?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
