"""Each object is copied into a variable, which works for variables alone.

fails: test_keras_objects, test_mismatch
hint: Is everything that can be saved a `tf.Variable`? What does `Checkpoint` ask of an object?
"""

import tensorflow as tf


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = tf.Variable(0, dtype=tf.int64)
        self.checkpoint = tf.train.Checkpoint(
            _saved_step=self.step,
            **{k: v for k, v in objects.items() if isinstance(v, tf.Variable)},
        )
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        self.step.assign(step)
        return self.manager.save()

    def restore_or_start(self):
        if self.manager.latest_checkpoint is None:
            return 0
        status = self.checkpoint.restore(self.manager.latest_checkpoint)
        status.assert_consumed()
        return int(self.step)
