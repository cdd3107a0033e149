"""Losses that are NaN or infinite are left out.

fails: test_other_runs
hint: A loss of NaN is just what one wants to see. What does your log have at its step?
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    with tf.summary.create_file_writer(directory).as_default():
        for step in range(0, len(values), every):
            if tf.math.is_finite(values[step]):
                tf.summary.write("loss", values[step], step=step)


def read_run(directory):
    points = []
    for path in glob.glob(os.path.join(directory, "*tfevents*")):
        for record in tf.data.TFRecordDataset(path):
            event = event_pb2.Event.FromString(record.numpy())
            for value in event.summary.value:
                if value.tag == "loss":
                    points.append((event.step, float(tf.make_ndarray(value.tensor))))
    return sorted(points)
