"""A log for TensorBoard."""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    """Log the losses of the steps 0, `every`, `2 * every`, … in an event file.

    Args:
        directory: Where the event file goes; perhaps not there yet.
        values: A list or an array of floats, one for each step.
        every: How many steps lie between two that are logged.
    """
    with tf.summary.create_file_writer(directory).as_default():
        for step in range(0, len(values), every):
            tf.summary.write("loss", tf.constant(values[step], tf.float32), step=step)


def read_run(directory):
    """Return what was logged with the tag `loss`, in order of the steps.

    Args:
        directory: Where the event files are.

    Returns:
        A list of pairs `(step, value)`: an int and a float.
    """
    points = []
    for path in glob.glob(os.path.join(directory, "*tfevents*")):
        for record in tf.data.TFRecordDataset(path):
            event = event_pb2.Event.FromString(record.numpy())
            for value in event.summary.value:
                if value.tag == "loss":
                    points.append((event.step, float(tf.make_ndarray(value.tensor))))
    return sorted(points)
