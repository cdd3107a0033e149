"""`tf.keras`, layers added one by one, and losses and metrics as objects."""

import tensorflow as tf


def make_model(n_features, seed):
    tf.keras.utils.set_random_seed(seed)
    model = tf.keras.models.Sequential(name="regression")
    model.add(tf.keras.layers.Input(shape=(n_features,)))
    model.add(tf.keras.layers.Dense(units=16))
    model.add(tf.keras.layers.ReLU())
    model.add(tf.keras.layers.Dense(units=1, activation="linear"))
    model.compile(
        tf.keras.optimizers.Adam(1e-2),
        tf.keras.losses.MeanSquaredError(),
        metrics=[tf.keras.metrics.MeanAbsoluteError(name="mae")],
    )
    return model


def train(model, x, y, x_val, y_val, batch_size, epochs):
    history = model.fit(x, y, batch_size, epochs, validation_data=(x_val, y_val))
    print("done after", epochs, "epochs")
    return dict(history.history)


def report(model, x, y):
    result = model.evaluate(x, y, return_dict=True)
    result["predictions"] = model.predict_on_batch(x)
    return result
