"""Keep the last checkpoints."""

import tensorflow as tf


class Saver:
    """Saves objects and a step, and keeps the newest few checkpoints.

    Args:
        directory: Where the checkpoints go; perhaps not there yet.
        keep: How many checkpoints to keep.
        **objects: What to save, by name.
    """

    def __init__(self, directory, keep, **objects):
        """Prepare; write no checkpoint."""
        self.step = tf.Variable(0, dtype=tf.int64)
        self.checkpoint = tf.train.Checkpoint(_saved_step=self.step, **objects)
        self.manager = tf.train.CheckpointManager(
            self.checkpoint, directory, max_to_keep=keep
        )

    def save(self, step):
        """Save objects and step, delete the oldest, return the checkpoint's path."""
        self.step.assign(step)
        return self.manager.save()

    def restore_or_start(self):
        """Restore the newest checkpoint and return its step; 0 where there is none.

        Raises:
            AssertionError: The objects and the checkpoint do not match.
        """
        if self.manager.latest_checkpoint is None:
            return 0
        status = self.checkpoint.restore(self.manager.latest_checkpoint)
        status.assert_consumed()
        return int(self.step)
