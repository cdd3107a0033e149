"""A Python `range` unrolls the loop while the graph is built.

fails: test_loops_in_graphs
hint: How many copies of the loop's body are in the graph for 50 elements? Who runs `range`, and when?
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
    for i in tf.range(tf.size(xs)):
        if xs[i] == target:
            found = i
            break
    return found


@tf.function
def sum_until_negative(xs):
    total = tf.constant(0)
    going = tf.constant(True)
    for i in range(xs.shape[0]):
        going = tf.logical_and(going, xs[i] >= 0)
        if going and xs[i] % 2 == 0:
            total += xs[i]
    return total
