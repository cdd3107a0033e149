"""Restore a part, or all and nothing else."""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    """Restore only the backbone of a training checkpoint.

    Args:
        prefix: Of a checkpoint that has `backbone`, `head` and `opt`.
        backbone: A module or layer like the saved one; its variables exist already,
            or come later.

    Returns:
        The status of the restore.

    Raises:
        AssertionError: The checkpoint has no value for a variable that exists.
    """
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    """Restore everything, where objects and checkpoint match exactly.

    Args:
        prefix: Of a checkpoint of `tf.train.Checkpoint(**objects)`.
        **objects: What to restore, by name; all their variables exist.

    Raises:
        AssertionError: One side has something that the other lacks.
    """
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
