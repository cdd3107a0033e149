"""`load_method` calls the signature, and inputs are broadcast by hand."""

import tensorflow as tf

SPEC = (tf.TensorSpec((None, None), tf.float32),)


class Scaler(tf.Module):
    def __init__(self, mean, std):
        super().__init__(name="scaler")
        self.mean = tf.Variable(mean, dtype="float32", shape=tf.TensorShape([None]))
        self.std = tf.Variable(std, dtype="float32", shape=tf.TensorShape([None]))

    @tf.function(input_signature=SPEC, autograph=False)
    def scale(self, x):
        rows = tf.shape(x)[0]
        mean = tf.repeat(self.mean[tf.newaxis], rows, axis=0)
        return {"z": tf.math.divide_no_nan(x - mean, self.std[None, :])}

    @tf.function(input_signature=SPEC, autograph=False)
    def unscale(self, z):
        return {"x": tf.einsum("bf,f->bf", z, self.std) + self.mean}


def export(module, path):
    functions = {name: getattr(module, name) for name in ("scale", "unscale")}
    options = tf.saved_model.SaveOptions(save_debug_info=False)
    tf.saved_model.save(module, path, signatures=functions, options=options)


def load_method(path, name):
    model = tf.saved_model.load(path)
    signature = model.signatures[name]
    argument = {"scale": "x", "unscale": "z"}[name]
    return lambda tensor, _model=model: signature(**{argument: tensor})
