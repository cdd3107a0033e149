"""The backbone is taken for the root of the checkpoint, and nothing is asserted.

fails: test_existing, test_later
hint: Each path in the file begins with `backbone/`. Does any path from your root?
"""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone).restore(prefix)
    return status.expect_partial()


def restore_strict(prefix, **objects):
    tf.train.Checkpoint(**objects).restore(prefix).assert_consumed()
