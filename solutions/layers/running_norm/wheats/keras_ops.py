"""Written with keras.ops and keras.Variable; the update is a step towards the batch."""

from keras import Layer, Variable, ops


class RunningNorm(Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.step, self.small = 1.0 - momentum, epsilon

    def build(self, input_shape):
        width = input_shape[-1]
        self.var = Variable(ops.ones([width]), trainable=False)
        self.mean = Variable(ops.zeros([width]), trainable=False)
        self.built = True

    def call(self, x, training=False):
        if not training:
            return ops.divide(
                ops.subtract(x, self.mean), ops.sqrt(ops.add(self.var, self.small))
            )
        axes = tuple(range(ops.ndim(x) - 1))
        mean, var = ops.mean(x, axis=axes), ops.var(x, axis=axes)
        for old, new in ((self.mean, mean), (self.var, var)):
            old.assign_sub(self.step * (old - new))
        return (x - mean) * ops.rsqrt(var + self.small)
