"""keras.ops alone."""

from keras import ops


def fraction_true(mask):
    return ops.mean(ops.cast(mask, "float32"))


def scale_to_unit(img):
    return ops.divide(ops.cast(img, "float32"), 255)


def bucket(x, width):
    return ops.cast(ops.floor(ops.divide(x, width)), "int32")


def exact_total(counts, offset):
    return ops.add(ops.sum(ops.cast(counts, "float64")), offset)
