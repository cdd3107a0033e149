"""The loop runs in Python, behind `tf.py_function`.

fails: test_collatz_graph
hint: What would be left of this function on a machine without your Python code?
"""

import tensorflow as tf


def _count(n):
    steps = tf.constant(0)
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


@tf.function
def collatz_steps(n):
    return tf.py_function(_count, [n], tf.int32)


@tf.function
def first_index(xs, target):
    found = tf.constant(-1)
    for i in tf.range(tf.size(xs)):
        if xs[i] == target:
            found = i
            break
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
