"""The value is x and a difference of two equal parts, which overflow for a large x.

fails: test_strengths
hint: What is `lam * x` for x = 3e38, and what is that minus itself?
"""

import tensorflow as tf


def ste_round(x):
    return x + tf.stop_gradient(tf.round(x) - x)


def softplus(x):
    return tf.nn.softplus(x)


def grad_reverse(x, lam):
    reversed_ = -lam * x
    return tf.stop_gradient(x) + (reversed_ - tf.stop_gradient(reversed_))


def safe_log(x):
    return tf.math.log(tf.where(x > 0, x, tf.ones_like(x)))
