"""How a solution of `checkpoints/keep_the_last` is observed."""

import numbers
import os
import tempfile

import keras
import tensorflow as tf


def _directory():
    return os.path.join(tempfile.mkdtemp(), "run")


def _checkpoints(directory):
    found = os.listdir(directory) if os.path.isdir(directory) else []
    return sorted(name[:-6] for name in found if name.endswith(".index"))


def restored(solution, values, step):
    """The step and the values that a fresh saver restores."""
    directory = _directory()
    solution.Saver(directory, 3, v=tf.Variable(values)).save(step)
    fresh = tf.Variable(tf.zeros_like(values))
    found = solution.Saver(directory, 3, v=fresh).restore_or_start()
    return {"step": found, "values": fresh}


def is_number(solution, step):
    """Whether the restored step is a number: an int, of Python or NumPy."""
    directory = _directory()
    solution.Saver(directory, 3, v=tf.Variable(1.0)).save(step)
    found = solution.Saver(directory, 3, v=tf.Variable(0.0)).restore_or_start()
    return isinstance(found, numbers.Integral)


def started(solution, values):
    """The step, the values and the files after a start in an empty directory."""
    directory = _directory()
    variable = tf.Variable(values)
    found = solution.Saver(directory, 2, v=variable).restore_or_start()
    return {"step": found, "values": variable, "files": _checkpoints(directory)}


def left(solution, keep, saves):
    """The checkpoints on disk after some saves."""
    directory = _directory()
    saver = solution.Saver(directory, keep, v=tf.Variable(1.0))
    for step in range(saves):
        saver.save(step)
    return _checkpoints(directory)


def continued(solution, keep, before, after):
    """The checkpoints on disk after saves, a restore in a fresh saver, and saves."""
    directory = _directory()
    for saves in (before, after):
        saver = solution.Saver(directory, keep, v=tf.Variable(1.0))
        saver.restore_or_start()
        for step in range(saves):
            saver.save(step)
    return _checkpoints(directory)


def in_the_file(solution, values):
    """Where `save` says it saved, and every float32 tensor that can be read there."""
    directory = _directory()
    path = os.fspath(solution.Saver(directory, 2, v=tf.Variable(values)).save(1))
    reader = tf.train.load_checkpoint(path)
    tensors = [
        reader.get_tensor(name)
        for name, dtype in sorted(reader.get_variable_to_dtype_map().items())
        if dtype == tf.float32
    ]
    return {"name": os.path.relpath(path, directory), "tensors": tensors}


def mismatch(solution, saved, wanted):
    """What a restore raises whose names differ from those that were saved."""
    directory = _directory()
    objects = {name: tf.Variable(1.0) for name in saved}
    solution.Saver(directory, 2, **objects).save(1)
    others = {name: tf.Variable(0.0) for name in wanted}
    try:
        solution.Saver(directory, 2, **others).restore_or_start()
    except Exception as error:
        return type(error).__name__
    return "nothing"


def several(solution, first, second, steps):
    """The newest of several saves, with two objects that change in between."""
    directory = _directory()
    a, b = tf.Variable(first), tf.Variable(second)
    saver = solution.Saver(directory, 2, a=a, b=b)
    for step in steps:
        a.assign_add(tf.ones_like(a))
        saver.save(step)
    x, y = tf.Variable(tf.zeros_like(a)), tf.Variable(tf.zeros_like(b))
    found = solution.Saver(directory, 2, a=x, b=y).restore_or_start()
    return {"step": found, "a": x, "b": y}


def _layer_and_optimizer(steps):
    layer = keras.layers.Dense(1)
    layer.build((None, 3))
    optimizer = keras.optimizers.Adam(0.1)
    optimizer.build(layer.trainable_variables)
    for _ in range(steps):
        gradients = [tf.ones(weight.shape) for weight in layer.trainable_variables]
        optimizer.apply(gradients, layer.trainable_variables)
    return layer, optimizer


def difference(solution, steps):
    """How far a restored layer and optimizer are from those that were saved."""
    directory = _directory()
    pairs = _layer_and_optimizer(steps), _layer_and_optimizer(0)
    (layer, optimizer), (other, second) = pairs
    solution.Saver(directory, 1, net=layer, opt=optimizer).save(steps)
    solution.Saver(directory, 1, net=other, opt=second).restore_or_start()
    before = [*layer.get_weights(), *(v.numpy() for v in optimizer.variables)]
    after = [*other.get_weights(), *(v.numpy() for v in second.variables)]
    return [float(abs(a - b).max()) for a, b in zip(before, after, strict=True)]
