"""`tf.function` is called, not a decorator; constants of the module are captured."""

import tensorflow as tf

TABLE = tf.range(2000)
MISSING = tf.constant(-1)


def _next(n):
    return tf.switch_case(n % 2, [lambda: n // 2, lambda: n * 3 + 1])


def _collatz(n):
    rounds = TABLE[0]
    while tf.greater(n, TABLE[1]):
        n = _next(n)
        rounds = rounds + TABLE[1]
    return rounds


def _first(xs, target):
    where = MISSING
    place = TABLE[0]
    while place < tf.shape(xs)[0] and where == MISSING:
        where = tf.where(xs[place] == target, place, MISSING)
        place += 1
    return where


def _sum(xs):
    def add(state, x):
        total, going = state
        going = going & (x >= 0)
        return total + tf.where(going & (x % 2 == 0), x, 0), going

    return tf.foldl(add, xs, (TABLE[0], tf.constant(True)))[0]


collatz_steps = tf.function(_collatz)
first_index = tf.function(_first, jit_compile=False)
sum_until_negative = tf.function(_sum)
