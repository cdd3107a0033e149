"""How a solution of `checkpoints/partial_restore` is observed."""

import shutil

import keras
import tensorflow as tf

FOLDER = "run"


class Module(tf.Module):
    """A dense layer whose variables are made when it is first called."""

    def __init__(self):
        """Make no variable."""
        super().__init__()
        self.kernel = None
        self.bias = None

    def __call__(self, x):
        """Return `x @ kernel + bias`, 2 wide."""
        if self.kernel is None:
            self.kernel = tf.Variable(tf.random.normal([x.shape[-1], 2]))
            self.bias = tf.Variable(tf.random.normal([2]))
        return x @ self.kernel + self.bias


class Half(Module):
    """One whose scale exists from the start, and is not trained."""

    def __init__(self):
        """Make a scale."""
        super().__init__()
        self.scale = tf.Variable(tf.random.normal([]), trainable=False)

    def __call__(self, x):
        """Return the scaled output."""
        return self.scale * super().__call__(x)


class Nested(tf.Module):
    """One in another, which is made when it is first called."""

    def __init__(self):
        """Make a list of one, without variables yet."""
        super().__init__()
        self.blocks = [Module()]

    def __call__(self, x):
        """Return the output of the last of two."""
        if not hasattr(self, "last"):
            self.last = Half()
        return self.last(self.blocks[0](x))


class More(Module):
    """One with a variable that others lack."""

    def __init__(self):
        """Make the variable."""
        super().__init__()
        self.more = tf.Variable(1.0)


class MoreLater(Module):
    """One with such a variable, made when it is first called."""

    def __call__(self, x):
        """Make the variable too."""
        self.more = tf.Variable(1.0)
        return super().__call__(x)


KINDS = {
    "module": Module,
    "half": Half,
    "nested": Nested,
    "more": More,
    "more later": MoreLater,
    "layer": lambda: keras.layers.Dense(2, bias_initializer="normal"),
}


def _saved(kind, x, name="backbone"):
    """Save a trained backbone; return the prefix, and its output for `x`."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    backbone, head = KINDS[kind](), tf.Variable([1.0, 2.0])
    output = backbone(x)
    opt = keras.optimizers.Adam()
    opt.build([head])
    checkpoint = tf.train.Checkpoint(**{name: backbone}, head=head, opt=opt)
    return checkpoint.save(f"{FOLDER}/ckpt"), output


def _raised(call, *args, **kwargs):
    """The name of what is raised; NotImplementedError goes on, as nothing is there."""
    try:
        call(*args, **kwargs)
    except NotImplementedError:
        raise
    except Exception as error:
        return type(error).__name__
    return "nothing"


def backbone(solution, kind, x, exists):
    """The output of a saved backbone, and of one that is restored.

    The one that is restored was called before, and so has its variables, or was not.
    """
    x = tf.constant(x)
    prefix, output = _saved(kind, x)
    other = KINDS[kind]()
    if exists:
        other(x)
    solution.restore_backbone(prefix, other)
    return {"saved": output, "restored": other(x)}


def backbone_without_value(solution, kind, name, x, exists):
    """What is raised where another name, or another backbone, was saved."""
    x = tf.constant(x)
    prefix, _ = _saved("module", x, name)
    other = KINDS[kind]()
    if exists:
        other(x)
    return _raised(solution.restore_backbone, prefix, other)


def asked_later(solution, kind, x):
    """What the returned status raises when it is asked after the first call.

    Another backbone is restored before that.
    """
    x = tf.constant(x)
    prefix, _ = _saved("module", x)
    one, another = KINDS[kind](), KINDS[kind]()
    status = solution.restore_backbone(prefix, one)
    solution.restore_backbone(prefix, another)
    one(x)
    another(x)
    if not hasattr(status, "assert_existing_objects_matched"):
        return f"nothing: it is no status, but {type(status).__name__}"
    return _raised(status.assert_existing_objects_matched)


def _objects(which, start):
    """Named objects, all the same but for what `which` says."""
    net, head = tf.Module(), tf.Variable([start, start])
    net.w = tf.Variable([start] * 3)
    if which == "tied":
        net.head = head
    if which == "deeper":
        net.inner = tf.Module()
        net.inner.b = tf.Variable(start)
    opt = keras.optimizers.Adam(start)
    if not which.startswith("optimizer not built"):
        opt.build([net.w, head])
    named = {"net": net, "head": head, "opt": opt, "step": tf.Variable(int(start))}
    if which == "extra":
        named["extra"] = tf.Variable(start)
    if which == "renamed":
        named["count"] = named.pop("step")
    if "without " in which:
        del named[which.partition("without ")[2]]
    return named


def strict(solution, saved, given):
    """What `restore_strict` raises, and what the objects hold after it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    checkpoint = tf.train.Checkpoint(**_objects(saved, 3.0))
    prefix = checkpoint.save(f"{FOLDER}/ckpt")
    objects = _objects(given, 1.0)
    raised = _raised(solution.restore_strict, prefix, **objects)
    return {
        "raised": raised,
        "net": objects["net"].w,
        "head": objects.get("head"),
        "step": objects.get("step"),
        "learning rate": objects["opt"].learning_rate if "opt" in objects else None,
    }
