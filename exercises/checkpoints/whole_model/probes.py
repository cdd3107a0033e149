"""How a solution of `checkpoints/whole_model` is observed."""

import io
import os
import shutil
import zipfile

import keras

FOLDER, COPY = "run", "copy"
MODEL, WEIGHTS = "model.keras", "model.weights.h5"


def _dense(units, seed, activation=None):
    start = keras.initializers.GlorotUniform(seed=seed)
    return keras.layers.Dense(units, activation=activation, kernel_initializer=start)


def _two_layers():
    hidden, last = _dense(5, 1, "relu"), _dense(1, 2)
    model = keras.Sequential([keras.Input((4,)), hidden, last])
    model.compile(keras.optimizers.Adam(0.1), loss="mse", run_eagerly=True)
    return model


def _branches():
    x = keras.Input((4,))
    left = keras.layers.BatchNormalization()(_dense(3, 1)(x))
    right = _dense(3, 2, "tanh")(x)
    y = _dense(1, 3)(keras.layers.Concatenate()([left, right]))
    model = keras.Model(x, y)
    model.compile(
        keras.optimizers.RMSprop(0.05, momentum=0.9, use_ema=True),
        loss=keras.losses.Huber(),
        loss_weights=[0.5],
        metrics=["mae"],
        run_eagerly=True,
    )
    return model


def _kernels(inputs, *units):
    model = keras.Sequential([keras.Input((inputs,))])
    for width in units:
        model.add(keras.layers.Dense(width, use_bias=False, kernel_initializer="ones"))
    model.compile(keras.optimizers.SGD(0.1), "mse", run_eagerly=True)
    return model


def _averaged():
    model = keras.Sequential([keras.Input((4,)), _dense(1, 1)])
    model.compile(keras.optimizers.SGD(0.05, use_ema=True), "mse", run_eagerly=True)
    return model


MODELS = {
    "two layers": _two_layers,
    "kernels": lambda: _kernels(4, 2, 1),
    "wider": lambda: _kernels(4, 3, 1),
    "as many numbers": lambda: _kernels(5, 1, 5),
    "of the same sizes": lambda: _kernels(8, 1, 2),
    "branches": _branches,
    "averaged": _averaged,
}
"""Each begins with the same weights whenever it is made."""


def _trained(model, x, y, steps):
    for _ in range(steps):
        model.train_on_batch(x, y)
        rate = model.optimizer.learning_rate
        rate.assign(rate * 0.9)
    return model


def _described(model, x, y):
    """Everything that training goes on from, in a model and its optimizer."""
    optimizer = model.optimizer
    return {
        "optimizer": type(optimizer).__name__,
        "steps made": int(optimizer.iterations),
        "weights": model.get_weights(),
        "optimizer's variables": [one.numpy() for one in optimizer.variables],
        "loss and metrics": model.test_on_batch(x, y, return_dict=True),
    }


def _saved(solution, name, x, y, steps):
    """A model that was trained and saved in a folder that was not there."""
    for folder in (FOLDER, COPY):
        shutil.rmtree(folder, ignore_errors=True)
    model = _trained(MODELS[name](), x, y, steps)
    solution.save_both(model, FOLDER)
    return model


def _whole(name, x, y, steps):
    """What a model is that was trained without a break."""
    return _described(_trained(MODELS[name](), x, y, steps), x, y)


def files(solution, name, x, y):
    """The names of the files that `save_both` writes."""
    _saved(solution, name, x, y, 1)
    return sorted(os.listdir(FOLDER))


def predicted(solution, name, x, y, steps):
    """The output of a model before it is saved, and after it is loaded to predict."""
    model = _saved(solution, name, x, y, steps)
    loaded = solution.load_to_predict(FOLDER)
    return {
        "saved": model(x, training=False),
        "loaded": loaded(x, training=False),
        "compiled": bool(loaded.compiled),
    }


def resumed_from_model(solution, name, x, y, before, after):
    """A model that is loaded to resume, and one without a break."""
    _saved(solution, name, x, y, before)
    loaded = solution.load_to_resume(FOLDER)
    return {
        "resumed": _described(_trained(loaded, x, y, after), x, y),
        "whole": _whole(name, x, y, before + after),
    }


def resumed_from_weights(solution, name, x, y, before, after):
    """A fresh model that is given weights, and one without a break."""
    _saved(solution, name, x, y, before)
    fresh = MODELS[name]()
    solution.load_weights_into(fresh, FOLDER)
    return {
        "resumed": _described(_trained(fresh, x, y, after), x, y),
        "whole": _whole(name, x, y, before + after),
    }


def resumed_from_one_file(solution, name, x, y, before, after):
    """Models that are loaded, and trained on, where the other file is not there."""
    output = _saved(solution, name, x, y, before)(x, training=False)
    ends = {"output": output, "whole": _whole(name, x, y, before + after)}
    os.makedirs(COPY)
    os.rename(os.path.join(FOLDER, MODEL), os.path.join(COPY, MODEL))
    ends["loaded"] = solution.load_to_predict(COPY)(x, training=False)
    loaded = solution.load_to_resume(COPY)
    ends["the model's file"] = _described(_trained(loaded, x, y, after), x, y)
    fresh = MODELS[name]()
    solution.load_weights_into(fresh, FOLDER)
    ends["the weights' file"] = _described(_trained(fresh, x, y, after), x, y)
    return ends


def saved_twice(solution, name, x, y, before, after):
    """A model that is saved, trained and saved: how it ends, and what is loaded.

    It is loaded after the first save too, and what is loaded to predict is changed.
    """
    model = _saved(solution, name, x, y, before)
    _trained(model, x, y, after)
    loads = solution.load_to_predict, solution.load_to_resume
    for load in loads:
        load(FOLDER)
    solution.save_both(model, FOLDER)
    solution.load_to_predict(FOLDER).set_weights([0 * w for w in model.get_weights()])
    return {
        "output": model(x, training=False),
        "loaded": [load(FOLDER)(x, training=False) for load in loads],
        "went on": _described(model, x, y),
        "whole": _whole(name, x, y, before + after),
    }


def refused(solution, name, others, x, y):
    """What is raised where each of other models is given the weights."""
    _saved(solution, name, x, y, 1)
    raised = {}
    for other in others:
        raised[other] = "nothing"
        try:
            solution.load_weights_into(MODELS[other](), FOLDER)
        except Exception as error:
            raised[other] = type(error).__name__
    return raised


def packed(solution, name, x, y, before, after):
    """The saved files as the bytes of a zip, and what is expected of them."""
    model = _saved(solution, name, x, y, before)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for file in os.listdir(FOLDER):
            archive.write(os.path.join(FOLDER, file), file)
    return {
        "files": buffer.getvalue(),
        "output": model(x, training=False),
        "whole": _whole(name, x, y, before + after),
    }


def _unpack(files):
    shutil.rmtree(COPY, ignore_errors=True)
    with zipfile.ZipFile(io.BytesIO(files)) as archive:
        archive.extractall(COPY)


def predictions(solution, files, x):
    """The output of a saved model, loaded by Keras alone."""
    _unpack(files)
    model = keras.saving.load_model(os.path.join(COPY, MODEL), compile=False)
    return model(x, training=False)


def resumed_from(solution, files, x, y, after):
    """A model that is loaded to resume from such files."""
    _unpack(files)
    return _described(_trained(solution.load_to_resume(COPY), x, y, after), x, y)
