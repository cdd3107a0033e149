"""The module remembers where it saved; loading does not look into the directory.

fails: test_elsewhere, test_each_file_alone
hint: Tomorrow nobody will have called `save_both` before. What is left of your variable then?
"""

import os

import keras

LAST = []


def save_both(model, directory):
    LAST[:] = [directory]
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    return keras.saving.load_model(
        os.path.join(directory, "model.keras"), compile=False
    )


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(LAST[0], "model.keras"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
