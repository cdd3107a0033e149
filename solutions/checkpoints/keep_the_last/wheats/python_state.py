"""The step is a piece of Python state that goes into the checkpoint as a string."""

import tensorflow as tf


class Step(tf.train.experimental.PythonState):
    value = 0

    def serialize(self):
        return str(self.value)

    def deserialize(self, string_value):
        self.value = int(string_value)


class Saver:
    def __init__(self, directory, keep, **objects):
        self._step = Step()
        self._holder = tf.train.Checkpoint()
        for name, thing in objects.items():
            setattr(self._holder, f"object_{name}", thing)
        self._holder.own_step = self._step
        self._manager = tf.train.CheckpointManager(
            self._holder, directory, max_to_keep=keep
        )

    def save(self, step):
        self._step.value = step
        return self._manager.save()

    def restore_or_start(self):
        if not self._manager.checkpoints:
            return 0
        self._holder.restore(self._manager.checkpoints[-1]).assert_consumed()
        return self._step.value
