"""`save_both` compiles the model anew, and so changes it.

fails: test_saving_changes_nothing
hint: After the save somebody trains on. Which optimizer does it, and how many steps has it made?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))
    model.compile(model.optimizer.from_config(model.optimizer.get_config()), model.loss)


def load_to_predict(directory):
    return keras.saving.load_model(
        os.path.join(directory, "model.keras"), compile=False
    )


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
