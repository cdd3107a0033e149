"""An inner BatchNormalization without scale and offset, whose variables get our names."""

import keras


class RunningNorm(keras.layers.Layer):
    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.BatchNormalization(
            momentum=momentum, epsilon=epsilon, center=False, scale=False
        )

    def build(self, input_shape):
        self.inner.build(input_shape)
        self.mean = self.inner.moving_mean
        self.var = self.inner.moving_variance

    def call(self, x, training=False):
        return self.inner(x, training=training)
