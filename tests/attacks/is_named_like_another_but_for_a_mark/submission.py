"""The other of these two differs by what cannot be seen: neither gets the other's."""


def doubled(x):
    return 2 * x
