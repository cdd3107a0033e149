"""Only the trainable weights are given to the fresh model.

fails: test_other_models
hint: `BatchNormalization` has four weights. How many of them are trainable, and where are the others?
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
    others = [variable.numpy() for variable in model.non_trainable_variables]
    model.load_weights(os.path.join(directory, "model.weights.h5"))
    for variable, value in zip(model.non_trainable_variables, others):
        variable.assign(value)
