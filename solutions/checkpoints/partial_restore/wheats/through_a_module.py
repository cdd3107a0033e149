"""A module stands for the root, and the checkpoint's keys are looked at too."""

import tensorflow as tf


class _Root(tf.Module):
    def __init__(self, **parts):
        super().__init__()
        for name, part in parts.items():
            setattr(self, name, part)


def restore_backbone(prefix, backbone):
    keys = [key for key, _ in tf.train.list_variables(prefix)]
    if not any(key.startswith("backbone/") for key in keys):
        raise AssertionError(f"no backbone among {keys}")
    status = tf.train.Checkpoint(_Root(backbone=backbone)).restore(prefix)
    status.expect_partial()
    status.assert_existing_objects_matched()
    return status


def restore_strict(prefix, **objects):
    status = tf.train.Checkpoint(_Root(**objects)).restore(prefix)
    status.assert_existing_objects_matched()
    status.assert_consumed()
    return status
