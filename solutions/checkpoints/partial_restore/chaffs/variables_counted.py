"""Variables are counted object by object, and a shared one is counted twice.

fails: test_strict
hint: Two objects share a variable. How often is its value in the checkpoint?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    return status.expect_partial()


def restore_strict(prefix, **objects):
    here = sum(len(getattr(one, "variables", [one])) for one in objects.values())
    keys = [key for key, _ in tf.train.list_variables(prefix)]
    there = len([key for key in keys if key.endswith("/VARIABLE_VALUE")])
    status = tf.train.Checkpoint(**objects).restore(prefix)
    status.assert_existing_objects_matched()
    if there != here + 1:  # There is the counter of saves.
        raise AssertionError(f"{there} values for {here} variables")
