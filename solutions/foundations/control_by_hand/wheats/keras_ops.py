"""keras.ops alone: `ops.cond` and `ops.while_loop`, with checks of the arguments."""

from keras import ops


def soft_clip(x, lo, hi):
    x, lo, hi = (ops.convert_to_tensor(value) for value in (x, lo, hi))
    if x.shape != () or lo.shape != () or hi.shape != ():
        raise ValueError("scalars, please")
    in_or_below = ops.less_equal(x, hi)
    return ops.cond(
        in_or_below,
        lambda: ops.cond(
            ops.greater_equal(x, lo),
            lambda: x,
            lambda: ops.subtract(lo, ops.multiply(ops.subtract(lo, x), 0.1)),
        ),
        lambda: ops.add(hi, ops.multiply(ops.subtract(x, hi), 0.1)),
    )


def int_power(base, n):
    i = ops.zeros((), "int32")
    power = ops.ones((), base.dtype)
    state = ops.while_loop(
        lambda p, i: i < n, lambda p, i: (p * base, i + 1), (power, i)
    )
    return state[0]
