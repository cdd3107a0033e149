"""A writer is made, but it is not the default one, so nothing is written.

fails: test_logged, test_every
hint: `tf.summary.write` is not told about your writer. Where do summaries go, and what if they have nowhere to go?
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    tf.summary.create_file_writer(directory)
    if True:
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
