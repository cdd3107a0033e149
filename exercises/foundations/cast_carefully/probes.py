"""How a solution of `foundations/cast_carefully` is observed."""

import tensorflow as tf


def _called(solution, name, args):
    # An array becomes a tensor of its dtype; the width of `bucket` stays a number.
    values = [arg if isinstance(arg, float) else tf.constant(arg) for arg in args]
    return getattr(solution, name)(*values)


def value(solution, name, *args):
    """What the function returns."""
    return _called(solution, name, args)


def is_tensor(solution, name, *args):
    """Whether the function returns a tensor of TensorFlow's."""
    return tf.is_tensor(_called(solution, name, args))
