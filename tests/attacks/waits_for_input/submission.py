"""`input` would wait for a person who is not there."""

name = input("Who are you? ")


def doubled(x):
    return 2 * x
