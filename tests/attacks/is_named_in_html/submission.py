"""The name of a folder is shown on every page."""


def doubled(x):
    return x
