"""The bytes of the tensor are taken for a float32, whatever its dtype is.

fails: test_several_files
hint: A message `TensorProto` says which dtype its bytes have. Who reads it for you?
"""

import glob
import os

import numpy as np
import tensorflow as tf
from tensorflow.core.util import event_pb2


def log_run(directory, values, every=1):
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
                    points.append(
                        (
                            event.step,
                            float(
                                np.frombuffer(value.tensor.tensor_content, np.float32)[
                                    0
                                ]
                            ),
                        )
                    )
    return sorted(points)
