"""`tf.case` with named branches; the loop's variables are a list and count down."""

import tensorflow as tf


def soft_clip(x, lo, hi):
    def below():
        return 0.9 * lo + 0.1 * x

    def above():
        return 0.9 * hi + 0.1 * x

    def inside():
        return tf.identity(x)

    return tf.case([(tf.less(x, lo), below), (tf.greater(x, hi), above)], inside)


def int_power(base, n):
    def going(variables):
        return variables["left"] > 0

    def body(variables):
        return [{"left": variables["left"] - 1, "power": variables["power"] * base}]

    start = {"left": n, "power": tf.cast(1.0, base.dtype)}
    [end] = tf.while_loop(going, body, [start])
    return end["power"]
