"""`read` in place of `restore`; the counter of saves is a part like the others."""

import tensorflow as tf


def restore_backbone(prefix, backbone):
    checkpoint = tf.train.Checkpoint(backbone=backbone)
    return checkpoint.read(prefix).assert_existing_objects_matched().expect_partial()


def restore_strict(prefix, **objects):
    checkpoint = tf.train.Checkpoint(**objects)
    assert checkpoint.save_counter is not None  # asking for it makes it
    checkpoint.read(prefix).assert_consumed()
    return objects
