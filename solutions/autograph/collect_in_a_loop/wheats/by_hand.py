"""`tf.while_loop` by hand, AutoGraph off; the divisors come in pairs, up to the root."""

import tensorflow as tf


@tf.function(
    input_signature=[tf.TensorSpec([None], tf.float32)],
    autograph=False,
)
def running_max(xs):
    size = tf.shape(xs)[0]

    def body(i, out):
        before = out.read(i - 1)
        return i + 1, out.write(i, tf.where(xs[i] > before, xs[i], before))

    start = tf.TensorArray(tf.float32, size, clear_after_read=False).write(0, xs[0])
    _, out = tf.while_loop(lambda i, _: i < size, body, (1, start))
    return out.stack()


@tf.function(
    input_signature=[tf.TensorSpec([], tf.int32)],
    autograph=False,
)
def divisors(n):
    def body(i, small, large):
        def both():
            pair = tf.cond(
                i * i < n, lambda: tf.stack([n // i]), lambda: tf.zeros([0], tf.int32)
            )
            return tf.concat([small, [i]], 0), tf.concat([pair, large], 0)

        small_large = tf.cond(tf.equal(n % i, 0), both, lambda: (small, large))
        return i + 1, small_large[0], small_large[1]

    grows = tf.TensorShape([None])
    empty = tf.zeros([0], tf.int32)
    _, small, large = tf.while_loop(
        lambda i, *_: i * i <= n,
        body,
        (tf.constant(1), empty, empty),
        shape_invariants=(tf.TensorShape([]), grows, grows),
    )
    return tf.concat([small, large], 0)
