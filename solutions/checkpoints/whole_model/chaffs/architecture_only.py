"""The model to predict has the architecture alone, and weights of its own.

fails: test_predicts
hint: A config says how a model is built. Does it say what it learned?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    model = load_to_resume(directory)
    return model.__class__.from_config(model.get_config())


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
