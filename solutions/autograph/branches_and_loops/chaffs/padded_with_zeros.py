"""The elements are padded with zeros, and a zero is found there.

fails: test_edges
hint: What is searched after the last element, and what is it there?
"""

import tensorflow as tf


@tf.function
def collatz_steps(n):
    steps = tf.constant(0)
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


@tf.function
def first_index(xs, target):
    line = tf.concat([xs, tf.zeros([(-tf.size(xs)) % 8], tf.int32)], axis=0)
    found = tf.constant(-1)
    for start in tf.range(0, tf.size(line), 8):
        hits = tf.cast(line[start : start + 8] == target, tf.int32)
        if tf.reduce_max(hits) > 0:
            found = start + tf.argmax(hits, output_type=tf.int32)
            break
    return found


@tf.function
def sum_until_negative(xs):
    total = tf.constant(0)
    for x in xs:
        if x < 0:
            break
        if x % 2 == 0:
            total += x
    return total
