"""Names are compared before anything is restored, and then TensorFlow asserts the rest."""

import tensorflow as tf


def restore_strict(prefix, **objects):
    saved = {
        key.split("/")[0]
        for key, _ in tf.train.list_variables(prefix)
        if key != "_CHECKPOINTABLE_OBJECT_GRAPH"
    }
    saved.discard("save_counter")
    if saved != set(objects):
        raise AssertionError(f"saved {saved}, asked for {set(objects)}")
    status = tf.train.Checkpoint(**objects).restore(prefix)
    status.assert_consumed()


def restore_backbone(prefix, backbone):
    status = tf.train.Checkpoint(backbone=backbone).restore(prefix)
    status.assert_existing_objects_matched()
    status.assert_nontrivial_match()
    return status
