"""The plain mistake."""


def doubled(x):
    return doubled(x)
