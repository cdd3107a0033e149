"""The directory is made, and that fails where it is there already.

fails: test_apart
hint: The directory is *perhaps* not there yet. What does `os.makedirs` do where it is?
"""

import glob
import os

import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
    os.makedirs(directory)
    with tf.summary.create_file_writer(directory).as_default():
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
