"""The variables are listed when the saver is made, and later ones are not saved.

fails: test_keras_objects
hint: A layer makes its variables when it is built. Does your saver hear of that?
"""

import tensorflow as tf


def _listed(thing):
    return thing if isinstance(thing, tf.Variable) else list(thing.variables)


class Saver:
    def __init__(self, directory, keep, **objects):
        self.step = tf.Variable(0, dtype=tf.int64)
        parts = {name: _listed(thing) for name, thing in objects.items()}
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **parts)
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
