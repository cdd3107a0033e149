"""The model to predict is made from its config; what is not built is built."""

import os

import keras


def _file(directory, name):
    os.makedirs(directory, exist_ok=True)
    return os.path.join(directory, name)


def save_both(model, directory):
    keras.models.save_model(model, _file(directory, "model.keras"))
    model.save_weights(_file(directory, "model.weights.h5"))


def load_to_resume(directory):
    model = keras.models.load_model(_file(directory, "model.keras"))
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    return model


def load_to_predict(directory):
    trained = load_to_resume(directory)
    copy = trained.__class__.from_config(trained.get_config())
    copy.set_weights(trained.get_weights())
    return copy


def load_weights_into(model, directory):
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    model.load_weights(_file(directory, "model.weights.h5"))
    return model
