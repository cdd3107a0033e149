"""AutoGraph is switched off, so Python meets a tensor without a value.

fails: test_collatz, test_first_index, test_sum
hint: Which part of `tf.function` translates `while` and `if`, and did you leave it on?
"""

import tensorflow as tf


@tf.function(autograph=False)
def collatz_steps(n):
    steps = tf.constant(0)
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


@tf.function(autograph=False)
def first_index(xs, target):
    found = tf.constant(-1)
    for i in tf.range(tf.size(xs)):
        if xs[i] == target:
            found = i
            break
    return found


@tf.function(autograph=False)
def sum_until_negative(xs):
    total = tf.constant(0)
    for x in xs:
        if x < 0:
            break
        if x % 2 != 0:
            continue
        total += x
    return total
