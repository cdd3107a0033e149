"""Events are written and read as the records that they are, without a summary writer."""

import os
import time
from pathlib import Path

import numpy as np
import tensorflow as tf
from tensorflow.compat.v1 import Event, Summary


def log_run(directory, values, every=1):
    os.makedirs(directory, exist_ok=True)
    name = f"events.out.tfevents.{time.time_ns()}.me"
    with tf.io.TFRecordWriter(os.path.join(directory, name)) as writer:
        writer.write(Event(file_version="brain.Event:2").SerializeToString())
        for step, loss in enumerate(np.asarray(values, np.float32)):
            if step % every:
                continue
            value = Summary.Value(tag="loss", simple_value=loss)
            event = Event(step=step, summary=Summary(value=[value]))
            writer.write(event.SerializeToString())


def read_run(directory):
    found = {}
    for path in Path(directory).iterdir():
        if "tfevents" not in path.name:
            continue
        for record in tf.data.TFRecordDataset([str(path)]).as_numpy_iterator():
            event = Event()
            event.ParseFromString(record)
            for value in event.summary.value:
                if value.tag != "loss":
                    continue
                if value.WhichOneof("value") == "simple_value":
                    found[event.step] = value.simple_value
                else:
                    found[event.step] = tf.make_ndarray(value.tensor).item()
    return [(step, found[step]) for step in sorted(found)]
