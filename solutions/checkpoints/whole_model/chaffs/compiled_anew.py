"""The model to resume is compiled anew, and so gets an optimizer that never made a step.

fails: test_resumes
hint: What is `optimizer.iterations` right after loading, and what after your `compile`?
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
    model = load_to_predict(directory)
    model.compile(keras.optimizers.Adam(0.1), loss="mse", run_eagerly=True)
    return model


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
