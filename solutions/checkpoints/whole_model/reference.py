"""A whole model in a file."""

import os

import keras


def save_both(model, directory):
    """Save the whole model, and its weights with the optimizer's state.

    Args:
        model: A compiled model that was trained; it is not changed.
        directory: Where to; perhaps not there yet.
    """
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.keras"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    """Return the saved model, not compiled.

    Args:
        directory: A folder with `model.keras` in it.
    """
    return keras.saving.load_model(
        os.path.join(directory, "model.keras"), compile=False
    )


def load_to_resume(directory):
    """Return the saved model, compiled, with the optimizer where it stopped.

    Args:
        directory: A folder with `model.keras` in it.
    """
    return keras.saving.load_model(os.path.join(directory, "model.keras"))


def load_weights_into(model, directory):
    """Give a model the saved weights, and its optimizer the saved state.

    Args:
        model: A model like the saved one, compiled the same way, never trained.
        directory: A folder with `model.weights.h5` in it.

    Raises:
        ValueError: The weights do not fit the model.
    """
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
