"""How a solution of `layers/config_roundtrip` is observed.

A layer is described by a dict: its `units`, and maybe an `activation` by name, which is
handed over as a function where `objects` is true; a `regularizer`, by name or as a list
of a class in `keras.regularizers` and its arguments; and `kwargs`.
"""

import json
import os
import tempfile

import keras
import tensorflow as tf


def _layer(solution, made):
    arguments = dict(made.get("kwargs", {}))
    if "activation" in made:
        name = made["activation"]
        of_keras = keras.activations.get(name)
        arguments["activation"] = of_keras if made.get("objects") else name
    if "regularizer" in made:
        wanted = made["regularizer"]
        if isinstance(wanted, list):
            kind, *factors = wanted
            wanted = getattr(keras.regularizers, kind)(*factors)
        arguments["kernel_regularizer"] = wanted
    return solution.Affine(made["units"], **arguments)


def _seen(layer, x, values):
    """What a layer does that is given weights."""
    layer(tf.zeros(x.shape))
    layer.set_weights(values)
    output = layer(tf.constant(x))
    return {"output": output, "losses": tf.constant(sum(layer.losses), tf.float32)}


def forward(solution, made, x, values):
    """Output and losses of a layer with the given weights."""
    return _seen(_layer(solution, made), x, values)


def config_texts(solution, made, width):
    """Whether the config goes into JSON, and is the same text after `build`."""
    layer = _layer(solution, made)
    before = json.dumps(layer.get_config(), sort_keys=True)
    layer.build((None, width))
    after = json.dumps(layer.get_config(), sort_keys=True)
    return {"same after build": before == after}


def _twin(solution, layer):
    text = json.dumps(layer.get_config())
    solution.Affine(1)  # The twin is made from the config, not from the last layer.
    return solution.Affine.from_config(json.loads(text))


def remade(solution, made, x, values):
    """What a layer does that was made from another one's config, by way of JSON.

    One more is made before, from the config itself.
    """
    layer = _layer(solution, made)
    solution.Affine.from_config(layer.get_config())
    twin = _twin(solution, layer)
    configs = [json.dumps(one.get_config(), sort_keys=True) for one in (layer, twin)]
    return _seen(twin, x, values) | {"equal configs": configs[0] == configs[1]}


def identity(solution, made):
    """Name and `trainable` of a layer that was made from another one's config."""
    layer = _layer(solution, made)
    twin = _twin(solution, layer)
    return {
        "name": twin.name if "kwargs" in made else "given by Keras",
        "trainable": twin.trainable,
        "same name": twin.name == layer.name,
    }


def file(solution, layers, width, values):
    """The bytes of a `.keras` file with a model of some layers, one after the other."""
    model = keras.Sequential([keras.Input((width,))])
    for made in layers:
        model.add(_layer(solution, made))
    model.set_weights(values)
    path = os.path.join(tempfile.mkdtemp(), "model.keras")
    model.save(path)
    with open(path, "rb") as opened:
        return opened.read()


def opened(solution, content, x):
    """What the model of a `.keras` file does, and what its layers are."""
    path = os.path.join(tempfile.mkdtemp(), "model.keras")
    with open(path, "wb") as written:
        written.write(content)
    model = keras.saving.load_model(path)
    output = model(tf.constant(x))
    return {
        "output": output,
        "losses": tf.constant(sum(model.losses), tf.float32),
        "names": [layer.name for layer in model.layers],
        "trainable": [layer.trainable for layer in model.layers],
    }
