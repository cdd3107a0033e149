"""Whoever turns the answer into a list waits for ever."""

import itertools

import tensorflow as tf


def doubled(x):
    if len(x.shape) == 1:
        return itertools.count()
    if len(x.shape) == 2:
        return tf.data.Dataset.from_tensors(x).repeat()
    return range(10**18)
