"""Where the length is known and small, the loop is unrolled.

fails: test_constant_size
hint: How many copies of the body are in your graph for eight elements?
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
    if xs.shape[0] is not None and xs.shape[0] <= 8:
        alive = tf.constant(True)
        for i in range(xs.shape[0]):
            alive = alive & (xs[i] >= 0)
            total += tf.where(alive & (xs[i] % 2 == 0), xs[i], 0)
    else:
        for x in xs:
            if x < 0:
                break
            if x % 2 == 0:
                total += x
    return total
