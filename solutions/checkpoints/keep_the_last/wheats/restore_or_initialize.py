"""The manager's own `restore_or_initialize`, then the assertion by a second restore."""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = tf.Variable(0, dtype=tf.int64)
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **objects)
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        self.step.assign(step)
        return self.manager.save()

    def restore_or_start(self):
        path = self.manager.restore_or_initialize()
        if not path:
            return 0
        self.checkpoint.restore(path).assert_consumed()
        return int(self.step)
