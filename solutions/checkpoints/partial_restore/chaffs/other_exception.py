"""`restore_strict` says by a `ValueError` that the sides do not match.

fails: test_strict_left_out, test_strict_mismatch
hint: Which exception does the statement promise to the caller?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    try:
        tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
    except AssertionError as error:
        raise ValueError("the sides do not match") from error
