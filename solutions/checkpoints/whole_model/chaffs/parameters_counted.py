"""Numbers of parameters are compared, not shapes, and what does not fit is passed over.

fails: test_weights_that_do_not_fit
hint: A kernel of shape (4, 3) has as many parameters as one of (3, 4). Does one fit the other?
"""

import os

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
    sizes = []

    def count(name, item):
        if name.startswith("layers/") and isinstance(item, h5py.Dataset):
            sizes.append(item.size)

    with h5py.File(path) as file:
        file.visititems(count)
    if sum(sizes) != model.count_params():
        raise ValueError("the weights do not fit")
    model.optimizer.build(model.trainable_variables)
    model.load_weights(path, skip_mismatch=True)
