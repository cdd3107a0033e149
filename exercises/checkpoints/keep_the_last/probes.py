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


def continued(solution, *savers):
    """The checkpoints on disk after savers, each of which restores, and saves.

    Each is told by how many checkpoints it keeps, and how often it saves.
    """
    directory = _directory()
    for keep, saves in savers:
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


def _named(names):
    """A variable for each name; `net.a` is variable `a` of module `net`."""
    objects = {}
    for name in names:
        outer, _, inner = name.partition(".")
        if inner:
            setattr(objects.setdefault(outer, tf.Module()), inner, tf.Variable(1.0))
        else:
            objects[outer] = tf.Variable(1.0)
    return objects


def mismatch(solution, saved, wanted):
    """What a restore raises whose names differ from those that were saved."""
    directory = _directory()
    solution.Saver(directory, 2, **_named(saved)).save(1)
    try:
        solution.Saver(directory, 2, **_named(wanted)).restore_or_start()
    except Exception as error:
        return type(error).__name__
    return "nothing"


def several(solution, first, second, steps):
    """The newest of several saves, with two objects that change in between.

    Another saver saves elsewhere in between. At last both objects are set back by the
    saver that saved them, too.
    """
    directory = _directory()
    a, b = tf.Variable(first), tf.Variable(second)
    saver = solution.Saver(directory, 2, a=a, step=b)
    elsewhere = solution.Saver(_directory(), 2, a=tf.Variable(0.0))
    for step in steps:
        a.assign_add(tf.ones_like(a))
        saver.save(step)
        elsewhere.save(0)
    x, y = tf.Variable(tf.zeros_like(a)), tf.Variable(tf.zeros_like(b))
    found = solution.Saver(directory, 2, a=x, step=y).restore_or_start()
    for variable in (a, b):
        variable.assign(tf.zeros_like(variable))
    again = saver.restore_or_start()
    return {
        "fresh saver": {"its step": found, "a": x, "step": y},
        "same saver": {"its step": again, "a": a, "step": b},
    }


def _saver_of_keras_objects(solution, directory, steps):
    """A saver, and its layer and optimizer, which are built after it and trained."""
    layer, optimizer = keras.layers.Dense(1), keras.optimizers.Adam(0.1)
    saver = solution.Saver(directory, 1, net=layer, opt=optimizer)
    layer.build((None, 3))
    optimizer.build(layer.trainable_variables)
    for _ in range(steps):
        gradients = [tf.ones(weight.shape) for weight in layer.trainable_variables]
        optimizer.apply(gradients, layer.trainable_variables)
    return saver, layer, optimizer


def difference(solution, steps):
    """How far a restored layer and optimizer are from those that were saved."""
    directory = _directory()
    saver, layer, optimizer = _saver_of_keras_objects(solution, directory, steps)
    saver.save(steps)
    fresh, other, second = _saver_of_keras_objects(solution, directory, 0)
    fresh.restore_or_start()
    before = [*layer.get_weights(), *(v.numpy() for v in optimizer.variables)]
    after = [*other.get_weights(), *(v.numpy() for v in second.variables)]
    return [float(abs(a - b).max()) for a, b in zip(before, after, strict=True)]
