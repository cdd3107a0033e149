"""The metric is the third argument of `compile`, which is `loss_weights` in Keras 3.

fails: test_train, test_report
hint: What is the third argument of `compile`? How could you say that `["mae"]` is a metric?
"""

import keras


def make_model(n_features, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((n_features,)),
            keras.layers.Dense(16, "relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), "mse", ["mae"])
    return model


def train(model, x, y, x_val, y_val, batch_size, epochs):
    history = model.fit(
        x,
        y,
        batch_size,
        epochs,
        validation_data=(x_val, y_val),
        shuffle=True,
        verbose=0,
    )
    return history.history


def report(model, x, y):
    loss, mae = model.evaluate(x, y, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": model.predict(x, verbose=0)}
