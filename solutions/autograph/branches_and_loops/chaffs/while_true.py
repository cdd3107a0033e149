"""A `while True` begins as a Python loop, and then meets a tensor.

fails: test_first_index
hint: Who decides whether the loop goes on: Python's `True`, or a tensor? It cannot change in between.
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
    found = tf.constant(-1)
    i = tf.constant(0)
    while True:
        if i >= tf.size(xs):
            break
        if xs[i] == target:
            found = i
            break
        i += 1
    return found


@tf.function
def sum_until_negative(xs):
    total = tf.constant(0)
    for x in xs:
        if x < 0:
            break
        if x % 2 != 0:
            continue
        total += x
    return total
