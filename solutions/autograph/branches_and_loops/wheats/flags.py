"""Loops run on flags in place of break, and choices are tf.where."""

import tensorflow as tf


@tf.function
def collatz_steps(n):
    steps = 0
    while n > 1:
        n = tf.where(n % 2 == 0, n // 2, 3 * n + 1)
        steps += 1
    return tf.convert_to_tensor(steps)


@tf.function(reduce_retracing=True)
def first_index(xs, target):
    i = 0
    found = False
    while not found and i < tf.shape(xs)[0]:
        if tf.equal(xs[i], target):
            found = True
        else:
            i += 1
    return i if found else -1


@tf.function
def sum_until_negative(xs):
    total = 0
    i = 0
    while i < len(xs) and xs[i] >= 0:
        if xs[i] % 2 == 0:
            total = total + xs[i]
        i = i + 1
    return total
