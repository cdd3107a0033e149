"""A subclassed model that is fed by `tf.data`, and a history put together by a callback."""

import keras
import tensorflow as tf


def linear(x, w, b):
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = int(units)

    def build(self, input_shape):
        super().build(input_shape)
        limit = keras.initializers.GlorotNormal(seed=3)
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer=limit)
        self.b = self.add_weight(shape=(self.units,))

    def call(self, x):
        return linear(x, self.w, self.b)


class Wrapped(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.layer = LowLevel(units)

    def call(self, x):
        return self.layer(x)


def train(x, y, batch_size, epochs, validation_split):
    count = int(len(x) * (1 - validation_split))
    data = tf.data.Dataset.from_tensor_slices((x, y))
    training = data.take(count).shuffle(count, seed=1).batch(batch_size)
    validation = data.skip(count).batch(batch_size) if count < len(x) else None
    model = Wrapped(y.shape[1])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    history = {}

    def note(epoch, logs):
        for name, value in logs.items():
            history.setdefault(name, []).append(value)

    noting = keras.callbacks.LambdaCallback(on_epoch_end=note)
    model.fit(
        training,
        validation_data=validation,
        epochs=epochs,
        callbacks=[noting],
        verbose=0,
    )
    return model, history
