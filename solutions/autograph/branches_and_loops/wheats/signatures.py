"""Input signatures, a while True on a tensor, and iteration over pairs."""

import tensorflow as tf

SCALAR = tf.TensorSpec((), tf.int32)
VECTOR = tf.TensorSpec((None,), tf.int32)


@tf.function(input_signature=[SCALAR])
def collatz_steps(n):
    count = tf.zeros((), tf.int32)
    while tf.constant(True):
        if n == 1:
            break
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count = count + 1
    return count


@tf.function(input_signature=[VECTOR, SCALAR])
def first_index(xs, target):
    result = tf.constant(-1)
    index = tf.constant(0)
    for x in xs:
        if tf.equal(x, target):
            result = index
            break
        index += 1
    return result


@tf.function(input_signature=[VECTOR])
def sum_until_negative(xs):
    total = tf.constant(0)
    for i in tf.range(len(xs)):
        x = tf.gather(xs, i)
        if tf.less(x, 0):
            break
        elif tf.equal(tf.math.floormod(x, 2), 0):
            total = tf.add(total, x)
    return total
