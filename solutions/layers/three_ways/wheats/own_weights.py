"""The subclasses make their weights in `build`, by `add_weight`, and multiply with tf."""

import keras
import tensorflow as tf
from keras import layers


class Linear(keras.Model):
    def __init__(self, units=1):
        super().__init__()
        self.units = units

    def build(self, input_shape):
        self.W = self.add_weight(shape=(input_shape[-1], self.units), name="W")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, x):
        return tf.matmul(x, self.W) + self.b


def sequential_mlp(n_in, hidden, n_out):
    model = keras.Sequential()
    model.add(layers.Dense(hidden))
    model.add(layers.ReLU())
    model.add(layers.Dense(n_out, activation="linear"))
    model.build((None, n_in))
    return model


def functional_mlp(n_in, hidden, n_out):
    x = keras.Input((n_in,), dtype="float32", name="x")
    h = layers.Dense(hidden, name="hidden")(x)
    h = layers.Activation("relu")(h)
    y = layers.Dense(n_out, name="out")(h)
    return keras.Model(inputs=x, outputs=y, name="mlp")


class MLP(keras.Model):
    def __init__(self, hidden, n_out):
        super().__init__(name="perceptron")
        self.hidden, self.n_out = hidden, n_out

    def build(self, input_shape):
        n_in = input_shape[-1]
        self.w1 = self.add_weight(shape=(n_in, self.hidden), name="w1")
        self.b1 = self.add_weight(shape=(self.hidden,), name="b1")
        self.w2 = self.add_weight(shape=(self.hidden, self.n_out), name="w2")
        self.b2 = self.add_weight(shape=(self.n_out,), name="b2")

    @tf.function
    def call(self, x):
        h = tf.nn.relu(x @ self.w1 + self.b1)
        return h @ self.w2 + self.b2
