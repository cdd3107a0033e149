"""TensorFlow 1's `summary_iterator`, a step that is set, and a mark for TensorBoard."""

import os

import tensorflow as tf
from tensorflow.compat.v1.train import summary_iterator

MARK = tf.compat.v1.SummaryMetadata(plugin_data={"plugin_name": "scalars"})


def log_run(directory, values, every=1):
    writer = tf.summary.create_file_writer(str(directory), filename_suffix=".mine")
    with writer.as_default():
        for step, loss in enumerate(values):
            tf.summary.experimental.set_step(step)
            if step % every == 0:
                tf.summary.write("loss", float(loss), metadata=MARK)
    writer.close()


def read_run(directory):
    names = [name for name in os.listdir(directory) if "tfevents" in name]
    pairs = []
    for name in names:
        for event in summary_iterator(os.path.join(directory, name)):
            for value in event.summary.value:
                if value.tag == "loss":
                    pairs.append([event.step, tf.make_ndarray(value.tensor).tolist()])
    pairs.sort(key=lambda pair: pair[0])
    return pairs
