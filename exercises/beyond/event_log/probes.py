"""How a solution of `beyond/event_log` is observed."""

import os
import tempfile

import tensorflow as tf
from tensorflow.core.util import event_pb2


def _logged_in(directory):
    """Every value in the event files of a directory, by its step: tag, step and number.

    How the names of several files sort depends on the clock.
    """
    found = []
    names = os.listdir(directory) if os.path.isdir(directory) else []
    for name in sorted(name for name in names if "tfevents" in name):
        for record in tf.data.TFRecordDataset(os.path.join(directory, name)):
            one = event_pb2.Event.FromString(record.numpy())
            for value in one.summary.value:
                old = value.HasField("simple_value")
                number = value.simple_value if old else tf.make_ndarray(value.tensor)
                found.append({"tag": value.tag, "step": one.step, "value": number})
    return sorted(found, key=lambda point: point["step"])


def _at_once_and_later(directory):
    found = {"at once": _logged_in(directory)}
    tf.summary.flush()
    return found | {"once the default writer is flushed": _logged_in(directory)}


def logged(solution, values, every, *folders):
    """What the event file holds after `log_run`; None for `every` is the default."""
    directory = os.path.join(tempfile.mkdtemp(), "run", *folders)
    if every is None:
        solution.log_run(directory, values)
    else:
        solution.log_run(directory, values, every=every)
    return _at_once_and_later(directory)


def logged_apart(solution, *runs):
    """What the event files of several runs hold, each a directory above the last."""
    base = tempfile.mkdtemp()
    folders = [["run"] * depth for depth in reversed(range(len(runs)))]
    directories = [os.path.join(base, *some) for some in folders]
    for directory, values in zip(directories, runs, strict=True):
        os.makedirs(directory, exist_ok=True)
        solution.log_run(directory, values)
    return [_logged_in(directory) for directory in directories]


def _write(directory, number, points, dtype):
    """An event file, named as TensorFlow does, but not by the clock."""
    alone = tempfile.mkdtemp()
    with tf.summary.create_file_writer(alone).as_default():
        for tag, step, value in points:
            tf.summary.write(tag, tf.constant(value, dtype), step=step)
    [name] = os.listdir(alone)
    named = f"events.out.tfevents.{1_700_000_000 + number}.host.1.{number}.v2"
    os.makedirs(directory, exist_ok=True)
    os.rename(os.path.join(alone, name), os.path.join(directory, named))


def read(solution, files, below=(), dtype="float32"):
    """What `read_run` finds in event files that hold given tags, steps and values.

    The points of `below` are in a subdirectory.
    """
    directory = tempfile.mkdtemp()
    for name in ("notes.txt", "checkpoint"):
        with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
            file.write("This is no event file.")
    for number, points in enumerate(files):
        _write(directory, number, points, dtype)
    if below:
        _write(os.path.join(directory, "validation"), 0, below, dtype)
    return solution.read_run(directory)


def kinds(solution, files):
    """The types of steps and values that `read_run` returns."""
    return [[type(part).__name__ for part in pair] for pair in read(solution, files)]
