"""Variables that are not trained keep what they had.

fails: test_other_backbones
hint: Which of the backbone's variables does its output depend on? Are all of them trained?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    kept = [(v, tf.identity(v)) for v in backbone.variables if not v.trainable]
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    for variable, value in kept:
        variable.assign(value)
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
