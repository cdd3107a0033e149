"""The learning rate goes back to what the fresh model was compiled with.

fails: test_weights
hint: The rate was lowered in training. Which of the optimizer's variables do you overwrite?
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
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    rate = model.optimizer.get_config()["learning_rate"]
    model.load_weights(os.path.join(directory, "model.weights.h5"))
    model.optimizer.learning_rate = rate
