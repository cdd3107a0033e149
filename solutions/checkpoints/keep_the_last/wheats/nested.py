"""The objects hang on a module of their own, and the step is an int32."""

import tensorflow as tf
from tensorflow.train import Checkpoint, CheckpointManager, latest_checkpoint


class Saver(tf.Module):
    def __init__(self, directory, keep, **objects):
        super().__init__()
        self.directory = str(directory)
        self.counter = tf.Variable(0)
        inner = Checkpoint(**objects)
        self.whole = Checkpoint(objects=inner, counter=self.counter)
        self.manager = CheckpointManager(self.whole, self.directory, keep)

    def save(self, step):
        self.counter.assign(step)
        return self.manager.save()

    def restore_or_start(self):
        newest = latest_checkpoint(self.directory)
        if not newest:
            return 0
        self.whole.restore(newest).assert_consumed()
        return self.counter.numpy().item()
