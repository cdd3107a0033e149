"""Another way to begin a formula."""


def doubled(x):
    return x
