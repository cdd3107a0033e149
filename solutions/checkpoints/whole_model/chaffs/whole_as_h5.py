"""The whole model goes into an `.h5` file, which cannot bring it back to train on.

fails: test_files, test_resumes
hint: Keras called that format legacy when it saved. What is missing in the file?
"""

import os

import keras


def save_both(model, directory):
    os.makedirs(directory, exist_ok=True)
    model.save(os.path.join(directory, "model.h5"))
    model.save_weights(os.path.join(directory, "model.weights.h5"))


def load_to_predict(directory):
    return keras.saving.load_model(os.path.join(directory, "model.h5"), compile=False)


def load_to_resume(directory):
    return keras.saving.load_model(os.path.join(directory, "model.h5"))


def load_weights_into(model, directory):
    model.optimizer.build(model.trainable_variables)
    model.load_weights(os.path.join(directory, "model.weights.h5"))
