"""The loop of writes is a graph, and one dataset reads all files."""

import tensorflow as tf
from tensorflow.core.util.event_pb2 import Event


@tf.function
def _write(writer, steps, losses):
    with writer.as_default():
        for i in tf.range(tf.size(steps)):
            tf.summary.write("loss", losses[i], step=steps[i])


def log_run(directory, values, every=1):
    losses = tf.constant(values, tf.float32)[::every]
    steps = tf.range(len(values), delta=every, dtype=tf.int64)
    writer = tf.summary.create_file_writer(directory)
    _write(writer, steps, losses)
    writer.flush()


def read_run(directory):
    files = tf.io.gfile.glob(directory + "/*.tfevents.*")
    events = map(Event.FromString, tf.data.TFRecordDataset(files).as_numpy_iterator())
    losses = {}
    for event in events:
        for value in event.summary.value:
            if value.tag == "loss":
                losses[event.step] = tf.io.parse_tensor(
                    value.tensor.SerializeToString(), value.tensor.dtype
                )
    return [(step, float(loss)) for step, loss in sorted(losses.items())]
