"""The sizes of weights are compared, not their shapes, and what fits in size is reshaped.

fails: test_weights_that_do_not_fit
hint: A kernel of shape (4, 1) has the size of one of (1, 4). What does each number mean in either?
"""

import os
import tempfile

import h5py
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
    path = os.path.join(directory, "model.weights.h5")
    saved = {}

    def read(name, item):
        if isinstance(item, h5py.Dataset):
            saved[name] = item[()]

    with h5py.File(path) as file:
        file.visititems(read)
    model.optimizer.build(model.trainable_variables)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.weights.h5")
        model.save_weights(path)
        with h5py.File(path, "r+") as file:
            for name, value in saved.items():
                if file[name].size != value.size:
                    raise ValueError(f"{name} does not fit")
                file[name][...] = value.reshape(file[name].shape)
        model.load_weights(path)
