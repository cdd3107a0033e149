"""A whole model in a file.

`README.md` beside this file says what to write. Look at your work with

    grader check checkpoints/whole_model
"""

import os

import keras


def save_both(model, directory):
    """Save the whole model, and its weights with the optimizer's state.

    Args:
        model: A compiled model that was trained; it is not changed.
        directory: Where to; perhaps not there yet.
    """
    raise NotImplementedError("your turn: `save_both`")


def load_to_predict(directory):
    """Return the saved model, not compiled.

    Args:
        directory: A folder with `model.keras` in it.
    """
    raise NotImplementedError("your turn: `load_to_predict`")


def load_to_resume(directory):
    """Return the saved model, compiled, with the optimizer where it stopped.

    Args:
        directory: A folder with `model.keras` in it.
    """
    raise NotImplementedError("your turn: `load_to_resume`")


def load_weights_into(model, directory):
    """Give a model the saved weights, and its optimizer the saved state.

    Args:
        model: A model like the saved one, compiled the same way, never trained.
        directory: A folder with `model.weights.h5` in it.

    Raises:
        ValueError: The weights do not fit the model.
    """
    raise NotImplementedError("your turn: `load_weights_into`")
