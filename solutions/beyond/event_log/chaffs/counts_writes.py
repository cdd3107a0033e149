"""The step counts what was written, not the steps of the training.

fails: test_every
hint: With `every=3`, at which step of the training was the second value written?
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    with tf.summary.create_file_writer(directory).as_default():
        for step, value in enumerate(values[::every]):
            tf.summary.write("loss", tf.constant(value, tf.float32), step=step)


def read_run(directory):
    points = []
    for path in glob.glob(os.path.join(directory, "*tfevents*")):
        for record in tf.data.TFRecordDataset(path):
            event = event_pb2.Event.FromString(record.numpy())
            for value in event.summary.value:
                if value.tag == "loss":
                    points.append((event.step, float(tf.make_ndarray(value.tensor))))
    return sorted(points)
