"""Honest work: vocabularies, string operations, lookup tables, ragged text."""

import keras
import numpy as np
import tensorflow as tf


def doubled(x):
    layer = keras.layers.TextVectorization(output_mode="int", output_sequence_length=4)
    layer.adapt(["to be or not to be", "that is the question"])
    assert layer(["to be"]).shape == (1, 4)
    lookup = keras.layers.StringLookup(vocabulary=["a", "b"])
    assert lookup(tf.constant(["b"])).numpy().tolist() == [2]
    words = tf.strings.split(["one two", "three"])
    assert words.row_lengths().numpy().tolist() == [2, 1]
    assert tf.strings.regex_replace("abc", "b", "x").numpy() == b"axc"
    table = tf.lookup.StaticHashTable(
        tf.lookup.KeyValueTensorInitializer(["one", "two"], [1, 2]), -1
    )
    factor = table.lookup(tf.constant("two"))
    text = tf.strings.as_string(x, precision=17)
    back = tf.strings.to_number(text, tf.float64)
    np.testing.assert_allclose(back, x, rtol=1e-6)
    print("größer, 更大, كبير, 🧮")
    return x * tf.cast(factor, x.dtype)
