"""An empty checkpoint object gets its parts as attributes, and errors get other words."""

import tensorflow as tf


def _restored(prefix, parts):
    root = tf.train.Checkpoint()
    for name in sorted(parts):
        setattr(root, name, parts[name])
    return root.restore(prefix)


def restore_backbone(prefix, backbone):
    status = _restored(prefix, {"backbone": backbone})
    try:
        status.assert_existing_objects_matched()
    except AssertionError as error:
        raise AssertionError("the backbone has variables without a value") from error
    return status


def restore_strict(prefix, **objects):
    try:
        _restored(prefix, objects).assert_consumed()
    except AssertionError as error:
        raise AssertionError(f"{prefix} does not fit {sorted(objects)}") from error
