"""How a solution of `checkpoints/export_signatures` is observed."""

import gc
import os
import shutil
import tempfile

import tensorflow as tf

ARGUMENTS = {"scale": "x", "unscale": "z"}


def _read(directory):
    files = {}
    for folder, _, names in os.walk(directory):
        for path in (os.path.join(folder, name) for name in names):
            with open(path, "rb") as file:
                files[os.path.relpath(path, directory)] = file.read()
    return files


def _write(files):
    """Write the files into a new directory; its name may stand in a message."""
    directory = f"model-{len(os.listdir())}"
    for name, content in files.items():
        path = os.path.join(directory, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
    return directory


def method(solution, mean, std, name, x):
    """What a method of a `Scaler` returns."""
    module = solution.Scaler(mean, std)
    return getattr(module, name)(tf.constant(x))


def exported(solution, *models):
    """The files that `export` writes: one dict for each pair of mean and std."""
    found = []
    for mean, std in models:
        directory = os.path.join(tempfile.mkdtemp(), "model")
        solution.export(solution.Scaler(mean, std), directory)
        found.append(_read(directory))
    return found


def exported_later(solution, before, mean, std):
    """The files of a module that was exported once before, and has changed since."""
    earlier, directory = (os.path.join(tempfile.mkdtemp(), "model") for _ in range(2))
    module = solution.Scaler(*before)
    module.scale(tf.zeros([1, len(mean)]))
    module.mean.assign(mean - 1)
    solution.export(module, earlier)
    module.mean.assign(mean)
    module.std.assign(std)
    solution.export(module, directory)
    return _read(directory)


def signatures(solution, files):
    """The names of a SavedModel's signatures, of their inputs and of their outputs."""
    loaded = tf.saved_model.load(_write(files))
    return {
        name: {
            "inputs": sorted(function.structured_input_signature[1]),
            "outputs": sorted(function.structured_outputs),
        }
        for name, function in loaded.signatures.items()
    }


def used(solution, files, name, *inputs):
    """What a signature and the method of the same name return, for several inputs."""
    loaded = tf.saved_model.load(_write(files))
    signature, restored = loaded.signatures[name], getattr(loaded, name)
    found = []
    for x in inputs:
        by_name = {ARGUMENTS[name]: tf.constant(x)}
        found.append(
            {"signature": signature(**by_name), "method": restored(tf.constant(x))}
        )
    return found


def reassigned(solution, files, mean, std, name, x):
    """The variables of a loaded object, and what it returns with other values."""
    loaded = tf.saved_model.load(_write(files))
    before = {"mean": loaded.mean.numpy(), "std": loaded.std.numpy()}
    loaded.mean.assign(mean)
    loaded.std.assign(std)
    signature = loaded.signatures[name](**{ARGUMENTS[name]: tf.constant(x)})
    return before | {
        "signature": signature,
        "method": getattr(loaded, name)(tf.constant(x)),
    }


def restored(solution, *loads):
    """What methods return that `load_method` restored, all before any was called.

    Each of `loads` has the files of a SavedModel, a method's name and an input. All of
    the SavedModels lay in the same directory, one after the other.
    """
    methods = []
    for files, name, _ in loads:
        directory = _write(files)
        methods.append(solution.load_method(directory, name))
        shutil.rmtree(directory)
    gc.collect()
    pairs = zip(methods, loads, strict=True)
    return [method(tf.constant(x)) for method, (_, _, x) in pairs]
