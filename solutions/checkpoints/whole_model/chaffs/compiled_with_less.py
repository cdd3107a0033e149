"""The loaded model is compiled once more, with optimizer and loss alone.

fails: test_other_models
hint: What else can `compile` be given? Compare what both models say of the same batch.
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    path = os.path.join(directory, "model.keras")
    return keras.saving.load_model(path, compile=False)


def load_to_resume(directory):
    model = keras.saving.load_model(os.path.join(directory, "model.keras"))
    model.compile(model.optimizer, loss=model.loss, run_eagerly=model.run_eagerly)
    return model


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
