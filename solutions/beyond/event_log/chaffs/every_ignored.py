"""`every` is not used: all losses are logged.

fails: test_every
hint: How many of eight losses should be logged with `every=3`?
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    with tf.summary.create_file_writer(directory).as_default():
        for step in range(len(values)):
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
