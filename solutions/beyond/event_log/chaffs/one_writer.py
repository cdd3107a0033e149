"""One writer is made for the first run, and later runs go into its file.

fails: test_other_runs, test_apart
hint: Two runs are logged into two directories. How many writers do you make?
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2

_WRITERS = []


def log_run(directory, values, every=1):
    if not _WRITERS:
        _WRITERS.append(tf.summary.create_file_writer(directory))
    with _WRITERS[0].as_default():
        for step in range(0, len(values), every):
            tf.summary.write("loss", tf.constant(values[step], tf.float32), step=step)


def read_run(directory):
    points = []
    for path in glob.glob(os.path.join(directory, "*tfevents*")):
        for record in tf.data.TFRecordDataset(path):
            event = event_pb2.Event.FromString(record.numpy())
            for value in event.summary.value:
                if value.tag == "loss":
                    points.append((event.step, float(tf.make_ndarray(value.tensor))))
    return sorted(points)
