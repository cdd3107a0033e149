"""`restore_strict` compares both sides, and restores nothing.

fails: test_strict
hint: Nothing was raised, and that is right. What do the objects hold?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    keys = [key for key, _ in tf.train.list_variables(prefix)]
    saved = {key.split("/")[0] for key in keys if "/" in key} - {"save_counter"}
    assert saved == set(objects)
