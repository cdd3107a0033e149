"""The loop is in the graph, and beside it a copy of work for each element.

fails: test_constant_size
hint: Which of your lines runs once for each element while the graph is built?
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
    if xs.shape[0] is not None:
        xs = tf.stack([xs[i] for i in range(xs.shape[0])]) if xs.shape[0] else xs
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
